import { createHmac } from 'node:crypto'
import { sameText } from '../line/signature'

/** Makes and checks addresses that are good for a time: whoever has one may look, and nobody else at any time. */
export interface SignedLinks {
  /** What follows the address: `expires=…&signature=…`. */
  sign: (subject: string) => string
  /** Whether it was made here for this subject and how it stands; `expires` and `signature` as they came. */
  check: (subject: string, expires: string | undefined, signature: string | undefined) => 'good' | 'forged' | 'expired'
}

/** Links signed with a key that is made of the session secret for this purpose alone; good for at least so many ms. */
export function signedLinks(sessionSecret: string, purpose: string, validFor: number, now: () => Date): SignedLinks {
  const key = createHmac('sha256', sessionSecret).update(purpose).digest()
  const mark = (subject: string, expires: string) => createHmac('sha256', key).update(`${subject}/${expires}`).digest('base64url')
  return {
    sign(subject) {
      // Rounded up, so that what is sent again within some minutes carries the same address.
      const expires = String(Math.ceil((now().getTime() + validFor) / 300_000) * 300)
      return `expires=${expires}&signature=${mark(subject, expires)}`
    },
    check(subject, expires, signature) {
      if (!expires || !/^\d{1,12}$/.test(expires) || !signature || !sameText(mark(subject, expires), signature)) return 'forged'
      return Number(expires) * 1000 < now().getTime() ? 'expired' : 'good'
    },
  }
}
