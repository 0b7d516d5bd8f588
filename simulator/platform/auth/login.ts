import type { Variables } from '../http'
import type { World } from '../world/world'
import type { IdTokens } from './idToken'
import { Hono } from 'hono'
import { html } from 'hono/html'
import { Refusal } from '../refusal'

/**
 * LINE Login's page, for who opens the app in a browser of their own: `GET /liff/login?redirect_uri=` asks who one is, `GET /liff/login/:userId`
 * goes back to the app with that person's ID token behind the address. Like LINE, it goes back only to the app itself.
 */
export function loginRoutes(world: World, idTokens: IdTokens) {
  function checked(redirectUri: string | undefined): string {
    const base = world.options.liffBaseUrl
    if (!base || !(redirectUri === base || redirectUri?.startsWith(`${base}/`))) throw new Refusal(400, `redirect_uri must begin with the app's address${base ? `, ${base}` : ''}`)
    return redirectUri
  }
  return new Hono<{ Variables: Variables }>()
    .get('/liff/login.css', c => c.body(style, 200, { 'content-type': 'text/css' }))
    .get('/liff/login', (c) => {
      const redirectUri = checked(c.req.query('redirect_uri'))
      return c.html(html`<!doctype html>
<html lang="th">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>เข้าสู่ระบบ – LINE จำลอง</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/liff/login.css">
<main>
<h1>เข้าสู่ระบบด้วย LINE จำลอง</h1>
<p>เลือกว่าคุณเป็นใคร <span lang="en">Choose who you are</span></p>
<ul>${Array.from(world.people.values(), ({ id, name, role }) => html`<li><a href="/liff/login/${id}?redirect_uri=${encodeURIComponent(redirectUri)}"><strong>${name}</strong><br>${role.th}${role.en && html` <span lang="en">${role.en}</span>`}</a></li>`)}</ul>
</main>
</html>`)
    })
    .get('/liff/login/:userId', async (c) => {
      const redirectUri = checked(c.req.query('redirect_uri'))
      const person = world.people.get(c.req.param('userId'))
      if (!person) throw new Refusal(404, 'Not found')
      return c.redirect(`${redirectUri.replace(/#.*/, '')}#id_token=${await idTokens.issue(person.id)}`)
    })
}

const style = `
:root { color-scheme: light dark; --ink: #10201d; --soft: #5b6b67; --line: #dde4e1; --paper: #f4f7f6; --card: #fff; --brand: #0b6b5d; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8f0ed; --soft: #9fb0ab; --line: #2a3a36; --paper: #0c1715; --card: #13211e; --brand: #4fc0ac; } }
body { margin: 0; font: 16px/1.6 system-ui, 'Noto Sans Thai', sans-serif; color: var(--ink); background: var(--paper); }
main { max-width: 30rem; margin: auto; padding: 2rem 1rem; }
h1 { margin: 0; font-size: 1.25rem; }
p { margin: .25rem 0 1rem; }
span { color: var(--soft); }
ul { display: grid; gap: .5rem; margin: 0; padding: 0; list-style: none; }
a { display: block; padding: .5rem 1rem; border: 1px solid var(--line); border-radius: 12px; text-decoration: none; color: var(--soft); background: var(--card); }
a:hover, a:focus-visible { border-color: var(--brand); }
strong { color: var(--ink); }`
