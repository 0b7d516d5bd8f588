import type { InferResponseType } from 'hono/client'
import type { Waiting } from '../outbox/waiting'
import type { Load } from './load'
import { api, Trouble } from '../api'
import { useOutbox } from '../outbox/outbox'
import { makes } from '../outbox/waiting'
import { useLoad } from './load'
import { useMe } from './me'

/** Names to choose from in a province. */
export type Areas = InferResponseType<typeof api.survey.areas.$get, 200>

/** A camera and a site as their forms show them. */
export type CameraEntry = InferResponseType<(typeof api.survey.cameras)[':id']['$get'], 200>
export type SiteEntry = InferResponseType<(typeof api.survey.sites)[':id']['$get'], 200>

/** Districts, subdistricts and agencies of a province. */
export const useAreas = (provinceCode: () => string) => useLoad<Areas>(() => `areas ${provinceCode()}`, async () => provinceCode() ? (await api.survey.areas.$get({ query: { province: provinceCode() } })).json() : none)
const none: Areas = { districts: [], agencies: [] }

/** The province of an agency of the person's. */
export function provinceOf(agencyId: string | null): string {
  const { roles } = useMe().me
  return (roles.find(({ agency }) => agency && agency.id === agencyId) ?? roles[0])?.provinceCode ?? ''
}

/** The form of a site, also of one that waits on this device to be sent. `version` 0: the server does not know it yet. */
export function useSite(id: () => string): Load<SiteEntry> {
  const { of, at } = useOutbox()
  return useLoad(() => `site ${id()}`, async () => {
    const { made, changes } = waitingOf(of(id()))
    const cameras = at(id()).filter(({ what, method }) => what === 'camera' && method === 'POST').map(({ about, title }) => ({ id: about, code: title, label: '', status: 'NORMAL' as const, completeness: 0 }))
    const entry = await asked(made, async () => (await api.survey.sites[':id'].$get({ param: { id: id() } })).json())
    const known = entry ?? { id: id(), version: 0, agencyId: made!.body!.agencyId as string, provinceCode: provinceOf(made!.body!.agencyId as string), removed: false, facts: factsOf(made!), cameras: [] } as unknown as SiteEntry
    return { ...known, facts: { ...known.facts, ...changes }, cameras: [...known.cameras, ...cameras.filter(({ id }) => !known.cameras.some(camera => camera.id === id))] }
  })
}

/** What of a form waits to be sent: what makes the thing, and what changes it. */
export function waitingOf(items: Waiting[]): { made: Waiting | undefined, changes: Record<string, unknown> } {
  const { version, siteId, ...changes } = Object.assign({}, ...items.filter(({ method }) => method === 'PATCH').map(({ body }) => body)) as Record<string, unknown>
  return { made: items.find(makes), changes }
}

/** The facts in what makes a thing. */
export function factsOf({ body }: Waiting): Record<string, unknown> {
  const { id, siteId, agencyId, ...facts } = body!
  return facts
}

/** What the server says; null when it does not know of it, or is not reached, and it waits here. */
async function asked<T>(made: Waiting | undefined, ask: () => Promise<T>): Promise<T | null> {
  return ask().catch((error) => {
    if (made && error instanceof Trouble) return null
    throw error
  })
}

/** The form of a camera, also of one that waits on this device to be sent. */
export function useCamera(id: () => string): Load<CameraEntry & { changes: Record<string, unknown> }> {
  const { of } = useOutbox()
  return useLoad(() => `camera ${id()}`, async () => {
    const { made, changes } = waitingOf(of(id()))
    const entry = await asked(made, async () => (await api.survey.cameras[':id'].$get({ param: { id: id() } })).json())
    if (entry) return { ...entry, changes }
    const siteId = made!.body!.siteId as string
    const name = of(siteId).find(({ what }) => what === 'site')?.title ?? (await api.survey.sites[':id'].$get({ param: { id: siteId } }).then(answer => answer.json()).catch(() => null))?.facts.name ?? ''
    return {
      id: id(),
      code: '',
      version: 0,
      site: { id: siteId, name, latitude: 0, longitude: 0, provinceCode: provinceOf(null), agencyId: null },
      facts: { ...emptyCamera, ...factsOf(made!) } as CameraEntry['facts'],
      status: 'NORMAL',
      statusSource: 'REPORTED',
      statusSince: new Date(made!.at).toISOString(),
      statusReason: null,
      completeness: 0,
      missing: [],
      findings: [],
      repair: null,
      photos: [],
      changes,
    }
  })
}

/** A camera that nothing is known of. */
export const emptyCamera: CameraEntry['facts'] = {
  label: '',
  kind: 'FIXED',
  technology: 'IP',
  assetNumber: null,
  megapixels: null,
  nightVision: null,
  installed: null,
  costSatang: null,
  direction: null,
  fieldOfView: null,
  range: null,
  linked: null,
  networkName: null,
  linkedAgency: null,
  upgradeNeeded: null,
  upgradeSatang: null,
  upgradeAgency: null,
  recorderKind: null,
  retentionDays: null,
  remoteViewing: null,
  custodianName: null,
  custodianPhone: null,
  exportBy: null,
  custodianHours: null,
  maintainingAgencyId: null,
  maintenanceSatang: null,
}
