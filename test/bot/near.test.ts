import type { Actor } from '../../domain/act'
import type { Language } from '../../prisma/client'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTap } from '../../bot/tap'
import { metresPerDegree } from '../../domain/cameras/view'
import { directionLabels } from '../../domain/labels/directions'
import { inLanguage } from '../../domain/labels/label'
import { desk, MINUTE } from '../domain/footage/desk'
import { after } from '../domain/stage'
import { talker } from '../helpers/talk'
import { languages, wordsIn } from './office'

const d = desk()
const { s } = d
const place = { get db() { return s.db }, now: () => after(MINUTE) }
const here = { latitude: 14.58, longitude: 100.45 }
let officer: Actor
const police = (language: Language = 'TH', actor = officer) => talker(place, actor, { language })

beforeAll(async () => { officer = await d.newOfficer() })
beforeEach(async () => { await s.db.camera.updateMany({ data: { status: 'REMOVED' } }) })

/** A camera so many metres north of the place that looks in a direction. */
async function stands(north: number, direction: number | null, camera?: { id: string, code: string }) {
  const { id, code } = camera ?? await d.newCamera()
  await s.db.camera.update({ where: { id }, data: { direction, fieldOfView: 60, range: 100, exportBy: 'STAFF', custodianHours: 'วันราชการ 08.30–16.30 น.' } })
  await s.db.site.updateMany({ where: { cameras: { some: { id } } }, data: { latitude: here.latitude + north / metresPerDegree } })
  return { id, code }
}

describe('กล้องใกล้ฉัน', () => {
  it.each(languages)('shows the nearest as cards: where they look, what they keep, who opens them and whether now; then only those that look there (%s)', async (language) => {
    const { t } = wordsIn(language)
    const facing = await stands(50, 180)
    const away = await stands(30, 0)
    const me = police(language)
    expect(await me.says(t.menu.nearMe)).toContain(t.near.ask)
    expect(await me.says('ที่นี่')).toContain(t.near.onlyPlace)
    const cards = await me.sendsPlace(here)
    expect(cards).toContain(t.near.nearest(2))
    expect(cards.indexOf(away.code)).toBeLessThan(cards.indexOf(facing.code))
    const direction = (name: 'N' | 'S') => `${directionLabels[name].arrow} ${inLanguage(directionLabels[name], language)}`
    expect(cards).toContain(`${t.report.metres(50)} ${direction('N')}`)
    expect(cards).toContain(`${direction('S')} · ${t.footage.looks.YES}`)
    expect(cards).toContain(t.near.days(7))
    expect(cards).toContain(`วันราชการ 08.30–16.30 น. · ${t.near.openNow}`)
    expect(me.buttons()).toEqual([t.menu.footage, t.near.onMap, t.menu.footage, t.near.onMap])
    const only = await me.taps(t.near.onlyLooking)
    expect(only).toContain(t.near.looking(1))
    expect(only).not.toContain(away.code)
    await me.taps(t.near.all)
    expect(me.sees()).toContain(away.code)
  })

  it.each(languages)('begins a request with the camera chosen, ends with the map of the app (%s)', async (language) => {
    const { t } = wordsIn(language)
    const { id, code } = await stands(20, 180)
    const me = police(language)
    await me.says(t.menu.nearMe)
    await me.sendsPlace(here)
    expect(JSON.stringify(me.messages())).toContain(`https://liff.line.me/1500000012-songklong/near?lat=14.58&lng=100.45&camera=${code}`)
    expect(await me.taps(t.menu.footage)).toContain(t.footage.askCase)
    expect(await me.says('1/2569')).toContain(code)
    await me.taps(t.menu.next)
    expect(me.draft()!.answers.chosen).toEqual([id])
  })

  it('goes on ten by ten, and says when there are none', async () => {
    const me = police()
    await me.says('กล้องใกล้ฉัน')
    expect(await me.sendsPlace(here)).toContain('ไม่มีกล้องที่ขอดูภาพได้ในระยะ 20 กม.')
    expect(await me.taps('เฉพาะที่หันมาจุดนี้')).toContain('ไม่มีกล้องที่หันมาจุดนี้')
    for (let n = 0; n < 11; n++) await stands(10 + n, 0)
    await me.says('กล้องใกล้ฉัน')
    expect(await me.sendsPlace(here)).toContain('กล้อง 10 ตัวที่ใกล้จุดนี้ที่สุด')
    expect(await me.taps('ดูเพิ่ม')).toContain('กล้องที่ไกลออกไปอีก 1 ตัว')
    expect(me.choices()).not.toContain('ดูเพิ่ม')
    expect(await me.forges(startTap('nearMe', { near: { ...here, title: null, messageId: '1' }, page: 3 }))).toContain('ไม่มีกล้องอื่นแล้ว')
  })

  it('shows private cameras with a badge and nothing of their owners; each look is written down', async () => {
    const { camera } = await d.newPrivate()
    await stands(10, 180, camera)
    const me = police()
    await me.says('กล้องใกล้ฉัน')
    expect(await me.sendsPlace(here)).toContain('กล้องเอกชน · ใช้งานได้ปกติ')
    expect(me.sees()).not.toContain('เจ้าของ')
    await me.taps('เฉพาะที่หันมาจุดนี้')
    const looks = await s.db.auditEntry.findMany({ where: { action: 'privateCamera.seen' } })
    expect(looks.map(({ subject, actorId }) => [subject, actorId])).toEqual([[`camera:${camera.id}`, officer.userId], [`camera:${camera.id}`, officer.userId]])
  })

  it.each(['official', 'secretary', 'owner', 'committee', 'reporter'] as const)('is not for the %s, typed or by a forged button', async (who) => {
    const { camera } = await d.newPrivate()
    const me = police('TH', s.here.people[who])
    expect(await me.says('กล้องใกล้ฉัน')).toContain('เปิดให้เฉพาะผู้ที่เกี่ยวข้อง')
    expect(await me.forges(startTap('nearMe', { near: { ...here, title: null, messageId: '1' } }))).not.toContain(camera.code)
  })

  it('is of their own province for police of another', async () => {
    const { camera } = await d.newPrivate()
    const open = await stands(10, 180)
    const far = police('TH', await d.newOfficer('14'))
    await far.says('กล้องใกล้ฉัน')
    expect(await far.sendsPlace(here)).toContain('ไม่มีกล้องที่ขอดูภาพได้')
    expect(far.sees()).not.toContain(open.code)
    expect(await far.forges(startTap('requestFootage', { picked: [camera.id] }))).toContain('เลขคดี')
    expect(await far.says('1/2569')).not.toContain(camera.code)
  })
})

describe('ขอดูภาพ by place', () => {
  it.each(languages)('proposes those that look there first, marked, all of them with one tap (%s)', async (language) => {
    const { t } = wordsIn(language)
    const away = await stands(20, 0)
    const unknown = await stands(25, null)
    const facing = [await stands(60, 180), await stands(40, 170)]
    const me = police(language)
    await me.says(t.menu.footage)
    await me.says('1/2569')
    expect(me.choices()).toContain(t.footage.pickOnMap)
    await me.sendsPlace(here)
    const cards = await me.taps(t.footage.radius(100, 4))
    expect(cards).toContain(t.footage.around(4, 100, 2))
    expect([facing[1]!, facing[0]!, unknown, away].map(({ code }) => cards.indexOf(code))).toEqual([facing[1]!, facing[0]!, unknown, away].map(({ code }) => cards.indexOf(code)).toSorted((a, b) => a - b))
    const marks = cards.split('\n').filter(line => [t.footage.looks.YES, t.footage.looks.MAY].includes(line))
    expect(marks).toEqual([t.footage.looks.YES, t.footage.looks.YES, t.footage.looks.MAY])
    await me.taps(t.footage.allLooking)
    expect(me.draft()!.answers.chosen).toEqual([facing[1]!.id, facing[0]!.id])
  })

  it('takes the first six of those that look there', async () => {
    const made = []
    for (let n = 0; n < 7; n++) made.push(await stands(20 + n, 180))
    const me = police()
    await me.says('ขอดูภาพ')
    await me.says('1/2569')
    await me.sendsPlace(here)
    await me.taps('100 ม. (7 ตัว)')
    await me.taps('6 ตัวแรกที่หันมา')
    expect(me.draft()!.answers.chosen).toEqual(made.slice(0, 6).map(({ id }) => id))
  })
})
