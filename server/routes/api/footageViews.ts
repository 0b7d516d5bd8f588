import * as z from 'zod'
import { ExportBy, FootageCause, FootageEventKind, FootageItemState, FootageState, LegalBasis, Priority } from '../../../domain/enums'
import { moment } from './output'

const moves = z.array(z.enum(['preserve', 'appoint', 'awaitTechnician', 'reportDown', 'refuse', 'receive', 'miss', 'handOver', 'expire']))

const camera = z.object({ id: z.uuid(), code: z.string(), siteName: z.string(), label: z.string(), isPrivate: z.boolean(), isWithdrawn: z.boolean(), latitude: z.number(), longitude: z.number() }).meta({ id: 'FootageCamera' })
const message = z.object({ byOfficer: z.boolean(), text: z.string().nullable(), at: moment })
const page = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), total: z.int(), page: z.int(), pages: z.int() })

/** Bytes: a bigint in the domain, a whole number in JSON. */
const bytes = z.bigint().transform(Number).pipe(z.int())

const gist = z.object({ camera: camera.nullable(), state: z.enum(FootageItemState), complete: z.boolean().nullable(), overwriteAt: moment.nullable(), answerBy: moment })

const requestFields = {
  id: z.uuid(),
  number: z.string(),
  state: z.enum(FootageState),
  createdAt: moment,
  logged: z.boolean(),
  noCamera: z.boolean(),
  caseNumber: z.string().nullable(),
  offence: z.string().nullable(),
  placeText: z.string().nullable(),
  officer: z.string().nullable(),
}

/** Requests in a list. */
export const requestsView = page(z.object({ ...requestFields, items: z.array(gist) }).meta({ id: 'FootageRequestSummary' }))

/** A request as its officer sees it: never why a recording was refused. */
export const requestView = z.object({
  ...requestFields,
  station: z.string(),
  purpose: z.string().nullable(),
  legalBasis: z.enum(LegalBasis).nullable(),
  urgency: z.enum(Priority),
  items: z.array(gist.extend({
    id: z.uuid(),
    from: moment,
    to: moment,
    cause: z.enum(FootageCause).nullable(),
    appointmentAt: moment.nullable(),
    technicianPhone: z.string().nullable(),
    callPhone: z.string().nullable(),
    callOwner: z.boolean(),
    sha256: z.string().nullable(),
    bytes: bytes.nullable(),
    fault: z.string().nullable(),
    messages: z.array(message),
    moves,
    mayWrite: z.boolean(),
    exportBy: z.enum(ExportBy).nullable(),
    custodianName: z.string().nullable(),
    custodianHours: z.string().nullable(),
    brokenSince: moment.nullable(),
    agencyName: z.string().nullable(),
    receivedAt: moment.nullable(),
  })),
  timeline: z.array(z.object({ kind: z.enum(FootageEventKind), at: moment, code: z.string().nullable() })),
  declined: z.string().nullable(),
  isOwn: z.boolean(),
  may: z.object({ cancel: z.boolean(), decide: z.boolean() }),
}).meta({ id: 'FootageRequest' })

/** What somebody is asked who keeps a camera. */
export const askView = z.object({
  askId: z.uuid(),
  camera,
  from: moment,
  to: moment,
  state: z.enum(FootageItemState),
  cause: z.enum(FootageCause).nullable(),
  cancelled: z.boolean(),
  overwriteAt: moment.nullable(),
  answerBy: moment,
  appointmentAt: moment.nullable(),
  technicianPhone: z.string().nullable(),
  refusal: z.string().nullable(),
  requests: z.array(z.object({
    number: z.string(),
    officer: z.string().nullable(),
    station: z.string(),
    caseNumber: z.string().nullable(),
    offence: z.string().nullable(),
    purpose: z.string().nullable(),
    legalBasis: z.enum(LegalBasis).nullable(),
    urgency: z.enum(Priority),
  })),
  messages: z.array(message),
  moves,
  mayWrite: z.boolean(),
}).meta({ id: 'FootageAsk' })

/** The same in a list. */
export const asksView = page(askView)

/** The number of the report that a broken camera got; null where there is none. */
export const reported = z.object({ fault: z.string().nullable() })
