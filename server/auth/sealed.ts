import { Buffer } from 'node:buffer'
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

/** Keeps words so that the database alone does not tell them. */
export interface Sealing {
  seal: (words: string) => string
  /** Gives back what was sealed; throws an Error for anything else. */
  open: (sealed: string) => string
}

/** Seals with a key made of the product's secret (AES-256-GCM). */
export function sealing(sessionSecret: string): Sealing {
  const key = createHmac('sha256', sessionSecret).update('sealed answers').digest()
  return {
    seal(words) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, iv)
      const inside = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), inside]).toString('base64url')
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
      decipher.setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    },
  }
}
