import type { Specification } from './docs'
import { html } from 'hono/html'
import { scopes } from '../../../domain/keys/schema'
import { scopeLabels } from '../../../domain/labels/keys'
import { everyProblem } from './problem'

/** As much of a JSON schema as the page shows. */
interface Shape { $ref?: string, type?: string | string[], format?: string, enum?: unknown[], const?: unknown, properties?: Record<string, Shape>, required?: string[], items?: Shape, anyOf?: Shape[], oneOf?: Shape[], description?: string }

interface Operation {
  tags?: string[]
  summary?: string
  security?: Array<Record<string, string[]>>
  parameters?: Array<{ name: string, in: string, required?: boolean, schema?: Shape }>
  requestBody?: { content?: Record<string, { schema?: Shape }> }
  responses?: Record<string, { description?: string, headers?: object, content?: Record<string, { schema?: Shape }> }>
}

/** The API as a page for people: every route with what it takes and gives, and every code that can come back. No script, one style. */
export function docsPage({ info, paths, components }: Specification, nonce: string) {
  const schemas = (components.schemas ?? {}) as Record<string, Shape>
  const operations = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({ path, method, ...operation })))
  const tags = [...new Set(operations.map(({ tags }) => tags?.[0] ?? ''))]
  return html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${info.title}</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${style}</style>
<main>
<h1>${info.title}</h1>
<p>${info.description}</p>
<p>For programs: <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI 3.1). Errors are <a href="#problems">problems</a> (RFC 9457).</p>
${keys(operations)}
${tags.map(tag => html`<section><h2>${tag}</h2>${operations.filter(one => (one.tags?.[0] ?? '') === tag).map(one => route(one, schemas))}</section>`)}
<section><h2 id="problems">Problems</h2><p>The <code>code</code> is stable; <code>detail</code> is a sentence in the caller’s language.</p>
<table><thead><tr><th scope="col">code</th><th scope="col">status</th><th scope="col">detail</th></tr></thead><tbody>
${Object.entries(everyProblem).map(([code, { status, th, en }]) => html`<tr id="${code}"><th scope="row"><code>${code}</code></th><td>${status}</td><td>${en}<br><span lang="th">${th}</span></td></tr>`)}
</tbody></table></section>
</main>
</html>`
}

/** What the key of a route has to be for; undefined when it takes none. */
const scopeOf = ({ security }: Operation) => security?.flatMap(({ key }) => key ?? [])[0]

function keys(operations: Array<Operation & { path: string }>) {
  return html`<section><h2 id="keys">Keys</h2>
<p>Another system reads with a key, without signing in. A secretary of the province makes one in the app (/liff/keys), chooses what it is for, and can revoke it at any time. It reads that
province’s public cameras, as everybody may know them, and changes nothing.</p>
<pre>curl -H 'Authorization: Bearer sgk_…' 'https://…/api/register?status=DAMAGED&amp;limit=200'</pre>
<p>The next page: the same with <code>cursor</code>, which is <code>next</code> of this one, until it is null. Of an answer with an <code>ETag</code>, ask again with <code>If-None-Match</code>: 304 means that nothing has changed.
<code>Accept-Language: en</code> gives English names.</p>
<table><thead><tr><th scope="col">for</th><th scope="col">what it reads</th><th scope="col">addresses</th></tr></thead><tbody>
${scopes.map(scope => html`<tr><th scope="row"><code>${scope}</code></th><td>${scopeLabels[scope].en}<br><span lang="th">${scopeLabels[scope].th}</span></td><td>${operations.filter(one => scopeOf(one) === scope).map(({ path }) => html`<code>/api${path}</code><br>`)}</td></tr>`)}
</tbody></table></section>`
}

function route({ method, path, summary, security, parameters = [], requestBody, responses = {} }: Operation & { method: string, path: string }, schemas: Record<string, Shape>) {
  const takes = Object.entries(requestBody?.content ?? {})
  const gives = Object.entries(responses).filter(([status]) => status !== 'default')
  return html`<article><h3><span class="method">${method.toUpperCase()}</span> <code>/api${path}</code></h3>
<p>${summary}</p>
${scopeOf({ security }) && html`<p class="quiet">Also with a <a href="#keys">key</a> for <code>${scopeOf({ security })}</code></p>`}
${parameters.length > 0 && html`<h4>Parameters</h4><pre>${parameters.map(({ name, in: where, required, schema }) => `${name}${required ? '' : '?'}: ${outline(schema, schemas)}  (${where})`).join('\n')}</pre>`}
${takes.map(([type, { schema }]) => html`<h4>Takes <code>${type}</code></h4><pre>${outline(schema, schemas)}</pre>`)}
${gives.map(([status, { content, headers, description }]) => html`<h4>Gives ${status}${status === '304' && `: ${description}`}${headers && html`, with ${Object.keys(headers).join(', ')}`}</h4>${Object.values(content ?? {}).map(({ schema }) => html`<pre>${outline(schema, schemas)}</pre>`)}`)}
</article>`
}

/** A schema as one reads a type: `{ name: string | null }`. */
function outline(shape: Shape | undefined, schemas: Record<string, Shape>, indent = ''): string {
  if (!shape) return 'anything'
  if (shape.$ref) return outline(schemas[shape.$ref.split('/').at(-1)!], schemas, indent)
  const either = shape.anyOf ?? shape.oneOf
  if (either) return either.map(one => outline(one, schemas, indent)).join(' | ')
  if (shape.enum) return shape.enum.map(value => JSON.stringify(value)).join(' | ')
  if (shape.const !== undefined) return JSON.stringify(shape.const)
  if (shape.type === 'array') return `[ ${outline(shape.items, schemas, indent)} … ]`
  if (shape.properties) {
    const fields = Object.entries(shape.properties).map(([name, field]) => `${indent}  ${name}${shape.required?.includes(name) ? '' : '?'}: ${outline(field, schemas, `${indent}  `)}${field.description ? `  — ${field.description}` : ''}`)
    return `{\n${fields.join('\n')}\n${indent}}`
  }
  return [[shape.type ?? 'anything'].flat().join(' | '), shape.format && `(${shape.format})`].filter(Boolean).join(' ')
}

const style = `
:root { color-scheme: light dark; --ink: #10201d; --soft: #5b6b67; --line: #dde4e1; --paper: #f4f7f6; --card: #fff; --brand: #0b6b5d; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8f0ed; --soft: #9fb0ab; --line: #2a3a36; --paper: #0c1715; --card: #13211e; --brand: #4fc0ac; } }
body { margin: 0; font: 16px/1.6 system-ui, 'Noto Sans Thai', sans-serif; color: var(--ink); background: var(--paper); }
main { max-width: 56rem; margin: auto; padding: 2rem 1rem 4rem; }
a { color: var(--brand); }
article { margin: 1rem 0; padding: 1rem 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
h3, h4, article p { margin: 0 0 .5rem; font-size: 1rem; }
h4 { margin-top: .75rem; font-size: .875rem; color: var(--soft); }
.method { color: var(--brand); }
pre { margin: 0; padding: .75rem; overflow-x: auto; background: var(--paper); border-radius: 8px; font-size: .875rem; }
table { width: 100%; border-collapse: collapse; background: var(--card); }
th, td { padding: .5rem; text-align: start; vertical-align: top; border-top: 1px solid var(--line); font-weight: normal; }
thead th { color: var(--soft); }
td code { overflow-wrap: anywhere; }
.quiet { color: var(--soft); }
td [lang=th] { color: var(--soft); }
tr:target { outline: 2px solid var(--brand); }`
