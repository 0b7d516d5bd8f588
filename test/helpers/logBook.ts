import type { Logger } from 'pino'
import { createLog } from '../../server/log'

/** A log as the server writes it, kept for reading. */
export interface LogBook {
  log: Logger
  /** All of it, as it would stand in a file. */
  text: () => string
  /** Its lines with this message. */
  lines: (message: string) => Array<Record<string, unknown>>
}

/** Begins one; everything from level trace up. */
export function logBook(): LogBook {
  const written: string[] = []
  return {
    log: createLog('trace', { write: line => void written.push(line) }),
    text: () => written.join(''),
    lines: message => written.map(line => JSON.parse(line)).filter(({ msg }) => msg === message),
  }
}
