import type { Act, Actor, ClockAct, Membership } from '../../domain/act'
import type { StoredReport } from '../../domain/faults/report'
import type { OwnerAct } from '../../domain/owners/contact'
import type { CameraStatus, Db, Ownership, Role, Symptom } from '../../prisma/client'
import { afterAll, beforeAll } from 'vitest'
import { answerVerdict, attachPhoto, finish, reportFault } from '../../domain/faults/commands'
import * as workOrders from '../../domain/workOrders/commands'
import { contacts } from '../helpers/contacts'
import { freshDb } from '../helpers/database'

export const MINUTE = 60_000
export const DAY = 86_400_000

/** Monday 23 November 2026, 09:00 in Bangkok. */
export const morning = new Date('2026-11-23T02:00:00Z')

/** A moment so long after `morning`, ms. */
export const after = (ms: number): Date => new Date(morning.getTime() + ms)

/** A province with two agencies and the people that repairs need, in a database of its own, for every test of a file. */
export function stage() {
  const here = { people: {} as Record<Person, Actor>, agencies: { pohsa: '', town: '', elsewhere: '' } }
  let db: Db
  let drop: () => Promise<void>
  let counter = 0

  beforeAll(async () => {
    const fresh = await freshDb()
    db = fresh.database.db
    drop = fresh.drop
    await db.province.createMany({ data: [{ code: '15', nameTh: 'อ่างทอง', nameEn: 'Ang Thong' }, { code: '14', nameTh: 'พระนครศรีอยุธยา', nameEn: 'Ayutthaya' }] })
    const agency = async (name: string, nameEn: string, provinceCode = '15') => (await db.agency.create({ data: { name, nameEn, provinceCode, kind: 'MUNICIPALITY' } })).id
    here.agencies = { pohsa: await agency('อบต.โพสะ', 'Pho Sa'), town: await agency('เทศบาลเมืองอ่างทอง', 'Ang Thong Town'), elsewhere: await agency('เทศบาลนครพระนครศรีอยุธยา', 'Ayutthaya City', '14') }
    for (const name of Object.keys(cast(here.agencies)) as Person[]) here.people[name] = await newPerson(cast(here.agencies)[name], name)
  })
  afterAll(() => drop())

  async function newPerson(memberships: Membership[] = [], displayName = `person ${++counter}`, reachable = true): Promise<Actor> {
    const { id } = await db.user.create({ data: { lineUserId: `U${String(++counter).padStart(32, '0')}`, displayName, reachable } })
    await db.membership.createMany({ data: memberships.map(membership => ({ userId: id, ...membership })) })
    return { userId: id, language: 'TH', memberships }
  }

  return {
    here,
    get db() { return db },
    newPerson,

    /** A camera of อบต.โพสะ at a place of its own. */
    async newCamera(given: { status?: CameraStatus, ownership?: Ownership, agencyId?: string | null, provinceCode?: string } = {}): Promise<{ id: string, code: string }> {
      const { status = 'NORMAL', ownership = 'PUBLIC', agencyId = here.agencies.pohsa, provinceCode = '15' } = given
      const code = `${provinceCode}-${String(++counter).padStart(5, '0')}`
      const site = await db.site.create({ data: { name: `หน้าตลาด ${counter}`, latitude: 14.58, longitude: 100.45, provinceCode } })
      return db.camera.create({ data: { code, siteId: site.id, agencyId, ownership, status }, select: { id: true, code: true } })
    },

    /** A private camera of somebody, confirmed. */
    async privateCamera(owner = here.people.owner): Promise<{ id: string, code: string }> {
      const camera = await this.newCamera({ ownership: 'PRIVATE', agencyId: null })
      await db.site.updateMany({ where: { cameras: { some: { id: camera.id } } }, data: { ownership: 'PRIVATE' } })
      const { id: consentId } = await db.consent.create({ data: { userId: owner.userId, version: '1', language: 'TH', givenAt: morning }, select: { id: true } })
      await db.privateCamera.create({ data: { cameraId: camera.id, ownerId: owner.userId, consentId, contact: 'sealed', indoors: false, check: 'CONFIRMED', affirmedAt: morning }, select: { cameraId: true } })
      return camera
    },

    /** Does something as a person in a transaction; a refusal leaves nothing of it. */
    as: <T>(actor: Actor, work: (act: OwnerAct) => Promise<T>, at = morning): Promise<T> => db.$transaction(tx => work({ db: tx, actor, now: at, contacts }), { maxWait: 60_000, timeout: 60_000 }),

    /** The same as the clock. */
    clock: <T>(work: (act: ClockAct) => Promise<T>, at = morning): Promise<T> => db.$transaction(tx => work({ db: tx, actor: null, now: at })),

    report(actor: Actor, cameraId: string, at = morning, symptom: Symptom = 'NO_PICTURE'): Promise<StoredReport> {
      return this.as(actor, act => reportFault(act, { cameraId, symptom, channel: 'LINE_CHAT' }), at)
    },

    /** Reports a camera and tells the agency at once. */
    async told(actor: Actor, cameraId: string, at = morning): Promise<StoredReport> {
      const stored = await this.report(actor, cameraId, at)
      await this.as(actor, act => finish(act, { reportId: stored.reportId }), at)
      return stored
    },

    photo(actor: Actor, workOrderId: string, at = morning): Promise<unknown> {
      return this.as(actor, act => attachPhoto(act, { workOrderId, lineMessageId: `photo ${++counter}` }), at)
    },

    /** Brings a new work order by its ordinary moves to a state; in ASSIGNED and later it is the technician's. */
    async workOrderIn(state: 'NEW' | 'ACKNOWLEDGED' | 'ASSIGNED' | 'IN_PROGRESS' | 'WAITING' | 'REPAIRED' | 'CLOSED' | 'REJECTED' | 'DUPLICATE', reporter = here.people.reporter) {
      const camera = await this.newCamera()
      const stored = await this.told(reporter, camera.id)
      const { official, technician } = here.people
      const workOrderId = stored.workOrderId
      const did = (move: (act: Act) => Promise<unknown>, actor = official) => this.as(actor, move)
      const path = {
        ACKNOWLEDGED: () => did(act => workOrders.acknowledge(act, { workOrderId })),
        ASSIGNED: () => did(act => workOrders.assign(act, { workOrderId, assigneeId: technician.userId })),
        IN_PROGRESS: () => did(act => workOrders.start(act, { workOrderId }), technician),
        WAITING: () => did(act => workOrders.wait(act, { workOrderId, waitingFor: 'PART' }), technician),
        REPAIRED: async () => {
          await this.photo(technician, workOrderId)
          await did(act => workOrders.repair(act, { workOrderId, cause: 'CABLE', costSatang: 0n }), technician)
        },
        CLOSED: () => did(act => answerVerdict(act, { reportId: stored.reportId, verdict: 'FIXED' }), reporter),
      }
      if (state === 'REJECTED') await did(act => workOrders.reject(act, { workOrderId, reason: 'ไม่เสีย' }))
      if (state === 'DUPLICATE') {
        const other = await this.told(reporter, (await this.newCamera()).id)
        await did(act => workOrders.markDuplicate(act, { workOrderId, of: other.workOrderNumber }))
      }
      for (const step of Object.keys(path) as (keyof typeof path)[]) {
        if (state === 'NEW' || state === 'REJECTED' || state === 'DUPLICATE') break
        if (step === 'WAITING' && state !== 'WAITING') continue
        await path[step]()
        if (step === state) break
      }
      return { ...stored, camera }
    },

    /** As if nobody had ever reported anything. */
    async forget(): Promise<void> {
      await db.faultReport.deleteMany()
      await db.workOrder.deleteMany()
    },

    workOrder: (id: string) => db.workOrder.findUniqueOrThrow({ where: { id }, include: { events: { orderBy: [{ at: 'asc' }, { id: 'asc' }] }, camera: true, reports: true } }),

    /** What waits to be told about a work order: kind and level by reader. */
    async notices(workOrderId: string): Promise<string[]> {
      const waiting = await db.notice.findMany({ where: { about: `workOrder:${workOrderId}`, state: 'WAITING' }, include: { user: true, agency: true } })
      return waiting.map(({ user, agency, kind, level }) => `${user?.displayName ?? agency?.name}: ${kind} ${level}`).sort()
    },
  }
}

function cast({ pohsa, town, elsewhere }: { pohsa: string, town: string, elsewhere: string }) {
  const member = (role: Role, agencyId: string | null, provinceCode = '15') => [{ role, provinceCode, agencyId }]
  return {
    official: member('OFFICIAL', pohsa),
    colleague: member('OFFICIAL', pohsa),
    technician: member('TECHNICIAN', pohsa),
    otherTechnician: member('TECHNICIAN', pohsa),
    secretary: member('SECRETARY', null),
    otherOfficial: member('OFFICIAL', town),
    otherSecretary: member('SECRETARY', null, '14'),
    police: member('POLICE', town),
    committee: member('COMMITTEE', null),
    national: member('NATIONAL', null),
    owner: member('OWNER', null),
    reporter: [],
    neighbour: [],
    passerBy: [],
    far: member('OFFICIAL', elsewhere, '14'),
  } satisfies Record<string, Membership[]>
}

export type Person = keyof ReturnType<typeof cast>
