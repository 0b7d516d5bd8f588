/** What JSON can hold. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json }

/**
 * JSON in its canonical form (RFC 8785): no spaces, members in the order of their names by UTF-16 code units, texts and numbers as JavaScript writes them.
 * The database makes the same text ("canonicalJson" of the migrations) of names in ASCII and numbers without an exponent, and takes no other numbers.
 */
export function canonicalJson(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  return `{${Object.keys(value).sort().map(name => `${JSON.stringify(name)}:${canonicalJson(value[name]!)}`).join(',')}}`
}
