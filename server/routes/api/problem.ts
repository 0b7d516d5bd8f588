import type { Language } from '../../../domain/enums'
import type { FieldError, Issue } from '../../../domain/labels/invalid'
import type { RefusalCode } from '../../../domain/refusal'
import { fieldErrors } from '../../../domain/labels/invalid'
import { problems } from '../../../domain/labels/problems'
import { refusals } from '../../../domain/labels/refusals'
import { Refusal } from '../../../domain/refusal'

/** Code of a problem; stable, other programs rely on it. */
export type ProblemCode = RefusalCode | keyof typeof problems

/** Every problem by its code. */
export const everyProblem = { ...problems, ...refusals }

/** What is wrong with a request before it reaches the domain; sentences are in `domain/labels/problems.ts`. */
export class Problem extends Error {
  constructor(readonly code: keyof typeof problems, readonly params: Record<string, string | number> = {}) {
    super(code)
    this.name = 'Problem'
  }
}

/** What was sent is not as the route's schema wants it. */
export class InvalidInput extends Error {
  constructor(readonly issues: readonly Issue[], readonly input: unknown) {
    super('inputInvalid')
    this.name = 'InvalidInput'
  }
}

/** An answer that says what went wrong (RFC 9457). */
export interface ProblemBody {
  type: string
  title: string
  status: number
  code: ProblemCode
  /** A sentence in the reader's language that says how to put it right. */
  detail: string
  errors?: FieldError[]
}

/** The answer for whatever was thrown; null for what is a bug. `docs`: address of the page that lists the codes. */
export function problemOf(error: unknown, language: Language, docs: string): ProblemBody | null {
  if (error instanceof Refusal) return body(error.code, error.say(language), docs)
  if (error instanceof Problem) return body(error.code, filled(error.code, error.params, language), docs)
  if (error instanceof InvalidInput) return { ...body('inputInvalid', filled('inputInvalid', {}, language), docs), errors: fieldErrors(error.issues, error.input, language) }
  return null
}

/** What a program reads of a problem without its body: when to come again, and what is wrong with its key (RFC 6750). */
export function headersOf({ code, params }: Problem): Record<string, string> {
  switch (code) {
    case 'tooManyRequests': return { 'retry-after': String(params.seconds) }
    case 'apiKeyUnknown':
    case 'apiKeyRevoked':
    case 'apiKeyExpired': return { 'www-authenticate': 'Bearer error="invalid_token"' }
    case 'apiKeyScope': return { 'www-authenticate': `Bearer error="insufficient_scope", scope="${params.scope}"` }
    default: return {}
  }
}

function filled(code: keyof typeof problems, params: Problem['params'], language: Language): string {
  return problems[code][language === 'TH' ? 'th' : 'en'].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}

function body(code: ProblemCode, detail: string, docs: string): ProblemBody {
  const { status } = everyProblem[code]
  return { type: `${docs}#${code}`, title: titles[status], status, code, detail }
}

/** What each status means, in the words of RFC 9110. */
const titles: Record<typeof everyProblem[ProblemCode]['status'], string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  410: 'Gone',
  413: 'Content Too Large',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}
