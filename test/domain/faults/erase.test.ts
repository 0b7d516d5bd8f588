import { expect, it } from 'vitest'
import { addNote, attachPhoto, eraseMessage, finish, reportFault } from '../../../domain/faults/commands'
import { reportView } from '../../../domain/faults/queries'
import * as workOrders from '../../../domain/workOrders/commands'
import { workOrderView } from '../../../domain/workOrders/queries'
import { after, MINUTE, stage } from '../stage'

const s = stage()
const who = s.here.people
const unsend = (person: keyof typeof who, lineMessageId: string) => s.as(who[person], act => eraseMessage(act, { lineMessageId }), after(MINUTE))

it('a detail taken back disappears for everybody; that there was one stays', async () => {
  const { reportId, workOrderId } = await s.told(who.reporter, (await s.newCamera()).id)
  await s.as(who.reporter, act => addNote(act, { reportId, text: 'โทร 08-1234-5678', lineMessageId: 'note' }))
  expect(await unsend('reporter', 'note')).toEqual({ storageKeys: [], reportIds: [reportId] })
  expect((await s.as(who.reporter, act => reportView(act, reportId))).notes).toMatchObject([{ text: null }])
  expect((await s.as(who.official, act => workOrderView(act, workOrderId))).reports[0]!.notes).toMatchObject([{ text: null }])
  expect(await s.db.reportNote.findFirst({ where: { lineMessageId: 'note' } })).toMatchObject({ text: '', erasedAt: after(MINUTE) })
  expect(await unsend('reporter', 'note')).toEqual({ storageKeys: [], reportIds: [] })
})

it('a photo taken back is erased, stored or not yet', async () => {
  const { reportId } = await s.told(who.reporter, (await s.newCamera()).id)
  const attach = (lineMessageId: string) => s.as(who.reporter, act => attachPhoto(act, { reportId, lineMessageId, sourceUrl: 'https://example.org/a.jpg' }))
  const { attachmentId } = await attach('stored')
  await attach('pending')
  await s.db.attachment.update({ where: { id: attachmentId }, data: { state: 'STORED', storageKey: 'k1' } })
  expect((await unsend('reporter', 'stored')).storageKeys).toEqual(['k1'])
  expect((await unsend('reporter', 'pending')).storageKeys).toEqual([])
  expect((await s.as(who.reporter, act => reportView(act, reportId))).photos).toEqual([])
  expect(await s.db.attachment.count({ where: { faultReportId: reportId, state: 'ERASED', sourceUrl: null } })).toBe(2)
})

it('a place taken back is gone, in words and on the map', async () => {
  const { reportId, workOrderId } = await s.as(who.reporter, async (act) => {
    const place = { text: 'หน้าบ้านเลขที่ 9', latitude: 14.5, longitude: 100.4, messageId: 'place' }
    const stored = await reportFault(act, { place, provinceCode: '15', symptom: 'OTHER', channel: 'LINE_CHAT' })
    await finish(act, { reportId: stored.reportId })
    return stored
  })
  expect((await s.as(who.secretary, act => workOrderView(act, workOrderId))).place).toMatchObject({ text: 'หน้าบ้านเลขที่ 9' })
  await unsend('reporter', 'place')
  const gone = { text: null, latitude: null, longitude: null, erased: true }
  expect((await s.as(who.reporter, act => reportView(act, reportId))).place).toEqual(gone)
  expect((await s.as(who.secretary, act => workOrderView(act, workOrderId))).place).toEqual(gone)
  expect(JSON.stringify(await s.db.notice.findMany({ where: { about: `workOrder:${workOrderId}` } }))).not.toContain('หน้าบ้าน')
})

it('what an official wrote and took back disappears from the time line and from notices', async () => {
  const { reportId, workOrderId } = await s.told(who.reporter, (await s.newCamera()).id)
  await s.as(who.official, act => workOrders.reject(act, { workOrderId, reason: 'คำที่ไม่ควรพูด', lineMessageId: 'reason' }))
  await unsend('official', 'reason')
  expect(JSON.stringify(await s.as(who.reporter, act => reportView(act, reportId)))).not.toContain('ไม่ควรพูด')
  expect(JSON.stringify(await s.db.notice.findMany({ where: { about: `workOrder:${workOrderId}` } }))).not.toContain('ไม่ควรพูด')
})

it('nobody takes back the message of somebody else', async () => {
  const { reportId } = await s.told(who.reporter, (await s.newCamera()).id)
  await s.as(who.reporter, act => addNote(act, { reportId, text: 'อยู่ครบ', lineMessageId: 'mine' }))
  await s.as(who.reporter, act => attachPhoto(act, { reportId, lineMessageId: 'my photo' }))
  for (const message of ['mine', 'my photo', 'unknown']) expect(await unsend('neighbour', message)).toEqual({ storageKeys: [], reportIds: [] })
  const view = await s.as(who.reporter, act => reportView(act, reportId))
  expect(view.notes).toMatchObject([{ text: 'อยู่ครบ' }])
  expect(view.photos).toHaveLength(1)
})
