import type { Contacts } from '../../domain/owners/contact'
import type { SignedLinks } from '../auth/signedLinks'
import type { Transact } from '../transaction'
import { Hono } from 'hono'
import { heldAbout } from '../../domain/owners/held'

export interface HeldDeps { links: SignedLinks, transact: Transact, contacts: Contacts }

/** How long a link to what is held about somebody is good, ms. */
export const heldFor = 10 * 60_000

/** `GET /held/:userId?expires&signature`: a file with all that is held about somebody, to whoever has the link that they were given. Says no more than it must to others. */
export function heldRoutes({ links, transact, contacts }: HeldDeps) {
  return new Hono().get('/held/:userId{[0-9a-f-]{36}}', async (c) => {
    const { userId } = c.req.param()
    const standing = links.check(userId, c.req.query('expires'), c.req.query('signature'))
    if (standing !== 'good') return c.body(null, standing === 'expired' ? 410 : 403)
    const held = await transact(({ db }) => heldAbout({ db, contacts }, userId))
    return c.body(JSON.stringify(held, null, 2), 200, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'content-disposition': 'attachment; filename="songklong.json"',
    })
  })
}
