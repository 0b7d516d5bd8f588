import type { StoreUnderTest } from '../../helpers/stores'
import { Buffer } from 'node:buffer'
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { whyUnusable } from '../../../server/photos/usable'
import { stores } from '../../helpers/stores'

describe.each(stores)('the photo store %s', (_, open) => {
  let place: StoreUnderTest
  beforeAll(async () => { place = await open() })
  afterAll(() => place.close())
  const key = `${'0123456789abcdef'.repeat(2)}.full`

  it('keeps bytes under a key until they are removed', async () => {
    const { store } = place
    expect(await store.get(key)).toBeNull()
    const bytes = randomBytes(300_000)
    await store.put(key, Buffer.from('first'))
    await store.put(key, bytes)
    expect(bytes.equals((await store.get(key))!)).toBe(true)
    expect(await place.keys()).toEqual([key])
    await store.delete(key)
    await store.delete(key)
    expect(await store.get(key)).toBeNull()
  })

  it.each(['../../etc/passwd', `${key}/..`, `..%2f${key}`, `${'x'.repeat(32)}.full`, `${key}\n`, key.toUpperCase(), ''])('takes %j for no key', async (bad) => {
    const { store } = place
    for (const act of [() => store.put(bad, new Uint8Array(1)), () => store.get(bad), () => store.delete(bad)]) await expect(act()).rejects.toThrow('Not a key')
  })

  it('is tried out without leaving anything in it', async () => {
    expect(await whyUnusable(place.store)).toBeNull()
    expect(await place.keys()).toEqual([])
  })
})
