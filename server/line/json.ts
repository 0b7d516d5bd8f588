/** JSON text that PostgreSQL's `jsonb` takes: without NUL characters and halves of surrogate pairs, which JSON knows and PostgreSQL does not. */
export function toJson(value: unknown): string {
  const text = JSON.stringify(value)
  return text.includes('\\u') && /\\u(?:0000|d[89a-f])/i.test(text) ? JSON.stringify(value, wellFormed) : text
}

function wellFormed(_key: string, value: unknown): unknown {
  if (typeof value === 'string') return clean(value)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [clean(name), inner]))
}

const clean = (text: string) => text.replaceAll('\0', '').replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
