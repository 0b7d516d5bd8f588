import { describe, expect, it } from 'vitest'
import { changesOf, merge } from '../../liff/outbox/merge'

const seen = { retentionDays: 3, networkName: null, label: 'ก' }

describe('two changes of one thing', () => {
  it('are brought together where they touch different fields', () => {
    expect(merge(seen, { retentionDays: 15 }, { ...seen, networkName: 'อบจ.' })).toEqual({ changes: { retentionDays: 15 }, clashes: [] })
  })

  it('clash only where both made something different of a field', () => {
    expect(merge(seen, { retentionDays: 15, label: 'ข', networkName: 'อบจ.' }, { retentionDays: 30, label: 'ข', networkName: null })).toEqual({
      changes: { networkName: 'อบจ.' },
      clashes: [{ field: 'retentionDays', before: 3, mine: 15, theirs: 30 }],
    })
  })

  it('are what differs; nothing is the same as not known', () => {
    expect(changesOf(seen, { retentionDays: 3, networkName: undefined, label: '' })).toEqual({ label: '' })
    expect(merge(seen, { retentionDays: null }, { ...seen, retentionDays: undefined }).clashes).toEqual([])
  })
})
