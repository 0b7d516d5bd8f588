import type { CheckedChain, Finding, Flaw } from '../../domain/chain/check'
import { noProvince } from '../../domain/chain/entry'
import { headText } from '../../domain/chain/head'

const sentences: Record<Flaw, string> = {
  outside: 'stands in no chain: it was put in by hand',
  elsewhere: 'is of another province than its chain: it was changed, or put in by hand',
  gap: 'is missing: it was removed',
  twice: 'is there twice: one was put in by hand, or its number changed',
  order: 'does not follow the one before it: one of them was changed, put in or moved',
  changed: 'is not what was written: it was changed',
  rewritten: 'is not the one that was written down: the chain was written anew from here or before',
  short: 'was written down and is not there: the chain was cut off',
}

/** What is wrong with an entry, for the operator. */
export function sentenceOf({ chain, seq, at, flaw }: Finding): string {
  return `${place(chain)}, entry ${seq || '?'}${at ? ` (${at})` : ''} ${sentences[flaw]}.`
}

/** How far a good chain goes, with the head that `--head` takes. */
export const lineOf = ({ head, at }: CheckedChain): string => `${place(head.chain)}: ${head.seq} entries, the last of ${at}  ${headText(head)}`

const place = (chain: string) => chain === noProvince ? 'No province' : `Province ${chain}`
