import type { PhotoSize } from './store'
import { createHmac } from 'node:crypto'
import { sameText } from '../line/signature'

/** A link to a photo is good for this long, ms. */
const validFor = 3600_000

/** Makes and checks links to photos: whoever has one may look for an hour, and nobody else at any time. */
export interface PhotoLinks {
  /** The address of a photo in a size. */
  link: (attachmentId: string, size: PhotoSize) => string
  /** Whether the link was made here and how it stands; `expires` and `signature` as they came. */
  check: (attachmentId: string, size: string, expires: string | undefined, signature: string | undefined) => 'good' | 'forged' | 'expired'
}

/** Links below `publicUrl`, signed with a key that is derived from the session secret for this purpose alone. */
export function photoLinks({ publicUrl, sessionSecret }: { publicUrl: string, sessionSecret: string }, now: () => Date): PhotoLinks {
  const key = createHmac('sha256', sessionSecret).update('photo links').digest()
  const sign = (id: string, size: string, expires: string) => createHmac('sha256', key).update(`${id}/${size}/${expires}`).digest('base64url')
  return {
    link(id, size) {
      // Rounded up, so that a card sent again within some minutes carries the same address and is not fetched twice.
      const expires = String(Math.ceil((now().getTime() + validFor) / 300_000) * 300)
      return `${publicUrl}/photos/${id}/${size}?expires=${expires}&signature=${sign(id, size, expires)}`
    },
    check(id, size, expires, signature) {
      if (!expires || !/^\d{1,12}$/.test(expires) || !signature || !sameText(sign(id, size, expires), signature)) return 'forged'
      return Number(expires) * 1000 < now().getTime() ? 'expired' : 'good'
    },
  }
}
