import type { FakeBucket } from '../../helpers/bucket'
import { Buffer } from 'node:buffer'
import dns from 'node:dns'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { s3Store } from '../../../server/photos/s3'
import { whyUnusable } from '../../../server/photos/usable'
import { fakeBucket } from '../../helpers/bucket'

const key = `${'0123456789abcdef'.repeat(2)}.full`
const bytes = Buffer.from('the bytes of a photo')
const quick = { timeout: 300, pauses: [1, 1] }

let bucket: FakeBucket
beforeEach(async () => { bucket = await fakeBucket() })
afterEach(() => bucket.close())
const trouble = { status: 503, code: 'SlowDown' }

describe('a bucket', () => {
  it('is addressed by path, or by the name of the host, as the settings say', async () => {
    await s3Store(bucket.access).put(key, bytes)
    expect([...bucket.objects.keys()]).toEqual([`photos/${key}`])
    const { port } = new URL(bucket.access.endpoint)
    const asked: string[] = []
    const spy = vi.spyOn(dns, 'lookup').mockImplementation(((name: string, options: dns.LookupAllOptions, done: (error: null, found: object) => void) => {
      asked.push(name)
      done(null, [{ address: '127.0.0.1', family: 4 }])
    }) as unknown as typeof dns.lookup)
    const inHost = s3Store({ ...bucket.access, endpoint: `http://s3.test:${port}`, pathStyle: false })
    expect(await inHost.get(key)).toEqual(bytes)
    await inHost.delete(key)
    spy.mockRestore()
    expect(asked[0]).toBe('songklong-photos.s3.test')
    expect(bucket.objects.size).toBe(0)
  })

  it.each([
    ['has trouble', trouble],
    ['is asked too often', { status: 429, code: 'TooManyRequests' }],
    ['does not answer', 'hang' as const],
    ['answers half', 'cut' as const],
  ])('that %s twice is asked again', async (_, fault) => {
    const store = s3Store(bucket.access, quick)
    bucket.objects.set(`photos/${key}`, bytes)
    bucket.faults.push(fault, fault)
    expect(await store.get(key)).toEqual(bytes)
    expect(bucket.asked).toHaveLength(3)
  })

  it('that stays in trouble is given up with a sentence, and asked again the next time', async () => {
    const store = s3Store(bucket.access, quick)
    bucket.faults.push(trouble, trouble, trouble)
    await expect(store.put(key, bytes)).rejects.toThrow(/^The photo store \(bucket songklong-photos at 127\.0\.0\.1:\d+\) refuses PUT: 503 SlowDown\.$/)
    bucket.faults.push('hang', 'hang', 'hang')
    await expect(store.put(key, bytes)).rejects.toThrow(/is not reached: no answer in 300 ms\.$/)
    await store.put(key, bytes)
    expect(bucket.objects.get(`photos/${key}`)).toEqual(bytes)
  })

  it('that is not there at all is named in a sentence', async () => {
    const { access } = bucket
    await bucket.close()
    await expect(s3Store(access, quick).get(key)).rejects.toThrow(/is not reached: ECONNREFUSED\.$/)
    bucket = await fakeBucket()
  })

  it.each([
    ['InvalidAccessKeyId', { accessKeyId: 'AKIAOTHER' }, 'S3_ACCESS_KEY_ID'],
    ['SignatureDoesNotMatch', { secretAccessKey: 'other' }, 'S3_SECRET_ACCESS_KEY'],
    ['AuthorizationHeaderMalformed', { region: 'eu-west-1' }, 'S3_REGION'],
    ['NoSuchBucket', { bucket: 'other' }, 'S3_BUCKET'],
  ])('that says %s is not asked twice, and what to correct is said', async (code, wrong, variable) => {
    const store = s3Store({ ...bucket.access, ...wrong }, quick)
    for (const act of [() => store.put(key, bytes), () => store.get(key), () => store.delete(key)]) {
      bucket.asked.length = 0
      const failure = await act().catch((error: Error) => error.message)
      expect(failure).toContain(code)
      expect(failure).toContain(variable)
      expect(bucket.asked).toHaveLength(1)
    }
    expect(await whyUnusable(store)).toContain(variable)
  })

  it('never follows to another address', async () => {
    bucket.faults.push({ status: 301, code: 'PermanentRedirect' })
    await expect(s3Store(bucket.access, quick).get(key)).rejects.toThrow('correct S3_REGION and S3_ENDPOINT')
    expect(bucket.asked).toHaveLength(1)
  })
})
