import type { Person } from '../domain/stage'
import type { Talker } from '../helpers/talk'
import { beforeEach, describe, expect, it } from 'vitest'
import { dialogues } from '../../bot/dialogues'
import { dialogueOfMove } from '../../bot/moves'
import { moveLabels, workOrderStateLabels } from '../../domain/labels/workOrders'
import * as commands from '../../domain/workOrders/commands'
import { moves } from '../../domain/workOrders/rules'
import { after, DAY, MINUTE } from '../domain/stage'
import { talker } from '../helpers/talk'
import { languages, office, wordsIn } from './office'

const o = office()
const { s } = o
const who = s.here.people
beforeEach(() => o.at(after(MINUTE)))

type State = Parameters<typeof s.workOrderIn>[0]
const order = async (state: State = 'NEW') => s.workOrderIn(state, await s.newPerson())
const is = (id: string) => s.workOrder(id)
const begin = (me: Talker, dialogue: string, workOrder: string) => me.forges(`s.${dialogue}.${JSON.stringify({ workOrder })}`)
const officersMoves = Object.keys(dialogueOfMove) as (keyof typeof moves)[]

describe('a whole repair in chat', () => {
  it.each(languages)('goes by its buttons from new to repaired, saying who does what by when (%s)', async (language) => {
    const { t, move } = wordsIn(language)
    const { workOrderId, workOrderNumber } = await order()
    const official = o.as('official', { language })
    await official.says(workOrderNumber)
    expect(official.buttons()).toEqual([t.work.copy, t.work.map, move('acknowledge'), move('assign'), move('forward')])
    expect(official.choices()).toEqual([move('reject'), move('markDuplicate'), move('setPriority'), move('addNote'), t.menu.myWork])
    const until = language === 'TH' ? '30 พ.ย. 2569 09:00 น.' : '30 Nov 2026 09:00'
    expect(await official.taps(move('acknowledge'))).toContain(t.work.acknowledged(workOrderNumber, language === 'TH' ? 'อบต.โพสะ' : 'Pho Sa', until))
    expect(await official.taps(move('assign'))).toContain(t.work.askWho)
    expect(official.choices()).toEqual([t.work.myself, 'technician', 'otherTechnician', 'colleague', t.menu.cancel])
    expect(await official.taps('technician')).toContain(t.work.assigned(workOrderNumber, 'technician', until))
    const technician = o.as('technician', { language })
    await technician.says(t.menu.myWork)
    expect(await technician.says(`${move('start')} ${workOrderNumber}`)).toContain(t.work.started(workOrderNumber, 'technician', until))
    expect(technician.buttons()).toEqual([t.work.copy, t.work.map, move('repair'), move('wait'), t.menu.inApp])
    expect(await technician.taps(move('wait'))).toContain(t.work.askWaitingFor)
    const part = language === 'TH' ? 'รออะไหล่' : 'Waiting for a part'
    expect(await technician.taps(part)).toContain(t.work.askWaitingNote)
    expect(await technician.taps(t.menu.skip)).toContain(t.work.paused(workOrderNumber, part))
    expect(technician.sees()).toContain(t.work.clockStands)
    o.at(after(MINUTE + DAY))
    expect(await technician.taps(move('resume'))).toContain(language === 'TH' ? '1 ธ.ค. 2569 09:00 น.' : '1 Dec 2026 09:00')
    expect(await technician.taps(move('repair'))).toContain(`(1/4) ${t.work.askAfterPhoto}`)
    expect(await technician.sendsPhoto()).toContain(t.work.photosCame(1))
    expect(await technician.taps(t.menu.next)).toContain(`(2/4) ${t.work.askCause}`)
    expect(technician.choices()).toHaveLength(13)
    expect(await technician.taps(language === 'TH' ? 'สายสัญญาณ' : 'Cable')).toContain(`(3/4) ${t.work.askCost}`)
    expect(await technician.says('๑,๕๐๐')).toContain(`(4/4) ${t.work.askRepairNote}`)
    expect(await technician.says('เปลี่ยนสาย')).toContain(t.work.repairNote)
    expect(technician.choices()).toEqual([t.menu.confirm, t.menu.edit, t.menu.cancel])
    expect(await technician.taps(t.menu.confirm)).toContain(t.work.repaired(workOrderNumber, language === 'TH' ? '1 ธ.ค. 2569 09:01 น.' : '1 Dec 2026 09:01'))
    expect(await is(workOrderId)).toMatchObject({ state: 'REPAIRED', cause: 'CABLE', costSatang: 150_000n })
    expect((await is(workOrderId)).events.at(-1)).toMatchObject({ kind: 'REPAIRED', reason: 'เปลี่ยนสาย', actorId: who.technician.userId })
  })
})

describe('every move', () => {
  it.each(officersMoves)('%s is a dialogue that can be used in groups, started by its typed name with a number', async (move) => {
    const of = dialogues[dialogueOfMove[move]!]!
    expect(of.inGroups).toBe(true)
    const [state] = moves[move].from
    const { workOrderNumber } = await order(state as State)
    for (const [language, label] of [['TH', moveLabels[move].th], ['EN', moveLabels[move].en]] as const) {
      const me = o.as('official', { language })
      await me.says(`${label.replace('…', '')} ${workOrderNumber}`)
      expect(me.sees()).not.toBe('')
      expect(me.draft()?.dialogue ?? of.name).toBe(of.name)
      await me.says(wordsIn(language).t.menu.cancel)
      if (!me.draft()) break
    }
  })

  it.each(officersMoves)('%s from an old card says how it stands now instead of beginning', async (move) => {
    const states = (Object.keys(workOrderStateLabels) as State[]).filter(state => !moves[move].from.includes(state))
    for (const state of states) {
      const { workOrderId, workOrderNumber } = await order(state)
      const me = o.as('official')
      const seen = await begin(me, dialogueOfMove[move]!, workOrderId)
      expect(seen, state).toContain(`งานซ่อมนี้อยู่ในสถานะ “${workOrderStateLabels[state].th}” จึงทำ “${moveLabels[move].th}” ไม่ได้`)
      expect(seen, state).toContain(workOrderNumber)
      expect(me.draft()).toBeUndefined()
      expect((await is(workOrderId)).state).toBe(state)
    }
  })

  it.each(officersMoves)('%s is refused to people without a say, with a sentence that helps', async (move) => {
    const { workOrderId } = await order(moves[move].from[0] as State)
    const before = await is(workOrderId)
    const strangers: Person[] = ['otherOfficial', 'otherTechnician', 'otherSecretary', 'far']
    for (const person of strangers) expect(await begin(o.as(person), dialogueOfMove[move]!, workOrderId), person).toContain('งานนี้ไม่ได้อยู่กับคุณ')
    for (const person of ['police', 'committee', 'owner', 'national', 'reporter', 'passerBy'] as const) expect(await begin(o.as(person), dialogueOfMove[move]!, workOrderId), person).toContain('ลงทะเบียน')
    expect(await begin(o.as('official'), dialogueOfMove[move]!, '019ab000-0000-7000-8000-000000000000')).toContain('งานนี้ไม่ได้อยู่กับคุณ')
    expect(await begin(o.as('official'), dialogueOfMove[move]!, 'nothing')).toContain('ปุ่มนี้ใช้ไม่ได้แล้ว')
    expect(await is(workOrderId)).toEqual(before)
  })

  it('the technician it was given to is told what is the office’s to do, and sees the card', async () => {
    const { workOrderId, workOrderNumber } = await order('ASSIGNED')
    const me = o.as('technician')
    for (const dialogue of ['assign', 'priority']) {
      expect(await begin(me, dialogue, workOrderId)).toContain('เฉพาะผู้ที่เกี่ยวข้อง')
      expect(me.sees()).toContain(workOrderNumber)
    }
  })

  it('says so when somebody else was faster, and shows how it stands', async () => {
    const { workOrderId, workOrderNumber } = await order()
    const me = o.as('official')
    await begin(me, 'reject', workOrderId)
    await me.taps('ตรวจแล้วใช้งานได้ปกติ')
    await s.as(who.colleague, act => commands.acknowledge(act, { workOrderId }))
    await s.as(who.colleague, act => commands.start(act, { workOrderId }))
    expect(await me.taps('ยืนยัน')).toContain('“กำลังซ่อม” จึงทำ “ไม่ใช่ปัญหา” ไม่ได้')
    expect(me.sees()).toContain(workOrderNumber)
    expect(me.draft()).toBeUndefined()
  })

  it('left half-done it is kept, and not taken up again when it cannot be done any more', async () => {
    const { workOrderId } = await order()
    const me = o.as('official')
    await begin(me, 'reject', workOrderId)
    await me.says('กล้องปกติ')
    expect(await me.says('งานของฉัน')).toContain(workOrderId ? 'งาน' : '')
    expect(await me.says('แจ้งกล้องเสีย')).toContain('กำลังทำ “ไม่ใช่ปัญหา” อยู่')
    await me.taps('ออก')
    await me.says('ยกเลิก')
    expect(me.choices()).toContain('ทำต่อ ไม่ใช่ปัญหา')
    await s.as(who.colleague, act => commands.acknowledge(act, { workOrderId }))
    await s.as(who.colleague, act => commands.start(act, { workOrderId }))
    expect(await me.taps('ทำต่อ ไม่ใช่ปัญหา')).toContain('“กำลังซ่อม” จึงทำ “ไม่ใช่ปัญหา” ไม่ได้')
    expect(me.draft()).toBeUndefined()
  })
})

describe('ไม่ใช่ปัญหา', () => {
  it.each(languages)('ends it after confirming the reason that the reporter will read (%s)', async (language) => {
    const { t, move } = wordsIn(language)
    const reporter = await s.newPerson()
    const { workOrderId, workOrderNumber } = await s.workOrderIn('NEW', reporter)
    const me = o.as('official', { language })
    await me.says(workOrderNumber)
    expect(await me.taps(move('reject'))).toContain(t.work.askRejectReason)
    expect(await me.taps(t.work.rejectReasons[0]!)).toContain(t.work.rejectNote)
    expect((await is(workOrderId)).state).toBe('NEW')
    expect(await me.taps(t.menu.confirm)).toContain(t.work.rejected(workOrderNumber))
    expect((await is(workOrderId)).events.at(-1)).toMatchObject({ kind: 'REJECTED', reason: t.work.rejectReasons[0] })
    expect(await s.notices(workOrderId)).toEqual([expect.stringContaining('report.rejected')])
  })

  it('the reason goes when its message is taken back, before and after it was confirmed', async () => {
    const { workOrderId } = await order()
    const me = o.as('official')
    await begin(me, 'reject', workOrderId)
    await me.says('เขียนผิด')
    await me.unsends(me.lastOwn())
    expect(me.draft()?.answers).toEqual({ workOrder: workOrderId })
    expect(await me.says('ใช้งานได้')).toContain('ใช้งานได้')
    const message = me.lastOwn()
    await me.taps('ยืนยัน')
    await me.unsends(message)
    expect((await is(workOrderId)).events.at(-1)).toMatchObject({ kind: 'REJECTED', reason: null })
  })
})

describe('เปลี่ยนความเร่งด่วน and บันทึกเพิ่ม', () => {
  it.each(languages)('the due date follows the priority (%s)', async (language) => {
    const { t, move } = wordsIn(language)
    const { workOrderNumber, workOrderId } = await order()
    const me = o.as('official', { language })
    await me.says(workOrderNumber)
    expect(await me.taps(move('setPriority'))).toContain(t.work.askPriority)
    const urgent = language === 'TH' ? 'ด่วนที่สุด' : 'Urgent'
    expect(await me.taps(urgent)).toContain(t.work.prioritised(workOrderNumber, urgent, language === 'TH' ? 'อบต.โพสะ' : 'Pho Sa', language === 'TH' ? '24 พ.ย. 2569 09:01 น.' : '24 Nov 2026 09:01'))
    expect((await is(workOrderId)).priority).toBe('URGENT')
  })

  it('a note of 1,000 characters is kept, of 1,001 is not; it is gone when its message is taken back', async () => {
    const { workOrderId } = await order('CLOSED')
    const me = o.as('official')
    await begin(me, 'workNote', workOrderId)
    expect(await me.says('ก'.repeat(1001))).toContain('ขอไม่เกิน 1000 ตัวอักษร')
    expect(await me.says('ก'.repeat(1000))).toContain('บันทึกลงใน')
    expect((await is(workOrderId)).events.at(-1)).toMatchObject({ kind: 'NOTE', reason: 'ก'.repeat(1000) })
    await me.unsends(me.lastOwn())
    expect((await is(workOrderId)).events.at(-1)!.reason).toBeNull()
  })
})

describe('in the agency’s group', () => {
  it('officers work as alone, each with their own dialogue, and chatter is left alone', async () => {
    const group = `C${'1'.repeat(32)}`
    const { workOrderNumber, workOrderId } = await order()
    const [official, colleague, passerBy] = [o.as('official', { group }), o.as('colleague', { group }), o.as('passerBy', { group })]
    expect(await official.says('ไปกินข้าวกัน')).toBe('')
    expect(await official.says(workOrderNumber)).toContain(workOrderNumber)
    expect(await colleague.forges(official.holds('รับเรื่อง'))).toContain(`รับเรื่อง ${workOrderNumber} แล้ว`)
    expect(await official.taps('มอบหมาย')).toContain('มอบหมายให้ใคร')
    expect(await colleague.says('เดี๋ยวผมดูให้')).toBe('')
    expect(await passerBy.forges(`s.start.{"workOrder":"${workOrderId}"}`)).toContain('เฉพาะผู้ที่เกี่ยวข้อง')
    expect(await official.taps('technician')).toContain('ให้ technician แล้ว')
    expect(await official.says('งานของฉัน')).toContain('งาน')
    expect(await official.mentions('ภาพรวมจังหวัด')).toContain('ภาพรวมจังหวัดอ่างทอง')
    expect(await passerBy.says(workOrderNumber)).not.toContain('ไม่มีภาพ')
  })

  it('quoting the card asks about it; quoting somebody else does not', async () => {
    const group = `C${'2'.repeat(32)}`
    const { workOrderNumber } = await order()
    const me = o.as('official', { group })
    await me.says(workOrderNumber)
    expect(await me.says('ของใคร', 'somebody’s message')).toBe('')
    expect(await me.says('รับเรื่อง', me.lastOfBot())).toContain(`รับเรื่อง ${workOrderNumber} แล้ว`)
  })
})

it('a person without a name, or with a very long one, can be given work', async () => {
  const { workOrderId } = await order()
  await s.newPerson([{ role: 'TECHNICIAN', provinceCode: '15', agencyId: s.here.agencies.pohsa }], 'นางสาวศิริลักษณ์ภัทรานิษฐ์ จันทร์ประเสริฐสุขสวัสดิ์')
  const me = talker(o.place, who.official)
  await begin(me, 'assign', workOrderId)
  const long = me.choices().find(label => label.startsWith('นางสาว'))!
  expect(long.endsWith('…')).toBe(true)
  expect(me.sees()).toContain('จันทร์ประเสริฐสุขสวัสดิ์')
  expect(await me.taps(long)).toContain('จันทร์ประเสริฐสุขสวัสดิ์')
})
