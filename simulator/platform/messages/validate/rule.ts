import type { Json } from '../../http'
import type { Problem } from '../../refusal'
import { isJson } from '../../http'

/** Where the checked messages go and what is found wrong with them. */
export interface Scope {
  problems: Problem[]
  /** Accept `http://localhost` where HTTPS is asked. */
  allowHttpLocalhost: boolean
  /** Flex names places as `/body/contents/0` and refuses unknown fields; everything else as `messages[0].text` and ignores them. */
  flex: boolean
  /** The chat that gets the messages; `many` = several people; `unknown` = a validation before sending. */
  to: { kind: 'user' | 'group', members: string[] } | 'many' | 'unknown'
  /** Whether a quote token can be used in that chat. */
  canQuote: (token: string) => boolean
}

/** Checks one value that stands at `at`. `needed` on a rule: the value must be there. */
export interface Rule {
  (value: unknown, at: string, scope: Scope): void
  needed?: true
}

export function wrong(scope: Scope, property: string, message: string): void {
  scope.problems.push({ message, property })
}

/** A required field. */
export function need(rule: Rule): Rule {
  return Object.assign(((value, at, scope) => rule(value, at, scope)) as Rule, { needed: true as const })
}

export const flag: Rule = (value, at, scope) => {
  if (typeof value !== 'boolean') wrong(scope, at, 'Must be true or false')
}

export function whole(min: number, max = Number.MAX_SAFE_INTEGER): Rule {
  return (value, at, scope) => {
    if (!Number.isInteger(value) || Number(value) < min || Number(value) > max) wrong(scope, at, `Must be a whole number from ${min} to ${max}`)
  }
}

export function number(min: number, max: number): Rule {
  return (value, at, scope) => {
    if (typeof value !== 'number' || !(value >= min && value <= max)) wrong(scope, at, `Must be a number from ${min} to ${max}`)
  }
}

export function oneOf(...values: string[]): Rule {
  return (value, at, scope) => {
    if (!values.includes(value as string)) wrong(scope, at, `Must be one of the following values: [${values.join(', ')}]`)
  }
}

export function matching(pattern: RegExp, message: string): Rule {
  return (value, at, scope) => {
    if (typeof value !== 'string' || !pattern.test(value)) wrong(scope, at, message)
  }
}

/** A list of `min` to `max` things. */
export function list(rule: Rule, min: number, max: number): Rule {
  return (value, at, scope) => {
    if (!Array.isArray(value)) return wrong(scope, at, 'Must be an array')
    if (value.length < min || value.length > max) wrong(scope, at, `Size must be between ${min} and ${max}`)
    value.forEach((item, index) => rule(item, scope.flex ? `${at}/${index}` : `${at}[${index}]`, scope))
  }
}

/** An object with these fields; `rest` sees it as a whole. */
export function object(fields: Record<string, Rule>, rest?: (value: Json, at: string, scope: Scope) => void): Rule {
  const known = Object.entries(fields)
  return (value, at, scope) => {
    if (!isJson(value)) return wrong(scope, at, 'Must be an object')
    for (const [key, rule] of known) {
      const field = value[key]
      if (field !== undefined && field !== null) rule(field, below(at, key, scope), scope)
      else if (rule.needed) wrong(scope, below(at, key, scope), scope.flex ? 'must be specified' : 'May not be empty')
    }
    if (scope.flex) {
      for (const key in value) {
        if (!Object.hasOwn(fields, key)) wrong(scope, below(at, key, scope), 'unknown field')
      }
    }
    rest?.(value, at, scope)
  }
}

/** An object whose `type` says which rule holds. */
export function byType(rules: Record<string, Rule>): Rule {
  return (value, at, scope) => {
    if (!isJson(value)) return wrong(scope, at, 'Must be an object')
    const rule = Object.hasOwn(rules, String(value.type)) ? rules[String(value.type)] : undefined
    if (rule) rule(value, at, scope)
    else oneOf(...Object.keys(rules))(value.type, below(at, 'type', scope), scope)
  }
}

export function below(at: string, key: string, scope: Scope): string {
  if (scope.flex) return `${at}/${key}`
  return at ? `${at}.${key}` : key
}
