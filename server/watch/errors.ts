import { blame } from '../line/blame'

/** What the log says of an error. */
export interface LoggedError { type: string, code?: string, message?: string, at?: string[], constraint?: string, table?: string, cause?: LoggedError }

const deepest = 3
const mostFrames = 12

/**
 * An error as the log may have it: what it is and where it happened. Its message is there only when the network or the database's state is to
 * blame: a bug's message may quote what somebody wrote (the whole of it is with the event or the job, in the database).
 */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error }
  const { name, code, message, stack, constraint, table, cause } = error as Error & { code?: unknown, constraint?: unknown, table?: unknown }
  const said = (value: unknown) => typeof value === 'string' && /^[\w.-]{1,80}$/.test(value) ? value : undefined
  return {
    type: said(error.constructor.name) ?? name,
    code: said(code),
    message: blame(error) === 'bug' ? undefined : message.split('\n')[0]!.slice(0, 200),
    constraint: said(constraint),
    table: said(table),
    at: stack === undefined ? undefined : frames(stack, message),
    cause: cause !== undefined && cause !== error && depth < deepest ? loggedError(cause, depth + 1) : undefined,
  }
}

/** Where it happened: what stands behind the message, which may itself have lines that look like it. */
function frames(stack: string, message: string): string[] {
  const after = stack.slice(Math.max(0, stack.indexOf(message)) + message.length)
  return after.split('\n').filter(line => /^ +at \S.*:\d+\)?$/.test(line)).slice(0, mostFrames).map(line => line.trim().slice(3))
}
