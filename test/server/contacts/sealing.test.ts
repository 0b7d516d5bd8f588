import { Buffer } from 'node:buffer'
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rotateContacts } from '../../../server/contacts/rotate'
import { contactSealing } from '../../../server/contacts/sealing'
import { stage } from '../../domain/stage'

const sessionSecret = 'a session secret that is only for tests'
const key = () => randomBytes(32).toString('base64')
const [first, second] = [key(), key()]
const sealedBy = (contactKey?: string, contactKeyOld?: string, secret = sessionSecret) => contactSealing({ sessionSecret: secret, contactKey, contactKeyOld })

describe('a sealed contact', () => {
  const words = '{"name":"มาลี","phone":"0812345678"}'

  it('opens with its key for its person, and never looks the same twice', () => {
    const contacts = sealedBy(first)
    const [one, other] = [contacts.seal(words, 'a'), contacts.seal(words, 'a')]
    expect(one).not.toBe(other)
    expect(one).toMatch(/^1\.[0-9a-f]{8}\.[\w-]+$/)
    expect(contacts.open(one, 'a')).toBe(words)
    expect(contacts.open(one, 'b')).toBeNull()
  })

  it('opens with no other key, and not when a character of it was changed', () => {
    const sealed = sealedBy(first).seal(words, 'a')
    for (const other of [sealedBy(second), sealedBy(), sealedBy(undefined, second)]) expect(other.open(sealed, 'a')).toBeNull()
    const text = sealed.split('.')[2]!
    for (const at of [0, 16, 40, text.length - 2]) {
      const changed = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)
      expect([at, sealedBy(first).open(sealed.replace(text, changed), 'a')]).toEqual([at, null])
    }
    for (const none of ['', 'sealed', '1', '1.', '1.00000000.AAAA', `2.${sealed.slice(2)}`]) expect([none, sealedBy(first).open(none, 'a')]).toEqual([none, null])
  })

  it('opens with the key before, and with the one made of the product’s secret where none was set then', () => {
    const [made, old] = [sealedBy().seal(words, 'a'), sealedBy(first).seal(words, 'a')]
    const now = sealedBy(second, first)
    expect([now.open(made, 'a'), now.open(old, 'a')]).toEqual([words, words])
    expect([now.isCurrent(made), now.isCurrent(old), now.isCurrent(now.seal(words, 'a'))]).toEqual([false, false, true])
    expect(sealedBy(undefined, undefined, 'another secret of thirty-two characters').open(made, 'a')).toBeNull()
    expect(Buffer.from(second, 'base64')).toHaveLength(32)
  })
})

describe('contacts:rotate', () => {
  const s = stage()
  const words = 'ร้านทอง'
  beforeAll(async () => {
    for (let n = 0; n < 3; n++) {
      const { id } = await s.privateCamera()
      const contacts = n === 0 ? sealedBy() : sealedBy(first)
      await s.db.privateCamera.update({ where: { cameraId: id }, data: { contact: contacts.seal(words, s.here.people.owner.userId) } })
    }
  })
  afterAll(async () => s.db.privateCamera.deleteMany())

  it('seals all anew, once; afterwards the old key is needed no more', async () => {
    const now = sealedBy(second, first)
    expect(await rotateContacts(s.db, now)).toEqual({ sealed: 3, already: 0, unreadable: 0 })
    expect(await rotateContacts(s.db, now)).toEqual({ sealed: 0, already: 3, unreadable: 0 })
    const alone = sealedBy(second, undefined, 'another secret of thirty-two characters')
    for (const { contact, ownerId } of await s.db.privateCamera.findMany()) expect(alone.open(contact, ownerId)).toBe(words)
  })

  it('leaves alone, and counts, what no key opens', async () => {
    expect(await rotateContacts(s.db, sealedBy(key()))).toEqual({ sealed: 0, already: 0, unreadable: 3 })
  })
})
