import { beforeEach, describe, expect, it } from 'vitest'
import { inLanguage } from '../../domain/labels/label'
import { riskLabels, timeOfDayLabels } from '../../domain/labels/survey'
import { after, MINUTE } from '../domain/stage'
import { languages, office, wordsIn } from './office'

const o = office()
const { s } = o
beforeEach(async () => {
  o.at(after(MINUTE))
  await s.db.riskPoint.deleteMany()
})

describe('risk points in the chat', () => {
  it.each(languages)('are added from a location in four steps, undone and put back (%s)', async (language) => {
    const { t } = wordsIn(language)
    const camera = await s.newCamera()
    const me = o.as('police', { language })
    expect(await me.says(t.menu.riskPoints)).toContain(t.riskPoints.none)
    expect(await me.taps(t.riskPoints.add)).toContain(t.riskPoints.askPlace)
    expect(await me.sendsPlace({ latitude: 14.581, longitude: 100.45 })).toContain(t.riskPoints.askKind)
    expect(await me.taps(inLanguage(riskLabels.ESCAPE_ROUTE, language))).toContain(t.riskPoints.askTime)
    expect(await me.taps(inLanguage(timeOfDayLabels.NIGHT, language))).toContain(t.riskPoints.askNote)
    const done = await me.says('หลบออกถนนสายเอเชีย')
    for (const shown of [t.riskPoints.stored, 'หลบออกถนนสายเอเชีย', '111', inLanguage(timeOfDayLabels.NIGHT, language)]) expect(done).toContain(shown)
    expect(await s.db.riskPoint.findMany()).toMatchObject([{ agencyId: s.here.agencies.town, kind: 'ESCAPE_ROUTE', timeOfDay: 'NIGHT', latitude: 14.581, removedAt: null }])
    expect(await me.says('?', me.lastOfBot())).toContain('หลบออกถนนสายเอเชีย')
    await me.says(t.menu.riskPoints)
    await me.taps(t.riskPoints.details)
    expect(await me.taps(t.riskPoints.remove)).toContain(t.riskPoints.removed)
    expect(await s.db.riskPoint.findMany()).toMatchObject([{ removedAt: after(MINUTE) }])
    expect(await me.taps(t.riskPoints.restore)).toContain(t.riskPoints.restored)
    expect(await s.db.riskPoint.findMany()).toMatchObject([{ removedAt: null }])
    await s.db.camera.update({ where: { id: camera.id }, data: { status: 'REMOVED' } })
  })

  it('are listed nearest first where a location is sent, ten at a time', async () => {
    const points = Array.from({ length: 11 }, (_, i) => ({ provinceCode: '15', agencyId: s.here.agencies.town, officerId: s.here.people.police.userId, kind: 'CRIME' as const, placeText: `จุดที่ ${i + 1}`, latitude: 14.58 + i / 1_000, longitude: 100.45 }))
    await s.db.riskPoint.createMany({ data: points })
    for (const person of ['police', 'secretary', 'committee'] as const) {
      const me = o.as(person)
      expect(await me.says('จุดเสี่ยง')).toContain('จุดเสี่ยง 11 จุด')
      expect(me.choices().includes('เพิ่มจุดเสี่ยง')).toBe(person === 'police')
      expect(await me.taps('จุดเสี่ยงใกล้ฉัน')).toContain('ส่งตำแหน่ง')
      const near = await me.sendsPlace({ latitude: 14.59, longitude: 100.45 })
      expect(near.indexOf('จุดที่ 11')).toBeLessThan(near.indexOf('จุดที่ 10'))
      expect(near).not.toMatch(/จุดที่ 1\n/)
      expect(await me.taps('ดูเพิ่ม')).toMatch(/จุดที่ 1\n/)
    }
  })

  it('take typed coordinates, in Thai digits and in either order, and say how to put others right', async () => {
    const me = o.as('police')
    expect(await me.says('เพิ่มจุดเสี่ยง')).toContain('จุดเสี่ยงอยู่ที่ไหน')
    for (const wrong of ['หน้าวัด', '200, 300', '48.85, 2.35', '14.58']) expect(await me.says(wrong), wrong).toContain('อ่านพิกัดไม่ได้')
    expect(await me.says('๑๐๐.๔๕, ๑๔.๕๘')).toContain('ที่นี่เสี่ยงเรื่องอะไร')
    await me.says('น้ำท่วม')
    await me.says('ตลอดวัน')
    expect(await me.says('ก'.repeat(1_001))).toContain('1000')
    await me.taps('ข้าม')
    expect(await s.db.riskPoint.findMany()).toMatchObject([{ kind: 'FLOOD', latitude: 14.58, longitude: 100.45, note: null }])
    expect(await me.taps('เลิกทำ')).toContain('ลบจุดเสี่ยงแล้ว')
  })

  it('lose what a message said that is taken back', async () => {
    const me = o.as('police')
    await me.says('เพิ่มจุดเสี่ยง')
    await me.sendsPlace()
    await me.says('อาชญากรรม')
    await me.says('กลางคืน')
    await me.says('มีคนซุ่ม')
    const row = await s.db.riskPoint.findFirstOrThrow()
    await me.unsends(row.noteMessageId!)
    await me.unsends(row.placeMessageId!)
    expect(await s.db.riskPoint.findFirstOrThrow()).toMatchObject({ note: null, latitude: null, removedAt: expect.any(Date) })
  })

  it('are for police, secretary and committee of the province: nobody else reads, only the station writes', async () => {
    await s.db.riskPoint.create({ data: { provinceCode: '15', agencyId: s.here.agencies.town, officerId: s.here.people.police.userId, kind: 'CRIME', placeText: 'ความลับ', latitude: 14.58, longitude: 100.45 } })
    const { id } = await s.db.riskPoint.findFirstOrThrow()
    for (const person of ['official', 'otherOfficial', 'technician', 'owner', 'national', 'reporter', 'passerBy'] as const) {
      expect(await o.as(person).says('จุดเสี่ยง'), person).toContain('เฉพาะผู้ที่เกี่ยวข้อง')
      expect(await o.as(person).forges(`s.riskPoints.{"id":"${id}"}`), person).not.toContain('ความลับ')
    }
    expect(await o.as('otherSecretary').says('จุดเสี่ยง')).not.toContain('ความลับ')
    for (const person of ['official', 'secretary', 'committee', 'owner', 'passerBy', 'otherSecretary'] as const) {
      await o.as(person).forges(`s.removeRisk.{"id":"${id}"}`)
      expect(await o.as(person).says('เพิ่มจุดเสี่ยง'), person).not.toContain('จุดเสี่ยงอยู่ที่ไหน')
    }
    expect(await s.db.riskPoint.findMany()).toMatchObject([{ removedAt: null }])
  })
})
