import type { AgencyKind, ExportBy } from '../../client'

/** An installation point: its name, or with where exactly it is and how many cameras it has. */
export type DemoSite = string | { name: string, at?: [latitude: number, longitude: number], cameras?: number }

/** What an agency of the demo answered in the survey. */
export interface DemoAgency {
  name: string
  nameEn: string
  kind: AgencyKind
  /** 4-digit code; none for an agency of the whole province. */
  district?: string
  /** Cameras, and how many of them do not work. */
  cameras: number
  down: number
  /** Installation points by the 6-digit code of their subdistrict. */
  sites?: Record<string, DemoSite[]>
  /** Metres from the middle of the subdistrict within which the points lie. */
  spread?: number
  /** How the agency writes its own numbers: `###` is the running number; with Thai digits in it, all digits are Thai. */
  asset?: string
  retentionDays?: number
  megapixels?: number
  analog?: boolean
  /** All its cameras are inside its building. */
  indoor?: boolean
  linked?: boolean
  network?: string
  custodian?: string
  exportBy?: ExportBy
  hours?: string
  /** First installed, Christian year. */
  since?: number
  installed?: string
  /** Baht per camera and year; null when nobody has planned any. */
  maintenanceBaht?: number | null
  /** Another agency of the demo that maintains the cameras; null when nobody is named. Itself when not given. */
  maintainedBy?: string | null
}
