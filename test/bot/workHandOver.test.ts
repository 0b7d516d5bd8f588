import type { Talker } from '../helpers/talk'
import { beforeEach, describe, expect, it } from 'vitest'
import { after, MINUTE } from '../domain/stage'
import { languages, office, wordsIn } from './office'

const o = office()
const { s } = o
const who = s.here.people
beforeEach(() => o.at(after(MINUTE)))

type State = Parameters<typeof s.workOrderIn>[0]
const order = async (state: State = 'NEW') => s.workOrderIn(state, await s.newPerson())
const is = (id: string) => s.workOrder(id)
const begin = (me: Talker, dialogue: string, workOrder: string) => me.forges(`s.${dialogue}.${JSON.stringify({ workOrder })}`)

describe('มอบหมาย', () => {
  it('to oneself in one tap, or to somebody by part of their name', async () => {
    const { workOrderId, workOrderNumber } = await order()
    const me = o.as('official')
    await begin(me, 'assign', workOrderId)
    expect(await me.taps('ฉันเอง')).toContain(`คุณรับซ่อม ${workOrderNumber} เองแล้ว`)
    await begin(me, 'assign', workOrderId)
    expect(await me.says('ไม่มีคนนี้')).toContain('ไม่พบคนชื่อนี้')
    expect(await me.says('technic')).toContain('หมายถึงคนไหน')
    expect(me.choices()).toEqual(['technician', 'otherTechnician', 'ยกเลิก'])
    expect(await me.says('OtherTechnician')).toContain('ให้ otherTechnician แล้ว')
    expect((await is(workOrderId)).assigneeId).toBe(who.otherTechnician.userId)
  })

  it('shows eleven people at a time', async () => {
    const agencyId = (await s.db.agency.create({ data: { name: 'อบต.ใหญ่', provinceCode: '15', kind: 'MUNICIPALITY' } })).id
    for (let i = 0; i < 25; i++) await s.newPerson([{ role: 'TECHNICIAN', provinceCode: '15', agencyId }], `ช่าง ${String(i).padStart(2, '0')}`)
    const { workOrderId } = await s.told(await s.newPerson(), (await s.newCamera({ agencyId })).id)
    const me = o.as('secretary')
    await begin(me, 'assign', workOrderId)
    expect(me.choices()).toHaveLength(13)
    await me.taps('ดูเพิ่ม')
    expect(me.choices().slice(0, 2)).toEqual(['ช่าง 11', 'ช่าง 12'])
    await me.taps('ดูเพิ่ม')
    expect(me.choices()).toEqual(['ช่าง 22', 'ช่าง 23', 'ช่าง 24', 'ยกเลิก'])
    await me.taps('ช่าง 24')
    expect((await is(workOrderId)).state).toBe('ASSIGNED')
  })

  it('not to somebody of another agency, by a made-up button', async () => {
    const { workOrderId } = await order()
    const me = o.as('official')
    await begin(me, 'assign', workOrderId)
    expect(await me.forges(`a.${me.draft()!.token}.{"who":"${who.far.userId}"}`)).toContain('มอบหมายให้คนนี้ไม่ได้')
    expect(me.choices()).toContain('ฉันเอง')
    expect((await is(workOrderId)).state).toBe('NEW')
  })

  it('says what to do where the agency has nobody, or no agency is responsible', async () => {
    const agencyId = (await s.db.agency.create({ data: { name: 'อบต.ร้าง', provinceCode: '15', kind: 'MUNICIPALITY' } })).id
    const { workOrderId } = await s.told(await s.newPerson(), (await s.newCamera({ agencyId })).id)
    expect(await begin(o.as('secretary'), 'assign', workOrderId)).toContain('ยังไม่มีช่างหรือเจ้าหน้าที่ของหน่วยงานในระบบ')
    const nobody = await s.told(await s.newPerson(), (await s.newCamera({ agencyId: null })).id)
    const me = o.as('secretary')
    expect(await begin(me, 'assign', nobody.workOrderId)).toContain('ยังไม่มีหน่วยงานรับผิดชอบเรื่องนี้')
    expect(me.buttons()).toContain('ส่งต่อหน่วยงานอื่น')
  })
})

describe('ส่งต่อหน่วยงานอื่น', () => {
  it.each(languages)('asks to whom and why, shows both to be changed, and tells the other agency (%s)', async (language) => {
    const { t, move } = wordsIn(language)
    const { workOrderId, workOrderNumber } = await order()
    const me = o.as('official', { language })
    await me.says(workOrderNumber)
    await me.taps(move('forward'))
    expect(await me.says('เมืองอ่างทอง')).toContain(t.work.askForwardReason)
    expect(me.choices()).toEqual([...t.work.forwardReasons, t.menu.back, t.menu.cancel])
    expect(await me.taps(t.work.forwardReasons[0]!)).toContain(t.work.forwardNote)
    expect(me.buttons()).toEqual([t.menu.edit, t.menu.edit, t.menu.confirm])
    await me.forges(`e.${me.draft()!.token}.reason`)
    expect(me.sees()).toContain(t.work.askForwardReason)
    expect(await me.says('เป็นกล้องของเทศบาล')).toContain('เป็นกล้องของเทศบาล')
    const town = language === 'TH' ? 'เทศบาลเมืองอ่างทอง' : 'Ang Thong Town'
    expect(await me.taps(t.menu.confirm)).toContain(t.work.forwarded(workOrderNumber, town, language === 'TH' ? '30 พ.ย. 2569 09:00 น.' : '30 Nov 2026 09:00'))
    expect(await is(workOrderId)).toMatchObject({ state: 'NEW', agencyId: s.here.agencies.town })
    expect((await is(workOrderId)).events.at(-1)).toMatchObject({ kind: 'FORWARDED', reason: 'เป็นกล้องของเทศบาล' })
    expect(await begin(me, 'acknowledge', workOrderId)).toContain(t.work.notYours)
    expect(await o.as('otherOfficial', { language }).says(workOrderNumber)).toContain('เป็นกล้องของเทศบาล')
  })

  it('not to an agency of another province, nor to the one that has it', async () => {
    const { workOrderId } = await order()
    const me = o.as('official')
    await begin(me, 'forward', workOrderId)
    expect(await me.says('พระนครศรีอยุธยา')).toContain('ไม่พบหน่วยงาน')
    await me.forges(`a.${me.draft()!.token}.{"agency":"${s.here.agencies.pohsa}"}`)
    await me.says('เพราะ')
    expect(await me.taps('ยืนยัน')).toContain('เรื่องนี้อยู่กับหน่วยงานนี้แล้ว')
    expect(me.draft()).toMatchObject({ dialogue: 'forward' })
    await me.forges(`a.${me.draft()!.token}.{"agency":"${s.here.agencies.elsewhere}"}`)
    expect(await me.taps('ยืนยัน')).toContain('ไม่พบหน่วยงานนี้ในจังหวัด')
    expect((await is(workOrderId)).agencyId).toBe(s.here.agencies.pohsa)
  })

  it('is the first thing to do where nobody is responsible', async () => {
    const { workOrderNumber } = await s.told(await s.newPerson(), (await s.newCamera({ agencyId: null })).id)
    const me = o.as('secretary')
    await me.says(workOrderNumber)
    expect(me.buttons().slice(2)).toEqual(['ส่งต่อหน่วยงานอื่น', 'ไม่ใช่ปัญหา', 'ซ้ำกับเรื่องอื่น'])
  })
})

describe('ซ้ำกับเรื่องอื่น', () => {
  it.each(languages)('offers what is open nearby, or takes a typed number, and merges after confirming (%s)', async (language) => {
    const { t, move } = wordsIn(language)
    const [one, other] = [await order(), await order()]
    const me = o.as('official', { language })
    await me.says(one.workOrderNumber)
    expect(await me.taps(move('markDuplicate'))).toContain(t.work.askDuplicateNear)
    expect(me.choices().length).toBeLessThanOrEqual(8)
    expect(me.choices()).not.toContain(one.workOrderNumber)
    expect(await me.says('W-6911-22222')).toContain(t.work.notANumber)
    expect(await me.says(one.number)).toContain(language === 'TH' ? 'หมายเลขนี้คืองานนี้เอง' : 'very work order')
    expect(await me.says(other.number)).toContain(t.work.duplicateNote)
    expect(me.sees()).toContain(other.workOrderNumber)
    expect(await me.taps(t.menu.confirm)).toContain(t.work.merged(one.workOrderNumber, other.workOrderNumber))
    expect(await is(one.workOrderId)).toMatchObject({ state: 'DUPLICATE', duplicateOfId: other.workOrderId })
    expect((await is(other.workOrderId)).reports).toHaveLength(2)
  })

  it('offers nothing that is far away, over, or in another province', async () => {
    const one = await order()
    const far = await s.workOrderIn('NEW', await s.newPerson())
    await s.db.site.updateMany({ where: { cameras: { some: { id: far.camera.id } } }, data: { latitude: 14.6 } })
    const over = await order('CLOSED')
    const abroad = await s.told(await s.newPerson(), (await s.newCamera({ agencyId: s.here.agencies.elsewhere, provinceCode: '14' })).id)
    const me = o.as('official')
    const seen = await begin(me, 'duplicate', one.workOrderId)
    for (const { workOrderNumber } of [far, over, abroad]) expect(seen).not.toContain(workOrderNumber)
    expect(await me.says(abroad.workOrderNumber)).toContain('ไม่พบงานซ่อมหมายเลขนี้ในจังหวัด')
    expect(await me.says(far.workOrderNumber)).toContain(far.workOrderNumber)
    await me.taps('แก้ไข')
    expect(await me.says(over.workOrderNumber)).toContain(over.workOrderNumber)
  })
})
