import type { Migration } from './folder'
import { statementsOf } from './statements'

interface Rule { pattern: RegExp, why: string }

/** What a migration may not do while the previous version is at work, and why. */
const rules: Rule[] = [
  { pattern: /\bDROP TABLE\b/, why: 'drops a table that the previous version reads' },
  { pattern: /\bDROP COLUMN\b/, why: 'drops a column that the previous version reads' },
  { pattern: /\bDROP (?:TYPE|DOMAIN|SCHEMA|VIEW|MATERIALIZED VIEW|FUNCTION|TRIGGER|EXTENSION|SEQUENCE)\b/, why: 'drops what the previous version may use' },
  { pattern: /^TRUNCATE\b/, why: 'removes what the previous version has stored' },
  { pattern: /^ALTER (?!INDEX\b).*\bRENAME (?!CONSTRAINT\b)/, why: 'renames what the previous version knows by its old name' },
  { pattern: /\bALTER (?:COLUMN )?\S+ (?:SET DATA )?TYPE\b/, why: 'changes the type of a column that the previous version writes' },
  { pattern: /\bDROP DEFAULT\b/, why: 'takes away a default that the previous version relies on' },
]

/** What the previous version does not keep to when it writes: a constraint, or that something is there once. */
const constraint = /\bADD (?:CONSTRAINT \S+ )?(?:CHECK|UNIQUE|PRIMARY KEY|FOREIGN KEY|EXCLUDE)\b[^(]*\(([^)]*)\)|^CREATE UNIQUE INDEX\b[^(]*\(([^)]*)\)/

/** Takes a migration out of the rule: `-- contract: removed from the code in v1.2.0`. */
const exemption = /^--\s*contract:\s*removed from the code in (v\d+\.\d+\.\d+)\b/m

/**
 * Checks a migration against the rule “expand, migrate, contract”: the version that was released last goes on working on the new schema.
 * Takes one that is newer than that release, and its version, like `v1.2.0`; gives one sentence for each thing that breaks the rule.
 */
export function breaksPreviousVersion({ name, sql }: Migration, released: string): string[] {
  const statements = statementsOf(sql)
  const created = statements.flatMap(text => /^CREATE TABLE (?:IF NOT EXISTS )?([^\s(]+)/.exec(text)?.[1] ?? [])
  const found = statements
    .filter(text => !created.includes(tableOf(text) ?? ''))
    .flatMap(text => [...rules.flatMap(({ pattern, why }) => pattern.test(text) ? why : []), ...constraints(text, statements), ...emptyColumns(text, statements)]
      .map(why => `${name} ${why}: ${text.slice(0, 100)}`))
  if (!found.length) return []
  const since = exemption.exec(sql)?.[1]
  if (!since) return found
  return isNewer(since, released) ? [`${name} removes what left the code in ${since}, but ${released}, which was released last, still uses it: wait until ${since} is out.`] : []
}

const tableOf = (text: string) => /^(?:ALTER TABLE (?:IF EXISTS )?(?:ONLY )?|CREATE UNIQUE INDEX .*? ON (?:ONLY )?)([^\s(]+)/.exec(text)?.[1]

/** Columns that this migration adds to the table of this statement, with what is said of them. */
function addedColumns(table: string | undefined, statements: string[]): Array<[string, string]> {
  const adding = /\bADD (?:COLUMN )?(?:IF NOT EXISTS )?(?!CONSTRAINT\b|CHECK\b|UNIQUE\b|PRIMARY\b|FOREIGN\b|EXCLUDE\b|VALUE\b)("[^"]+"|[A-Z_]\w*) ((?:\([^)]*\)|[^,(])*)/g
  return statements.filter(text => text.startsWith('ALTER TABLE') && tableOf(text) === table).flatMap(text => Array.from(text.matchAll(adding), match => [match[1]!, match[2]!] as [string, string]))
}

/** A constraint on columns that were not there before says nothing about what the previous version writes. */
function constraints(text: string, statements: string[]): string[] {
  const match = constraint.exec(text)
  if (!match) return []
  const added = addedColumns(tableOf(text), statements).map(([column]) => column)
  const columns = (match[1] ?? match[2]!).split(',').map(column => column.trim().split(' ')[0]!)
  return columns.every(column => added.includes(column)) ? [] : ['adds a constraint that the previous version does not keep']
}

/** Columns that must be filled, which the previous version leaves empty. */
function emptyColumns(text: string, statements: string[]): string[] {
  if (!text.startsWith('ALTER TABLE')) return []
  const added = addedColumns(tableOf(text), [text])
    .filter(([, rest]) => /\bNOT NULL\b/.test(rest) && !/\bDEFAULT\b|\bGENERATED\b|SERIAL\b/.test(rest))
    .map(([column]) => `adds ${column}, which must be filled and has no default`)
  const defaults = statements.filter(other => tableOf(other) === tableOf(text)).join(' ')
  const demanded = Array.from(text.matchAll(/\bALTER (?:COLUMN )?("[^"]+"|[A-Z_]\w*) SET NOT NULL\b/g), match => match[1]!)
    .filter(column => !new RegExp(`\\bALTER (?:COLUMN )?${column} SET DEFAULT\\b`).test(defaults))
    .map(column => `demands that ${column} be filled and gives it no default`)
  return [...added, ...demanded]
}

/** Whether a version is above another. */
function isNewer(one: string, other: string): boolean {
  const [a, b] = [one, other].map(version => version.slice(1).split('.').map(Number)) as [number[], number[]]
  const at = a.findIndex((number, i) => number !== b[i])
  return at >= 0 && a[at]! > b[at]!
}
