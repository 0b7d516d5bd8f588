import type { SecureHeadersVariables } from 'hono/secure-headers'
import { Hono } from 'hono'
import { html } from 'hono/html'

/** `GET /`: a page for whoever opens the address in a browser, and for the one who installs it. */
export function homeRoutes({ chatLink }: { chatLink: () => string | null }) {
  return new Hono<{ Variables: SecureHeadersVariables }>().get('/', (c) => {
    const link = chatLink()
    return c.html(html`<!doctype html>
<html lang="th">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>ส่องกล้อง · SongKlong</title>
<link rel="icon" href="data:,">
<style nonce="${c.get('secureHeadersNonce') ?? ''}">
  :root { color-scheme: light dark; --ink: #10201d; --soft: #5b6b67; --line: #dde4e1; --paper: #f4f7f6; --card: #fff; --brand: #0b6b5d; --normal: #18794e; --normal-tint: #e6f4ec; }
  @media (prefers-color-scheme: dark) { :root { --ink: #e8efed; --soft: #a3b3ae; --line: #2c3b37; --paper: #10201d; --card: #182a26; --brand: #6cc5b5; --normal: #7fd3a6; --normal-tint: #17372a; } }
  body { font: 16px/1.6 system-ui, "Noto Sans Thai", "Sarabun", sans-serif; margin: 0; padding: 12vh 1.25rem; color: var(--ink); background: var(--paper); }
  main { max-width: 30rem; margin: auto; padding: 1.5rem; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
  h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
  p { margin: .5rem 0; }
  .state { display: inline-block; margin: 0; padding: 0 .75rem; border-radius: 1rem; color: var(--normal); background: var(--normal-tint); font-weight: 600; }
  [lang="en"] { color: var(--soft); }
  a { display: inline-block; min-height: 44px; line-height: 44px; padding: 0 1.25rem; border-radius: 8px; color: var(--card); background: var(--brand); text-decoration: none; }
  a [lang="en"] { color: inherit; }
</style>
<main>
<h1>ส่องกล้อง</h1>
<p class="state">● ระบบกำลังทำงาน</p>
<p>แจ้งกล้องวงจรปิดเสียได้ทาง LINE</p>
<p lang="en">SongKlong is running. Broken CCTV cameras are reported in LINE.</p>
${link && html`<p><a href="${link}">เปิดใน LINE <span lang="en">(open in LINE)</span></a></p>`}
</main>
</html>`)
  })
}
