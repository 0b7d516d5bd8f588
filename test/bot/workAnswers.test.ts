import type { Talker } from '../helpers/talk'
import { beforeEach, describe, expect, it } from 'vitest'
import { after, MINUTE } from '../domain/stage'
import { languages, office, wordsIn } from './office'

const o = office()
const { s } = o
beforeEach(() => o.at(after(MINUTE)))

type State = Parameters<typeof s.workOrderIn>[0]
const order = async (state: State) => s.workOrderIn(state, await s.newPerson())
const begin = (me: Talker, dialogue: string, workOrder: string, more = {}) => me.forges(`s.${dialogue}.${JSON.stringify({ workOrder, ...more })}`)

/** What is not an answer to most questions. */
const wrong: Record<string, (me: Talker) => Promise<string>> = {
  'a sticker': me => me.sendsSticker(),
  'a photo': me => me.sendsPhoto(),
  'a place': me => me.sendsPlace(),
  '5,000 characters': me => me.says('ก'.repeat(5000)),
  'emoji': me => me.says('🎥🔥'),
  'a number out of range': me => me.says('-99'),
  'nothing but spaces': me => me.says('   '),
  'a button of the same token that says nonsense': me => me.forges(`a.${me.draft()!.token}.{"cause":"GREMLINS","cost":-1,"who":1,"of":{}}`),
  'a button that was made up': me => me.forges('a.zzzzzz.{"cause":"POWER"}'),
  'no button at all': me => me.forges('🙃'),
}
const words = ['emoji', 'a number out of range']

/** Every question of the officers, and what would be a right answer after all. */
const questions: [dialogue: string, question: string, state: State, given: object, right: string[]][] = [
  ['assign', 'who', 'NEW', {}, []],
  ['wait', 'waitingFor', 'IN_PROGRESS', {}, []],
  ['wait', 'note', 'IN_PROGRESS', { waitingFor: 'PART' }, words],
  ['forward', 'agency', 'NEW', {}, []],
  ['reject', 'reason', 'NEW', {}, words],
  ['duplicate', 'of', 'NEW', {}, []],
  ['repair', 'photos', 'IN_PROGRESS', {}, ['a photo']],
  ['repair', 'cause', 'IN_PROGRESS', { photos: 'sent' }, []],
  ['repair', 'cost', 'IN_PROGRESS', { photos: 'sent', cause: 'POWER' }, []],
  ['repair', 'note', 'IN_PROGRESS', { photos: 'sent', cause: 'POWER', cost: 0 }, words],
  ['priority', 'priority', 'NEW', {}, []],
  ['workNote', 'note', 'NEW', {}, words],
]

describe('an answer of the wrong kind', () => {
  it.each(questions)('to %s: %s gets a sentence that helps, with the way out, and the draft stays', async (dialogue, question, state, given, right) => {
    const { workOrderId } = await order(state)
    for (const [kind, act] of Object.entries(wrong)) {
      if (right.includes(kind)) continue
      const me = o.as('official')
      await begin(me, dialogue, workOrderId, given)
      const before = me.draft()!.answers
      for (let again = 0; again < 2; again++) {
        const seen = await act(me)
        expect(seen.length, `${question} ${kind}`).toBeGreaterThan(10)
        expect(me.choices(), `${question} ${kind}`).toContain('ยกเลิก')
      }
      expect(me.draft(), `${question} ${kind}`).toMatchObject({ dialogue, answers: before })
      expect(await me.says('ยกเลิก')).toContain('ยกเลิก')
      expect(me.draft()).toBeUndefined()
    }
    expect((await s.workOrder(workOrderId)).state).toBe(state)
  })
})

describe('ค่าซ่อม', () => {
  it.each([
    ['0', 0n],
    ['๐', 0n],
    ['1,500', 150_000n],
    ['๑๕๐๐ บาท', 150_000n],
    ['300.-', 30_000n],
    ['2.5 พัน', 250_000n],
    ['1500.50', 150_050n],
    ['1,000,000,000', 100_000_000_000n],
  ])('reads “%s”', async (typed, satang) => {
    const { workOrderId } = await order('IN_PROGRESS')
    await s.photo(s.here.people.technician, workOrderId, after(MINUTE))
    const me = o.as('official')
    await begin(me, 'repair', workOrderId, { cause: 'POWER' })
    await me.says(typed)
    await me.says('ข้าม')
    await me.taps('ยืนยัน')
    expect(await s.workOrder(workOrderId)).toMatchObject({ state: 'REPAIRED', costSatang: satang })
  })

  it.each(languages)('says how to write it, and how much is too much (%s)', async (language) => {
    const { t } = wordsIn(language)
    const { workOrderId } = await order('IN_PROGRESS')
    await s.photo(s.here.people.technician, workOrderId, after(MINUTE))
    const me = o.as('official', { language })
    await begin(me, 'repair', workOrderId, { cause: 'POWER' })
    for (const typed of ['-5', 'ฟรี', '1.005', '1e9', '', 'NaN', '9'.repeat(40)]) expect(await me.says(typed || '-'), typed).toContain(t.work.notAnAmount)
    expect(await me.says('1,000,000,000.01')).toContain(t.work.tooMuch(language === 'TH' ? '1,000,000,000 บาท' : '1,000,000,000 baht'))
    expect(await me.taps(language === 'TH' ? '0 บาท' : '0 baht')).toContain(t.work.askRepairNote)
  })
})

describe('photos after the repair', () => {
  it('several at once are one answer, and are asked for only where there is none', async () => {
    const { workOrderId } = await order('IN_PROGRESS')
    const me = o.as('technician')
    expect(await begin(me, 'repair', workOrderId)).toContain('อย่างน้อย 1 รูป')
    expect(await me.says('ต่อไป')).toContain('ยังไม่มีรูปหลังซ่อม')
    expect(await me.sendsPhoto({ index: 1, total: 2 })).toBe('')
    expect(await me.sendsPhoto({ index: 2, total: 2 })).toContain('มีรูปหลังซ่อมแล้ว 2 รูป')
    expect(await me.sendsPhoto()).toContain('มีรูปหลังซ่อมแล้ว 3 รูป')
    expect(await me.sendsSticker()).toContain('มีรูปหลังซ่อมแล้ว 3 รูป')
    await me.says('ยกเลิก')
    expect(await begin(me, 'repair', workOrderId)).toContain('(2/4) สาเหตุคืออะไร')
  })

  it('at most ten; the eleventh is refused in words and the ten are kept', async () => {
    const { workOrderId } = await order('IN_PROGRESS')
    const me = o.as('technician')
    await begin(me, 'repair', workOrderId)
    for (let i = 0; i < 10; i++) await me.sendsPhoto()
    expect(me.sees()).toContain('10 รูป')
    expect(await me.sendsPhoto()).toContain('แนบภาพได้ไม่เกิน 10 ภาพ')
    expect(me.sees()).toContain('10 รูป')
    expect(await me.says('ต่อไป')).toContain('สาเหตุ')
    expect(await s.db.attachment.count({ where: { workOrderId } })).toBe(10)
  })

  it('one of the earlier repair does not count after “still broken”', async () => {
    const { workOrderId } = await order('REPAIRED')
    await s.db.workOrder.update({ where: { id: workOrderId }, data: { state: 'IN_PROGRESS', reopenedAt: after(MINUTE) } })
    o.at(after(2 * MINUTE))
    const me = o.as('technician')
    expect(await begin(me, 'repair', workOrderId)).toContain('อย่างน้อย 1 รูป')
    await me.sendsPhoto()
    expect(await me.says('เสร็จ')).toContain('สาเหตุ')
  })

  it('without one a made-up answer does not help', async () => {
    const { workOrderId } = await order('IN_PROGRESS')
    const me = o.as('technician')
    await begin(me, 'repair', workOrderId, { photos: 'sent', cause: 'POWER', cost: 0, note: null })
    expect(await me.taps('ยืนยัน')).toContain('ต้องมีภาพหลังซ่อมอย่างน้อย 1 ภาพ')
    expect(me.sees()).toContain('0 รูป')
    await me.forges(`e.${me.draft()!.token}.photos`)
    await me.sendsPhoto()
    await me.says('ต่อไป')
    expect(me.sees()).toContain('1 รูป')
    await me.taps('ยืนยัน')
    expect((await s.workOrder(workOrderId)).state).toBe('REPAIRED')
  })
})

describe('going back and changing answers', () => {
  it.each(languages)('takes one step back, edits one answer on the card, and cancels without a trace (%s)', async (language) => {
    const { t } = wordsIn(language)
    const { workOrderId } = await order('IN_PROGRESS')
    await s.photo(s.here.people.technician, workOrderId, after(MINUTE))
    const me = o.as('technician', { language })
    expect(await begin(me, 'repair', workOrderId)).toContain(t.work.askCause)
    await me.says(language === 'TH' ? 'ไฟฟ้า' : 'power')
    expect(await me.taps(t.menu.back)).toContain(t.work.askCause)
    await me.says(language === 'TH' ? 'ตัวกล้อง' : 'camera')
    await me.says('100')
    await me.taps(t.menu.skip)
    await me.taps(t.menu.edit)
    expect(me.choices()).toEqual([t.work.afterPhotos, t.work.cause, t.work.cost, t.work.note, t.menu.cancel])
    expect(await me.taps(t.work.cost)).toContain(t.work.askCost)
    expect(await me.says('250')).toContain(language === 'TH' ? '250 บาท' : '250 baht')
    expect(me.sees()).toContain(language === 'TH' ? 'ตัวกล้อง' : 'Camera')
    await me.forges(`e.${me.draft()!.token}.note`)
    expect(await me.says('เปลี่ยนเลนส์')).toContain('เปลี่ยนเลนส์')
    await me.says(t.menu.cancel)
    expect((await s.workOrder(workOrderId)).state).toBe('IN_PROGRESS')
    expect(await me.says(t.menu.confirm)).not.toContain('W-')
  })
})

describe('a question about a repair that has gone to another agency meanwhile', () => {
  it.each(questions)('%s: %s is answered with a sentence, and can be left', async (dialogue, question, state, given) => {
    for (const kind of ['a sticker', 'a number out of range']) {
      const { workOrderId } = await order(state)
      const me = o.as('official')
      await begin(me, dialogue, workOrderId, given)
      expect(me.draft(), `${question} ${kind}`).toBeDefined()
      await s.db.workOrder.update({ where: { id: workOrderId }, data: { agencyId: s.here.agencies.town, assigneeId: null } })
      expect((await wrong[kind]!(me)).length, `${question} ${kind}`).toBeGreaterThan(10)
      await me.says('ยกเลิก')
      expect(me.draft(), `${question} ${kind}`).toBeUndefined()
    }
  })

  it('says that it is somebody else’s now where the question itself would show the repair, and keeps no draft', async () => {
    const { workOrderId } = await order('IN_PROGRESS')
    const me = o.as('official')
    await begin(me, 'repair', workOrderId)
    await s.db.workOrder.update({ where: { id: workOrderId }, data: { agencyId: s.here.agencies.town, assigneeId: null } })
    expect(await me.says('ต่อไป')).toContain('งานนี้ไม่ได้อยู่กับคุณ')
    expect(me.draft()).toBeUndefined()
  })
})
