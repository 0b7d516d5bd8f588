import type { PhotoSize } from './store'
import { signedLinks } from '../auth/signedLinks'

/** A link to a photo is good for this long, ms. */
const validFor = 3600_000

/** Makes and checks links to photos: whoever has one may look for an hour, and nobody else at any time. */
export interface PhotoLinks {
  /** The address of a photo in a size. */
  link: (attachmentId: string, size: PhotoSize) => string
  /** Whether the link was made here and how it stands; `expires` and `signature` as they came. */
  check: (attachmentId: string, size: string, expires: string | undefined, signature: string | undefined) => 'good' | 'forged' | 'expired'
}

/** Links below `publicUrl`. A card sent again within some minutes carries the same address and is not fetched twice. */
export function photoLinks({ publicUrl, sessionSecret }: { publicUrl: string, sessionSecret: string }, now: () => Date): PhotoLinks {
  const signed = signedLinks(sessionSecret, 'photo links', validFor, now)
  return {
    link: (id, size) => `${publicUrl}/photos/${id}/${size}?${signed.sign(`${id}/${size}`)}`,
    check: (id, size, expires, signature) => signed.check(`${id}/${size}`, expires, signature),
  }
}
