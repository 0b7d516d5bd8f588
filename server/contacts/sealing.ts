import type { Contacts } from '../../domain/owners/contact'
import type { Config } from '../config'
import { Buffer } from 'node:buffer'
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'

/** Contacts, and whether one was sealed with the key that seals now. */
export interface ContactSealing extends Contacts { isCurrent: (sealed: string) => boolean }

interface Key { id: string, bytes: Buffer }

const named = (bytes: Buffer): Key => ({ id: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes })

/**
 * Seals contacts with AES-256-GCM: `1.<key id>.<iv, tag and words>`, bound to whose they are. The key is `CONTACT_KEY`, else one made of the
 * product's secret for this purpose alone; that one and `CONTACT_KEY_OLD` open what they sealed before.
 */
export function contactSealing({ sessionSecret, contactKey, contactKeyOld }: Pick<Config, 'sessionSecret' | 'contactKey' | 'contactKeyOld'>): ContactSealing {
  const derived = createHmac('sha256', sessionSecret).update('contacts').digest()
  const [given, before] = [contactKey, contactKeyOld].map(key => key ? [Buffer.from(key, 'base64')] : [])
  const keys = [...given!, derived, ...before!].map(named)
  const seals = keys[0]!
  return {
    isCurrent: sealed => sealed.split('.')[1] === seals.id,
    seal(words, userId) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', seals.bytes, iv).setAAD(Buffer.from(userId))
      const inside = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()])
      return ['1', seals.id, Buffer.concat([iv, cipher.getAuthTag(), inside]).toString('base64url')].join('.')
    },
    open(sealed, userId) {
      const [version, id, text] = sealed.split('.')
      const key = version === '1' && keys.find(one => one.id === id)
      const bytes = Buffer.from(text ?? '', 'base64url')
      if (!key || bytes.length < 28) return null
      const decipher = createDecipheriv('aes-256-gcm', key.bytes, bytes.subarray(0, 12)).setAAD(Buffer.from(userId))
      decipher.setAuthTag(bytes.subarray(12, 28))
      try {
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
      }
      catch {
        return null
      }
    },
  }
}
