import { createHash } from 'node:crypto'

/** The UUID (version 8) of a demo row: the same for the same kind and key. */
export function idOf(kind: string, key: string | number): string {
  const hex = createHash('sha256').update(`songklong demo ${kind} ${key}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The id of the demo agency with this name. */
export const agencyId = (name: string): string => idOf('agency', name)
