import { beforeEach, describe, expect, it } from 'vitest'
import { addNote, eraseMessage } from '../../domain/faults/commands'
import { after, DAY, MINUTE } from '../domain/stage'
import { languages, office, wordsIn } from './office'

const o = office()
const { s } = o
beforeEach(() => o.at(after(MINUTE)))

/** A work order of a reporter of its own. */
const order = async (state: Parameters<typeof s.workOrderIn>[0] = 'NEW') => s.workOrderIn(state, await s.newPerson())
/** Ends what earlier tests left open. */
const clear = () => s.db.workOrder.updateMany({ where: { state: { notIn: ['CLOSED'] } }, data: { state: 'CLOSED', closedAt: after(0) } })

describe('งานของฉัน', () => {
  it('says in a friendly way that there is nothing to do', async () => {
    await clear()
    expect(await o.as('official').says('งานของฉัน')).toContain('ตอนนี้ไม่มีงานซ่อมที่คุณต้องทำ')
    expect(await o.as('official', { language: 'EN' }).says('my work')).toContain('You have no repairs to do')
  })

  it.each(languages)('lists ten at a time, overdue first, with the likeliest move on each card (%s)', async (language) => {
    await clear()
    const { t, move } = wordsIn(language)
    for (let i = 0; i < 12; i++) await order()
    const late = await order('IN_PROGRESS')
    await s.db.workOrder.update({ where: { id: late.workOrderId }, data: { dueAt: after(-2 * DAY) } })
    const me = o.as('official', { language })
    const seen = await me.says(t.menu.myWork)
    expect(seen).toContain(`${t.work.list(13, 1)} ${t.work.page(1, 2)}`)
    const cards = me.messages()[1] as unknown as { contents: { contents: object[] } }
    expect(cards.contents.contents).toHaveLength(10)
    expect(JSON.stringify(cards.contents.contents[0])).toContain(late.workOrderNumber)
    expect(seen).toContain(t.work.late(t.work.days(2)))
    expect(me.buttons().slice(0, 4)).toEqual([move('repair'), t.work.open, t.menu.inApp, move('acknowledge')])
    expect(me.choices()).toEqual([t.manners.more])
    const next = await me.taps(t.manners.more)
    expect(next).toContain(t.work.page(2, 2))
    expect(next).not.toContain(late.workOrderNumber)
    expect(me.buttons()).toHaveLength(9)
    expect(me.choices()).toEqual([])
  })

  it('a page that is no more, from an old button, shows the last one', async () => {
    await clear()
    await order()
    expect(await o.as('official').forges('s.myWork.{"page":99}')).toContain('1 งาน')
    expect(await o.as('official').forges('s.myWork.{"page":0}')).toContain('ปุ่มนี้ใช้ไม่ได้แล้ว')
  })

  it('is each one’s own: the technician’s what was given to them, the secretary’s what nobody has', async () => {
    await clear()
    const given = await order('ASSIGNED')
    const fresh = await order()
    const technician = await o.as('technician').says('งานของฉัน')
    expect(technician).toContain(given.workOrderNumber)
    expect(technician).not.toContain(fresh.workOrderNumber)
    expect(await o.as('secretary').says('งานของฉัน')).toContain('ตอนนี้ไม่มีงานซ่อม')
    expect(await o.as('otherOfficial').says('งานของฉัน')).toContain('ตอนนี้ไม่มีงานซ่อม')
    expect(await o.as('passerBy').says('งานของฉัน')).toContain('ลงทะเบียน')
  })
})

describe('one work order', () => {
  it.each(languages)('is found by its number in any spelling, and by the number of somebody’s report (%s)', async (language) => {
    const { t } = wordsIn(language)
    const { workOrderNumber, number, camera } = await order()
    const me = o.as('official', { language })
    expect(await me.says(workOrderNumber.toLowerCase().replaceAll('-', ' '))).toContain(camera.code)
    expect(await me.says(`${number}`)).toContain(workOrderNumber)
    expect(me.sees()).toContain(t.work.priority)
    expect(me.buttons()).toContain(t.work.map)
  })

  it('tells who cannot see it that it is not theirs, and a reporter about their own report', async () => {
    const { workOrderNumber, workOrderId, number } = await order()
    expect(await o.as('otherOfficial').says(workOrderNumber)).not.toContain('ไม่มีภาพ')
    expect(await o.as('otherOfficial').forges(`s.work.{"workOrder":"${workOrderId}"}`)).toContain('งานนี้ไม่ได้อยู่กับคุณ')
    const mine = await s.workOrderIn('NEW')
    const reporter = o.as('reporter')
    expect(await reporter.says(mine.workOrderNumber)).toContain(mine.number)
    expect(reporter.buttons()).not.toContain('รับเรื่อง')
    expect(await reporter.says(number)).not.toContain(workOrderNumber)
  })

  it('opens again when its card is quoted, and makes the move that is typed with the quote', async () => {
    const { workOrderNumber } = await order()
    const me = o.as('official')
    await me.says(workOrderNumber)
    const card = me.lastOfBot()
    await me.says('วิธีใช้')
    expect(await me.says('ถึงไหนแล้ว', card)).toContain(workOrderNumber)
    expect(await me.says('รับเรื่อง', card)).toContain(`รับเรื่อง ${workOrderNumber} แล้ว`)
    expect(await me.says(`เริ่มซ่อม ${workOrderNumber}`)).toContain(`เริ่มซ่อม ${workOrderNumber} แล้ว`)
    expect(await me.says('รอ', card)).toContain('ต้องรออะไร')
  })

  it('shows what reporters wrote, but not what they took back, and whether they can be reached', async () => {
    const reporter = await s.newPerson()
    const stored = await s.workOrderIn('NEW', reporter)
    await s.as(reporter, act => addNote(act, { reportId: stored.reportId, text: 'สายห้อยลงมา', lineMessageId: 'kept' }))
    await s.as(reporter, act => addNote(act, { reportId: stored.reportId, text: 'ความลับ', lineMessageId: 'taken back' }))
    await s.as(reporter, act => eraseMessage(act, { lineMessageId: 'taken back' }))
    const me = o.as('official')
    const seen = await me.says(stored.workOrderNumber)
    expect(seen).toContain('สายห้อยลงมา\nข้อความถูกยกเลิก')
    expect(seen).not.toContain('ความลับ')
    expect(seen).not.toContain('ติดต่อผู้แจ้งไม่ได้แล้ว')
    await s.db.user.update({ where: { id: reporter.userId }, data: { reachable: false } })
    expect(await me.says(stored.workOrderNumber)).toContain('1 คน · ติดต่อผู้แจ้งไม่ได้แล้ว')
  })

  it('has the photo of the report on top, all of them one tap away, and the repair’s own once repaired', async () => {
    const { workOrderId, workOrderNumber, reportId } = await order('IN_PROGRESS')
    const photo = (of: object) => s.db.attachment.create({ data: { ...of, uploadedById: s.here.people.official.userId, state: 'STORED', createdAt: after(MINUTE) } })
    const [before] = [await photo({ faultReportId: reportId }), await photo({ faultReportId: reportId })]
    const me = o.as('official')
    await me.says(workOrderNumber)
    expect(me.messages()[0]).toMatchObject({ contents: { hero: { url: `https://songklong.test/photo/${before.id}/preview`, action: { uri: `https://songklong.test/photo/${before.id}/full` } } } })
    expect(await me.taps('ดูรูปทั้งหมด (2)')).toContain('ก่อนซ่อม 2/2')
    const repaired = await photo({ workOrderId })
    await s.db.workOrder.update({ where: { id: workOrderId }, data: { state: 'REPAIRED', repairedAt: after(MINUTE), cause: 'CABLE', costSatang: 150_050n } })
    expect(await me.says(workOrderNumber)).toContain('1,500.50 บาท')
    expect(me.messages()[0]).toMatchObject({ contents: { hero: { url: `https://songklong.test/photo/${repaired.id}/preview` } } })
    expect(await me.taps('ดูรูปทั้งหมด (3)')).toContain('หลังซ่อม 3/3')
    for (const dialogue of ['work', 'workPhotos']) {
      expect(await o.as('otherOfficial').forges(`s.${dialogue}.{"workOrder":"${workOrderId}"}`)).toContain('งานนี้ไม่ได้อยู่กับคุณ')
      expect(await o.as('passerBy').forges(`s.${dialogue}.{"workOrder":"${workOrderId}"}`)).toContain('ไม่พบรายการนี้')
    }
  })

  it('shows the last six events with names and reasons, and says the whole card in one sentence to who cannot see it', async () => {
    const { workOrderNumber } = await order()
    const me = o.as('official')
    await me.says(`รับเรื่อง ${workOrderNumber}`)
    await me.says(`เริ่มซ่อม ${workOrderNumber}`)
    for (let i = 1; i <= 4; i++) {
      await me.says(`บันทึกเพิ่ม ${workOrderNumber}`)
      await me.says(`ครั้งที่ ${i}`)
    }
    const seen = await me.says(workOrderNumber)
    expect(seen).toContain('บันทึก · ครั้งที่ 4 · official')
    expect(seen).toContain('รับเรื่อง · official')
    expect(seen).not.toContain('แจ้งหน่วยงานแล้ว')
    expect(me.messages()[0]).toMatchObject({ altText: expect.stringMatching(new RegExp(`^${workOrderNumber} · หน้าตลาด \\d+ · กำลังซ่อม · ไม่มีภาพ · กำหนด .+ · 1 คน$`)) })
  })

  it('stays within LINE’s limits however much was written about it', async () => {
    const reporter = await s.newPerson()
    const { workOrderNumber, reportId, workOrderId } = await s.workOrderIn('IN_PROGRESS', reporter)
    for (let i = 0; i < 12; i++) await s.db.reportNote.create({ data: { faultReportId: reportId, text: 'ก'.repeat(1000) } })
    for (let i = 0; i < 12; i++) await s.db.workOrderEvent.create({ data: { workOrderId, kind: 'NOTE', reason: 'ป้ำ'.repeat(333) } })
    await s.db.site.updateMany({ where: { cameras: { some: { workOrders: { some: { id: workOrderId } } } } }, data: { name: 'หน้าตลาด'.repeat(60) } })
    expect(await o.as('official').says(workOrderNumber)).toContain(workOrderNumber)
    expect(await o.as('official').says('งานของฉัน')).toContain('เกินกำหนด'.slice(0, 4))
  })
})

describe('ภาพรวมจังหวัด', () => {
  it.each(languages)('shows cameras by status and how the repairs go, to every member of the province (%s)', async (language) => {
    const { t } = wordsIn(language)
    await clear()
    await order()
    const late = await order()
    await s.db.workOrder.update({ where: { id: late.workOrderId }, data: { dueAt: after(-DAY) } })
    for (const person of ['official', 'technician', 'police', 'secretary', 'committee'] as const) {
      const me = o.as(person, { language })
      const seen = await me.says(t.menu.overview)
      expect(seen).toContain(t.work.overviewTitle(language === 'TH' ? 'อ่างทอง' : 'Ang Thong'))
      expect(seen).toMatch(/▲ .+\n2 \(|▲ .+\n\d+ \(\d+\.\d%\)/)
      expect(seen).toContain(`${t.work.openWork}\n${t.work.jobs(2)}`)
      expect(seen).toContain(`${t.work.overdue}\n${t.work.jobs(1)}`)
    }
  })

  it('is not for owners or for nobody', async () => {
    for (const person of ['owner', 'passerBy'] as const) {
      expect(await o.as(person).says('ภาพรวมจังหวัด')).toContain('ลงทะเบียน')
      expect(await o.as(person).forges('s.overview.{"province":"15"}')).toContain('ลงทะเบียน')
    }
    expect(await o.as('official').forges('s.overview.{"province":"14"}')).toContain('เฉพาะผู้ที่เกี่ยวข้อง')
  })

  it('asks which province only somebody of several', async () => {
    const { official } = s.here.people
    const both = { ...official, memberships: [...official.memberships, ...s.here.people.far.memberships] }
    const { talker } = await import('../helpers/talk')
    const me = talker(o.place, both)
    expect(await me.says('ภาพรวมจังหวัด')).toContain('ดูจังหวัดไหน')
    expect(me.choices()).toEqual(expect.arrayContaining(['อ่างทอง', 'พระนครศรีอยุธยา']))
    expect(await me.says('ระยอง')).toContain('ดูจังหวัดไหน')
    expect(await me.taps('พระนครศรีอยุธยา')).toContain('ภาพรวมจังหวัดพระนครศรีอยุธยา')
    expect(me.draft()).toBeUndefined()
  })
})
