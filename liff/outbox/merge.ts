/** Values of a form by the names of its fields. */
export type Facts = Record<string, unknown>

/** A field that two people changed to different values: what both saw, and what each made of it. */
export interface Clash { field: string, before: unknown, mine: unknown, theirs: unknown }

const same = (a: unknown, b: unknown): boolean => (a ?? null) === (b ?? null)

/**
 * Two changes of one thing, brought together.
 * @param seen as it was when I began
 * @param mine the fields that I changed
 * @param theirs as it is now
 * @returns my changes that go on top of theirs, and the fields that both changed differently
 */
export function merge(seen: Facts, mine: Facts, theirs: Facts): { changes: Facts, clashes: Clash[] } {
  const clashes: Clash[] = []
  const changes: Facts = {}
  for (const [field, value] of Object.entries(mine)) {
    if (same(value, theirs[field])) continue
    if (same(seen[field], theirs[field])) changes[field] = value
    else clashes.push({ field, before: seen[field] ?? null, mine: value ?? null, theirs: theirs[field] ?? null })
  }
  return { changes, clashes }
}

/** The fields that differ from what was seen. */
export function changesOf(seen: Facts, now: Facts): Facts {
  return Object.fromEntries(Object.entries(now).filter(([field, value]) => !same(seen[field], value)))
}
