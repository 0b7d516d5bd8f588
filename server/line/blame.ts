/** What an error says, as far as it can be relied on: of PostgreSQL, of a socket, of Prisma. */
interface Said { code?: string, syscall?: string, cause?: unknown, message?: string, meta?: { driverAdapterError?: { cause?: { originalCode?: string } } } }

const said = (error: unknown) => (error ?? {}) as Said
const codesOf = ({ code, meta }: Said): string => [code, meta?.driverAdapterError?.cause?.originalCode].filter(Boolean).join(' ')

/**
 * Who is to blame for an error: the database was not reached, this transaction gave way to another one, or it is a bug.
 * Only a bug counts as an attempt.
 */
export function blame(error: unknown): 'unreached' | 'gave way' | 'bug' {
  const { code, syscall, cause, message = '' } = said(error)
  const codes = codesOf(said(error))
  if (/\b(?:08\w{3}|53\w{3}|57P0[123]|P1001|P1002|P1008|P1017|P2024|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND)\b/.test(codes)) return 'unreached'
  // A socket that is not there.
  if (code === 'ENOENT' && syscall === 'connect') return 'unreached'
  if (/Connection terminated|timeout exceeded when trying to connect|not queryable/.test(message)) return 'unreached'
  if (/\b(?:40001|40P01|55P03|P2034)\b/.test(codes)) return 'gave way'
  return cause === undefined || cause === error ? 'bug' : blame(cause)
}

/** Whether something failed only because an earlier statement of its transaction had failed (PostgreSQL's 25P02). */
export function isConsequence(error: unknown): boolean {
  const { cause } = said(error)
  return /\b25P02\b/.test(codesOf(said(error))) || (cause !== undefined && cause !== error && isConsequence(cause))
}
