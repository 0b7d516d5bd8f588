import * as z from 'zod'

/** An entry of a chain that somebody wrote down: the beginning of its hash says that this one, and all before it, are as they were then. */
export interface Head { chain: string, seq: number, hash: string }

/** Characters of a hash that are told, 128 bits: nobody finds other entries with the same. */
const told = 32

/** `15:1234:9f86d081884c7d659a2feaa0c55ad015`: short enough to be copied in a chat, and what `npm run audit:verify -- --head` takes. */
export const headText = ({ chain, seq, hash }: Head): string => `${chain}:${seq}:${hash.slice(0, told)}`

/** The same, read; at least 32 characters of the hash. */
export const headFromText = z.string().trim().toLowerCase().regex(/^\d{2}:[1-9]\d{0,9}:[0-9a-f]{32,64}$/).transform((text): Head => {
  const [chain, seq, hash] = text.split(':') as [string, string, string]
  return { chain, seq: Number(seq), hash }
})
