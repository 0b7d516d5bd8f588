import type { Actor } from '../../domain/act'
import { describe as about, beforeAll, expect, it } from 'vitest'
import { inLanguage } from '../../domain/labels/label'
import { takenBackLabel } from '../../domain/labels/owners'
import { askWhetherUsed } from '../../domain/owners/affirm'
import { consentVersion, fullConsent, shortConsent } from '../../domain/owners/consentText'
import { openContact } from '../../domain/owners/contact'
import { damagedPrivate } from '../../domain/owners/damage'
import { mostOwn } from '../../domain/owners/schema'
import { after, DAY, MINUTE } from '../domain/stage'
import { contacts } from '../helpers/contacts'
import { talker } from '../helpers/talk'
import { languages, office, wordsIn } from './office'
import { describe, owner, registered } from './owner'

const o = office()
const { s } = o

let officer: Actor

beforeAll(async () => {
  await s.db.district.create({ data: { code: '1501', provinceCode: '15', nameTh: 'เมืองอ่างทอง', nameEn: 'Mueang Ang Thong' } })
  await s.db.subdistrict.create({ data: { code: '150101', districtCode: '1501', nameTh: 'ตลาดหลวง', nameEn: 'Talat Luang' } })
  await s.db.site.create({ data: { name: 'สี่แยก', latitude: 14.581, longitude: 100.451, provinceCode: '15', subdistrictCode: '150101', agencyId: s.here.agencies.town } })
  const station = await s.db.agency.create({ data: { name: 'สภ.เมืองอ่างทอง', nameEn: 'Mueang Ang Thong Police', provinceCode: '15', districtCode: '1501', kind: 'POLICE' } })
  officer = await s.newPerson([{ role: 'POLICE', provinceCode: '15', agencyId: station.id }], 'ร.ต.อ.ปิยะ')
})

const waiting = async (kind: string) => (await s.db.notice.findMany({ where: { kind, state: 'WAITING' }, include: { user: true } })).map(({ user }) => user!.displayName)
/** What a notice says to its reader. */
async function hears(me: ReturnType<typeof talker>, actor: Actor): Promise<string> {
  const notices = await s.db.notice.findMany({ where: { userId: actor.userId, state: 'WAITING' }, orderBy: { createdAt: 'asc' } })
  await s.db.notice.updateMany({ where: { id: { in: notices.map(({ id }) => id) } }, data: { state: 'DELIVERED' } })
  return me.hears(notices)
}

about('registering', () => {
  it.each(languages)('asks for consent, then one thing after the other, shows all of it on a card, and stores it when confirmed (%s)', async (language) => {
    const { t } = wordsIn(language)
    const actor = await s.newPerson()
    const me = talker(o.place, actor, { language })
    expect(await me.says(t.menu.registerCamera)).toContain(inLanguage(shortConsent, language))
    expect(await me.taps(t.owners.readAll)).toContain(inLanguage(fullConsent, language))
    expect(await me.taps(t.owners.agree)).toContain(`(1/11) ${t.owners.askShop}`)
    await me.taps(t.menu.cancel)
    const card = await describe(me, language)
    for (const shown of [owner.shop, owner.name, owner.phone, owner.hours, t.owners.inDays(7), t.owners.noPhoto, t.owners.cardNote]) expect(card).toContain(shown)
    expect(await s.db.privateCamera.count({ where: { ownerId: actor.userId } })).toBe(0)
    const done = await me.taps(t.menu.confirm)
    const kept = await s.db.privateCamera.findFirstOrThrow({ where: { ownerId: actor.userId }, include: { camera: { include: { site: true } }, consent: true } })
    expect(done).toContain(t.owners.registered(kept.camera.code))
    expect(kept).toMatchObject({
      check: 'PENDING',
      indoors: false,
      sharesPhone: true,
      camera: { ownership: 'PRIVATE', agencyId: null, direction: 90, retentionDays: 7, exportBy: 'TECHNICIAN', custodianHours: owner.hours, custodianName: null, custodianPhone: null, site: { name: owner.shop, ownership: 'PRIVATE', provinceCode: '15', subdistrictCode: '150101', agencyId: null } },
      consent: { version: consentVersion, language, withdrawnAt: null },
    })
    expect(kept.contact).not.toMatch(/มาลี|0812345678/)
    expect(openContact({ contacts }, kept.contact, actor.userId)).toEqual({ name: owner.name, phone: { number: '0812345678', extension: null } })
    expect(await s.db.membership.findMany({ where: { userId: actor.userId } })).toMatchObject([{ role: 'OWNER', provinceCode: '15', agencyId: null }])
    expect(await s.db.user.findUnique({ where: { id: actor.userId } })).toMatchObject({ menuWanted: 'owner' })
    expect(me.choices()).toContain(t.menu.myCameras)
    expect(await waiting('owner.toCheck')).toContain('ร.ต.อ.ปิยะ')
    await s.db.notice.deleteMany()
  })

  it('keeps nothing of whoever does not agree', async () => {
    const actor = await s.newPerson()
    const me = talker(o.place, actor)
    await me.says('ลงทะเบียนกล้อง')
    expect(await me.sendsSticker()).toContain('ยังอ่านคำตอบนี้ไม่ได้')
    expect(await me.taps('ไม่ยินยอม')).toContain('ไม่มีการเก็บข้อมูลใด ๆ')
    expect(me.draft()).toBeUndefined()
    expect(await s.db.consent.count({ where: { userId: actor.userId } })).toBe(0)
    expect(await s.db.membership.count({ where: { userId: actor.userId } })).toBe(0)
  })

  it('goes on where it was left when the word is said again, or begins anew', async () => {
    const me = talker(o.place, await s.newPerson())
    await me.says('ลงทะเบียนกล้อง')
    await me.taps('ยินยอม')
    await me.says(owner.shop)
    expect(await me.says('ลงทะเบียนกล้อง')).toContain('กล้องอยู่ตรงไหน')
    await me.says('แจ้งกล้องเสีย')
    await me.taps('ออก')
    await me.says('ยกเลิก')
    expect(await me.says('ลงทะเบียนกล้อง')).toContain('ทำต่อจากเดิม')
    expect(await me.taps('ทำต่อ')).toContain('กล้องอยู่ตรงไหน')
    await me.says('แจ้งกล้องเสีย')
    await me.taps('ออก')
    await me.says('ยกเลิก')
    await me.says('ลงทะเบียนกล้อง')
    expect(await me.taps('เริ่มใหม่')).toContain('ก่อนลงทะเบียนโปรดทราบ')
  })

  it('keeps name and number sealed while it is filled in', async () => {
    const me = talker(o.place, await s.newPerson())
    await describe(me)
    expect(JSON.stringify(me.draft()!.answers)).not.toMatch(/มาลี ตั้ง|0812345678|081-234/)
  })

  it('asks again, with how to put it right, for answers of the wrong kind and past a limit', async () => {
    const me = talker(o.place, await s.newPerson())
    await me.says('ลงทะเบียนกล้อง')
    await me.taps('ยินยอม')
    expect(await me.sendsPhoto()).toContain('ยังอ่านคำตอบนี้ไม่ได้')
    expect(await me.says('ก'.repeat(151))).toContain('1–150')
    expect(await me.says('บ้าน 1-2345-67890-12-3')).toContain('เลข 13 หลัก')
    expect(await me.says('ก'.repeat(150))).toContain('กล้องอยู่ตรงไหน')
    expect(await me.says('หน้าตลาด')).toContain('ต้องส่งเป็นตำแหน่ง')
    expect(await me.sendsPlace({ latitude: 7.88, longitude: 98.39 })).toContain('อยู่นอกจังหวัด')
    expect(await me.sendsPlace()).toContain('ทิศไหน')
    expect(await me.says('ขึ้นฟ้า')).toContain('ยังอ่านคำตอบนี้ไม่ได้')
    expect(await me.says('ทิศเหนือ')).toContain('ในหรือนอกอาคาร')
    await me.says('ในอาคาร')
    for (const bad of ['0', '366', 'สิบ', '1.5', '14 เดือน']) expect([bad, await me.says(bad)]).toEqual([bad, expect.stringContaining('ตั้งแต่ 1 ถึง 365')])
    expect(await me.says('๓๖๕ วัน')).toContain('ใครเปิดเครื่องได้')
    await me.says('ต้องรอช่าง')
    expect(await me.says('1')).toContain('2–80')
    await me.says('มาลี')
    for (const bad of ['12345', '08123456789', '1234567890', 'ไม่มี']) expect([bad, await me.says(bad)]).toEqual([bad, expect.stringContaining('อ่านเบอร์นี้ไม่ได้')])
    expect(await me.says('1234567890123')).toContain('เลข 13 หลัก')
    expect(await me.says('๐๒ ๑๒๓ ๔๕๖๗ ต่อ ๑๒')).toContain('ติดต่อได้เวลาไหน')
    expect(await me.says('ก'.repeat(101))).toContain('100')
    expect(await me.taps('ข้าม')).toContain('ให้ตำรวจเห็นเบอร์')
    expect(await me.says('อะไร')).toContain('ยังอ่านคำตอบนี้ไม่ได้')
    await me.taps('ไม่ให้เห็น')
    expect(await me.says('ไม่มีรูป')).toContain('ส่งเป็นรูปถ่าย')
    expect(await me.sendsPhoto({ index: 1, total: 2 })).toBe('')
    expect(await me.sendsPhoto({ index: 2, total: 2 })).toContain('02-123-4567 ต่อ 12')
  })

  it('changes an answer from the card, takes a photo along, and asks the secretary where no station is near', async () => {
    const actor = await s.newPerson()
    const me = talker(o.place, actor)
    await describe(me)
    const token = me.draft()!.token
    expect(await me.forges(`e.${token}.photo`)).toContain('ส่งรูป')
    expect(await me.sendsPhoto()).toContain('มีรูปแล้ว')
    await me.forges(`e.${token}.here`)
    await me.sendsPlace({ latitude: 14.75, longitude: 100.32 })
    await me.taps('ยืนยัน')
    const { cameraId, camera } = await s.db.privateCamera.findFirstOrThrow({ where: { ownerId: actor.userId }, include: { camera: { include: { attachments: true, site: true } } } })
    expect(camera.attachments).toMatchObject([{ cameraId, state: 'PENDING', uploadedById: actor.userId }])
    expect(camera.site.subdistrictCode).toBeNull()
    expect(await waiting('owner.toCheck')).toEqual(['secretary'])
  })

  it(`lets nobody have more than ${mostOwn}, nor register while their role is suspended`, async () => {
    const { me, actor, id } = await registered(o)
    const { consentId, contact } = await s.db.privateCamera.findUniqueOrThrow({ where: { cameraId: id } })
    for (let n = 1; n < mostOwn; n++) {
      const camera = await s.newCamera({ ownership: 'PRIVATE', agencyId: null })
      await s.db.privateCamera.create({ data: { cameraId: camera.id, ownerId: actor.userId, consentId, contact, indoors: true, affirmedAt: after(0) } })
    }
    await describe(me)
    expect(await me.taps('ยืนยัน')).toContain(`ไม่เกิน ${mostOwn} ตัว`)
    await s.db.privateCamera.deleteMany({ where: { ownerId: actor.userId } })
    const suspended = await s.newPerson([{ role: 'OWNER', provinceCode: '15', agencyId: null }])
    await s.db.membership.updateMany({ where: { userId: suspended.userId }, data: { suspendedAt: after(0) } })
    const other = talker(o.place, { ...suspended, memberships: [] })
    await describe(other)
    expect(await other.taps('ยืนยัน')).toContain('ถูกระงับ')
  })
})

about('checking', () => {
  it.each(languages)('is done by an officer nearby, once, and the owner hears it (%s)', async (language) => {
    const { t } = wordsIn(language)
    await s.db.notice.deleteMany()
    const { me, actor, id, code } = await registered(o, { language })
    const police = talker(o.place, officer, { language })
    const seen = await hears(police, officer)
    expect(seen).toContain(t.owners.toCheck)
    expect(seen).toContain(owner.shop)
    expect(seen).not.toContain('081')
    expect(await police.says(t.menu.camerasToCheck)).toContain(code)
    expect(await police.forges(`s.decideCamera.{"camera":"${id}","decision":"CHANGE_WANTED"}`)).toContain(t.owners.askRemark)
    expect(await police.says('ตำแหน่งไม่ตรง')).toContain(t.owners.changeAsked(code))
    expect(await hears(me, actor)).toContain(t.owners.youAreToChange(code, 'ตำแหน่งไม่ตรง'))
    expect(await police.says(t.menu.camerasToCheck)).not.toContain(code)
    await me.forges(`s.changeOwnCamera.{"camera":"${id}"}`)
    await me.taps(t.owners.place)
    expect(await me.sendsPlace()).toContain(t.owners.checkAgain)
    expect(await hears(police, officer)).toContain(t.owners.toCheck)
    expect(await police.taps(t.owners.confirm)).toContain(t.owners.confirmed(code))
    expect(await hears(me, actor)).toContain(t.owners.youAreConfirmed(code))
    expect(await o.as('secretary', { language }).forges(`s.decideCamera.{"camera":"${id}","decision":"CONFIRMED"}`)).toContain(code)
    expect(await s.db.privateCamera.findUnique({ where: { cameraId: id } })).toMatchObject({ check: 'CONFIRMED', checkedById: officer.userId, remark: null })
    expect(await me.says(t.menu.myCameras)).toContain(language === 'TH' ? 'ยืนยันแล้ว' : 'Confirmed')
  })

  it('is not done by the owner, who may be an officer, nor by anybody else', async () => {
    const { me, id, code } = await registered(o, { actor: officer })
    expect(await waiting('owner.toCheck')).toContain('secretary')
    expect(await me.says('กล้องรอตรวจ')).not.toContain(code)
    const tap = `s.decideCamera.{"camera":"${id}","decision":"CONFIRMED"}`
    expect(await me.forges(tap)).toContain('ให้ผู้อื่นเป็นผู้ตรวจ')
    for (const person of ['official', 'technician', 'committee', 'national', 'owner', 'reporter', 'passerBy'] as const) expect([person, await o.as(person).forges(tap)]).toEqual([person, expect.stringContaining('เฉพาะผู้ที่เกี่ยวข้อง')])
    expect(await o.as('otherSecretary').forges(tap)).toContain('ไม่พบกล้องนี้')
    expect(await talker(o.place, { ...officer, userId: s.here.people.police.userId, memberships: [] }).forges(tap)).toContain('เฉพาะผู้ที่เกี่ยวข้อง')
    expect(await s.db.privateCamera.findUnique({ where: { cameraId: id } })).toMatchObject({ check: 'PENDING' })
    expect(await o.as('secretary').forges(`s.decideCamera.{"camera":"${id}","decision":"DECLINED","remark":{"text":"ไม่พบร้าน","messageId":"1"}}`)).toContain('ไม่รับกล้อง')
    expect(await me.forges(`s.changeOwnCamera.{"camera":"${id}","field":"where","where":"inside"}`)).toContain('ไม่ผ่านการตรวจ')
    const other = await s.newPerson([{ role: 'POLICE', provinceCode: '15', agencyId: s.here.agencies.town }])
    for (const name of ['privateCamera', 'ownerContact']) expect(await talker(o.place, other).forges(`s.${name}.{"camera":"${id}"}`)).toContain('ไม่พบกล้องนี้')
  })
})

about('the contact', () => {
  it.each(languages)('is seen by police and secretaries of the province alone, each look is written down, and the owner sees who (%s)', async (language) => {
    const { t } = wordsIn(language)
    const { me, actor, id, code } = await registered(o, { language })
    expect(await me.forges(`s.contactLooks.{"camera":"${id}"}`)).toContain(t.owners.noLooks(code))
    const tap = `s.ownerContact.{"camera":"${id}"}`
    expect(await talker(o.place, officer, { language }).forges(tap)).toContain(t.owners.contact(code, owner.name, owner.phone))
    expect(await o.as('secretary', { language }).forges(tap)).toContain(owner.phone)
    const looks = await me.forges(`s.contactLooks.{"camera":"${id}"}`)
    expect(looks).toContain(language === 'TH' ? 'ตำรวจ สภ.เมืองอ่างทอง ร.ต.อ.ปิยะ' : 'Police officer Mueang Ang Thong Police ร.ต.อ.ปิยะ')
    expect(looks.match(new RegExp(t.owners.withPhone, 'g'))).toHaveLength(2)
    const before = await s.db.auditEntry.count({ where: { action: 'contact.seen' } })
    const suspended = { ...officer, userId: s.here.people.police.userId, memberships: [] }
    for (const stranger of [o.as('official'), o.as('committee'), o.as('national'), o.as('owner'), o.as('otherSecretary'), o.as('passerBy'), talker(o.place, suspended)]) {
      const said = await stranger.forges(tap)
      expect(said).toContain('ไม่พบกล้องนี้')
      expect(await stranger.forges(`s.privateCamera.{"camera":"${id}"}`)).toContain('ไม่พบกล้องนี้')
      expect(await stranger.forges(`s.contactLooks.{"camera":"${id}"}`)).toContain('ไม่พบกล้องนี้')
    }
    expect(await s.db.auditEntry.count({ where: { action: 'contact.seen' } })).toBe(before)
    expect(actor.userId).toBeTruthy()
  })

  it('is shown to the police without a number where the owner does not share it', async () => {
    const { id } = await registered(o, { shares: 'no' })
    const said = await talker(o.place, officer).forges(`s.ownerContact.{"camera":"${id}"}`)
    expect(said).toContain('เจ้าของไม่ให้แสดงเบอร์')
    expect(said).not.toContain('081')
    expect(await o.as('secretary').forges(`s.ownerContact.{"camera":"${id}"}`)).toContain(owner.phone)
  })
})

about('my cameras', () => {
  it.each(languages)('are changed field by field, paused until a day, and looked at (%s)', async (language) => {
    const { t } = wordsIn(language)
    const { me, actor, id, code } = await registered(o, { language })
    const second = await registered(o, { language, actor: { ...actor, memberships: [{ role: 'OWNER', provinceCode: '15', agencyId: null }] } })
    const both = await second.me.says(t.menu.myCameras)
    for (const one of [code, second.code]) expect(both).toContain(one)
    await me.forges(`s.privateCamera.{"camera":"${id}"}`)
    expect(me.buttons()).toEqual(expect.arrayContaining([t.owners.change, t.owners.pause, t.owners.looks]))
    await me.taps(t.owners.change)
    await me.taps(t.owners.phone)
    expect(await me.says('+66 (0)35-611-234')).toContain(t.owners.changed(code))
    await me.taps(t.owners.change)
    await me.taps(t.owners.days)
    await me.taps(t.menu.skip)
    await me.taps(t.owners.change)
    await me.taps(t.owners.shop)
    await me.says('ร้านใหม่')
    const row = await s.db.privateCamera.findUniqueOrThrow({ where: { cameraId: id }, include: { camera: { include: { site: true } } } })
    expect(row.camera).toMatchObject({ retentionDays: null, site: { name: 'ร้านใหม่' } })
    expect(openContact({ contacts }, row.contact, actor.userId)).toEqual({ name: owner.name, phone: { number: '035611234', extension: null } })
    expect(await me.taps(t.owners.pause)).toContain(t.owners.askUntil)
    expect(await me.says('พรุ่งนี้')).toContain(t.owners.badDay)
    expect(await me.says('1/1/2569')).toContain(t.owners.askUntil)
    expect(await me.taps(t.owners.pickDay, { date: '2026-12-31' })).toContain(language === 'TH' ? '31 ธ.ค. 2569' : '31 Dec 2026')
    expect(await me.forges(`s.privateCamera.{"camera":"${id}"}`)).toContain(t.owners.pausedUntil)
    expect(await me.taps(t.owners.unpause)).toContain(t.owners.unpaused(code))
    expect(await s.db.privateCamera.findUnique({ where: { cameraId: id } })).toMatchObject({ pausedUntil: null })
  })

  it('are nobody else’s to change, pause, affirm or withdraw', async () => {
    const { id } = await registered(o)
    for (const person of ['owner', 'secretary', 'police', 'official', 'passerBy'] as const) {
      for (const name of ['changeOwnCamera', 'pauseCamera', 'unpauseCamera', 'affirmCamera', 'withdrawConsent']) expect([person, name, await o.as(person).forges(`s.${name}.{"camera":"${id}"${name === 'pauseCamera' ? ',"until":"2026-12-31"' : ''}}`)]).toEqual([person, name, expect.stringContaining('ไม่พบกล้องนี้')])
    }
  })
})

about('what was said of a camera', () => {
  it.each(languages)('goes when its message is taken back, also after registering, and leaves that there was one (%s)', async (language) => {
    const taken = inLanguage(takenBackLabel, language)
    const { me, actor, id } = await registered(o, { language })
    const said = (await s.db.privateCamera.findUniqueOrThrow({ where: { cameraId: id } })).saidIn as Record<string, string>
    expect(Object.keys(said).sort()).toEqual(['hours', 'name', 'phone', 'place', 'shop'])
    const contact = async () => openContact({ contacts }, (await s.db.privateCamera.findUniqueOrThrow({ where: { cameraId: id } })).contact, actor.userId)
    await talker(o.place, officer, { language }).unsends(said.name!)
    expect(await contact()).toMatchObject({ name: owner.name })
    for (const field of ['shop', 'hours', 'name']) await me.unsends(said[field]!)
    expect(await contact()).toEqual({ name: '', phone: { number: '0812345678', extension: null } })
    await me.unsends(said.phone!)
    expect(await contact()).toEqual({ name: '', phone: null })
    const card = await me.forges(`s.privateCamera.{"camera":"${id}"}`)
    expect(card).toContain(taken)
    expect(card).not.toContain(owner.shop)
    expect(card).not.toContain(owner.hours)
    const police = talker(o.place, officer, { language })
    expect(await police.forges(`s.ownerContact.{"camera":"${id}"}`)).toContain(`${taken} ${taken}`)
    await me.unsends(said.place!)
    expect(await s.db.camera.findUnique({ where: { id }, include: { site: true, private: true } })).toMatchObject({ site: { latitude: 14.6, longitude: 100.5 }, private: { check: 'CHANGE_WANTED' } })
    expect(await police.forges(`s.privateCamera.{"camera":"${id}"}`)).not.toContain(taken)
    await me.forges(`s.changeOwnCamera.{"camera":"${id}","field":"shop"}`)
    await me.says('ร้านใหม่')
    await me.unsends(said.shop!)
    expect(await me.forges(`s.privateCamera.{"camera":"${id}"}`)).toContain('ร้านใหม่')
  })

  it.each(languages)('by who checked it goes, too (%s)', async (language) => {
    const { me, id } = await registered(o, { language })
    const police = talker(o.place, officer, { language })
    await police.forges(`s.decideCamera.{"camera":"${id}","decision":"CHANGE_WANTED"}`)
    await police.says('ปักหมุดผิดที่')
    const remark = police.lastOwn()
    await me.unsends(remark)
    expect(await me.forges(`s.privateCamera.{"camera":"${id}"}`)).toContain('ปักหมุดผิดที่')
    await police.unsends(remark)
    const card = await me.forges(`s.privateCamera.{"camera":"${id}"}`)
    expect(card).not.toContain('ปักหมุดผิดที่')
    expect(card).toContain(inLanguage(takenBackLabel, language))
  })
})

about('a camera that does not work', () => {
  it.each(languages)('is shown so to police, and its owner says when it works (%s)', async (language) => {
    const { t } = wordsIn(language)
    const { me, actor, id, code } = await registered(o, { language })
    await s.db.privateCamera.update({ where: { cameraId: id }, data: { check: 'CONFIRMED' } })
    await hears(me, actor)
    const police = talker(o.place, officer, { language })
    await s.as(officer, act => damagedPrivate(act, id))
    expect(await police.forges(`s.privateCamera.{"camera":"${id}"}`)).toContain(t.owners.damagedSince)
    expect(await hears(me, actor)).toContain(t.owners.foundDamaged(code))
    expect(await police.forges(`s.ownCameraWorks.{"camera":"${id}"}`)).not.toContain(t.owners.worksAgain(code))
    expect(await me.taps(t.owners.works)).toContain(t.owners.worksAgain(code))
    expect(await police.forges(`s.privateCamera.{"camera":"${id}"}`)).not.toContain(t.owners.damagedSince)
  })
})

about('once a year', () => {
  it.each(languages)('the owner is asked, reminded twice, and then it is hidden until they say that it is used (%s)', async (language) => {
    const { t } = wordsIn(language)
    o.at(after(MINUTE))
    await s.db.privateCamera.updateMany({ data: { affirmedAt: after(400 * DAY) } })
    const { me, actor, id, code } = await registered(o, { language })
    const year = 365 * DAY + 2 * MINUTE
    const asks = (at: number) => s.clock(askWhetherUsed, after(at))
    expect(await asks(year - 4 * MINUTE)).toBe(0)
    for (const round of [0, 1, 2]) {
      expect(await asks(year + round * 15 * DAY)).toBe(1)
      expect(await asks(year + round * 15 * DAY + MINUTE)).toBe(0)
      expect(await hears(me, actor)).toContain(t.owners.stillUsed)
    }
    expect(me.buttons()).toEqual([t.owners.inUse, t.owners.gone, t.owners.changeFacts])
    expect(await asks(year + 45 * DAY)).toBe(1)
    expect(await s.db.privateCamera.findUnique({ where: { cameraId: id } })).toMatchObject({ hiddenAt: after(year + 45 * DAY) })
    expect(await hears(me, actor)).toContain(t.owners.nowHidden(code))
    expect(await talker(o.place, officer, { language }).forges(`s.ownerContact.{"camera":"${id}"}`)).not.toContain(owner.name)
    o.at(after(year + 46 * DAY))
    expect(await me.taps(t.owners.inUse)).toContain(t.owners.affirmed(code))
    expect(await asks(year + 47 * DAY)).toBe(0)
    expect(await s.db.privateCamera.findUnique({ where: { cameraId: id } })).toMatchObject({ hiddenAt: null, affirmAsked: 0 })
    o.at(after(MINUTE))
    await s.db.privateCamera.deleteMany({ where: { cameraId: id } })
  })
})

about('privacy', () => {
  it.each(languages)('tells what is held, and two taps erase it everywhere (%s)', async (language) => {
    const { t } = wordsIn(language)
    const { me, actor, id, code } = await registered(o, { language })
    const held = await me.says(t.menu.privacy)
    for (const shown of [code, owner.shop, t.owners.sealed, t.owners.download]) expect(`${held} ${me.buttons()}`).toContain(shown)
    expect(await me.taps(t.owners.withdraw)).toContain(t.owners.withdrawNote)
    expect(await s.db.privateCamera.count({ where: { cameraId: id } })).toBe(1)
    expect(await me.taps(t.menu.confirm)).toContain(t.owners.withdrawn(code))
    expect(await s.db.privateCamera.count({ where: { ownerId: actor.userId } })).toBe(0)
    const camera = await s.db.camera.findUniqueOrThrow({ where: { id }, include: { site: true } })
    expect(camera).toMatchObject({ status: 'REMOVED', direction: null, custodianHours: null, exportBy: null, retentionDays: null, site: { name: '–', latitude: 14.6, longitude: 100.5 } })
    expect(camera.site.removedAt).not.toBeNull()
    expect(await s.db.consent.findMany({ where: { userId: actor.userId } })).toMatchObject([{ withdrawnAt: expect.any(Date) }])
    expect(await s.db.membership.count({ where: { userId: actor.userId } })).toBe(0)
    expect(await s.db.user.findUnique({ where: { id: actor.userId } })).toMatchObject({ menuWanted: 'everyone' })
    expect(me.choices()).not.toContain(t.menu.myCameras)
    expect(await s.db.notice.count({ where: { about: `privateCamera:${id}`, state: 'WAITING' } })).toBe(0)
    expect(await talker(o.place, officer, { language }).forges(`s.privateCamera.{"camera":"${id}"}`)).not.toContain(code)
    expect(await me.says(t.menu.privacy)).toContain(t.owners.noneHeld)
    expect(await me.forges('s.withdrawConsent.{}')).toContain(t.owners.nothingToWithdraw)
  })

  it('withdraws one camera alone, and stays an owner by the other', async () => {
    const first = await registered(o)
    const second = await registered(o, { actor: { ...first.actor, memberships: [{ role: 'OWNER', provinceCode: '15', agencyId: null }] } })
    await second.me.forges(`s.withdrawConsent.{"camera":"${first.id}"}`)
    expect(await second.me.taps('ยืนยัน')).toContain(first.code)
    expect(await s.db.privateCamera.findMany({ where: { ownerId: first.actor.userId } })).toMatchObject([{ cameraId: second.id }])
    expect(await s.db.membership.count({ where: { userId: first.actor.userId } })).toBe(1)
    expect((await s.db.consent.findMany({ where: { userId: first.actor.userId }, orderBy: { givenAt: 'asc' } })).filter(({ withdrawnAt }) => withdrawnAt)).toHaveLength(1)
  })
})
