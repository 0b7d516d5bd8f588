import type { Actor } from '../../domain/act'
import type { Language } from '../../prisma/client'
import type { Talker } from '../helpers/talk'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { putIntoWords } from '../../bot/notices'
import { footageCauseLabels, legalBasisLabels, moveLabels } from '../../domain/labels/footage'
import { inLanguage } from '../../domain/labels/label'
import { priorityLabels } from '../../domain/labels/workOrders'
import { withdraw } from '../../domain/owners/withdraw'
import { desk, HOUR, MINUTE, strangers } from '../domain/footage/desk'
import { after, morning } from '../domain/stage'
import { contacts } from '../helpers/contacts'
import { textsOf } from '../helpers/messages'
import { talker } from '../helpers/talk'
import { languages, wordsIn } from './office'

const d = desk()
const { s } = d
let now = after(MINUTE)
const place = { get db() { return s.db }, now: () => now }
let officer: Actor
const police = (language: Language = 'TH', actor = officer) => talker(place, actor, { language })
const official = (language: Language = 'TH') => talker(place, s.here.people.official, { language })
const number = /R-6911-[2-9A-HJKMNP-TV-Z]{5}/

beforeAll(async () => { officer = await d.newOfficer() })
beforeEach(async () => {
  now = after(MINUTE)
  await s.db.footageRequest.deleteMany()
  await s.db.notice.deleteMany()
  await s.forget()
  await s.db.camera.updateMany({ data: { status: 'REMOVED' } })
})

/** Goes through the questions with ordinary answers, up to the card. */
async function upToCard(me: Talker, codes: string): Promise<string> {
  await me.says('ขอดูภาพ')
  await me.says('คดีอาญาที่ 123/2569')
  await me.says(codes)
  if (me.choices().includes('ต่อไป')) await me.taps('ต่อไป')
  await me.says('22/11/2569 18:30-19:15')
  await me.taps('วิ่งราวทรัพย์')
  await me.taps('ป.วิ.อาญา ม.131')
  await me.taps('ติดตามผู้ต้องสงสัย')
  return me.taps('ปกติ')
}

async function sent(codes: string, me = police()): Promise<string> {
  await upToCard(me, codes)
  return number.exec(await me.taps('ยืนยัน'))![0]
}

const items = () => s.db.footageItem.findMany({ orderBy: { id: 'asc' } })

/** What a person hears of what waits for them, as it is put into words. */
async function hears(actor: Actor, language: Language = 'TH'): Promise<string> {
  const waiting = await s.db.notice.findMany({ where: { userId: actor.userId, state: 'WAITING' }, orderBy: { id: 'asc' } })
  const person = { ...actor, language, lineUserId: 'U', displayName: null, reachable: true, menuWanted: 'everyone' }
  const links = { photo: () => '', chat: () => null, liff: () => null, held: () => '' }
  const said = await s.db.$transaction(async (db) => {
    const all = []
    for (const notice of waiting) all.push(await putIntoWords({ db, now, links, contacts }, notice, { language, person }))
    return all
  })
  return said.flatMap(speech => speech?.messages ?? []).flatMap(message => textsOf(message)).join('\n')
}

describe('ขอดูภาพ', () => {
  it.each(languages)('is asked answer by answer, seen on a card with what is overwritten first, and sent when confirmed (%s)', async (language) => {
    const { t } = wordsIn(language)
    const [three, week] = [await d.newCamera(3), await d.newCamera(7)]
    const me = police(language)
    expect(await me.says(t.menu.footage)).toContain(`(1/9) ${t.footage.askCase}`)
    expect(await me.says('คดีอาญาที่ 123/2569')).toContain(t.footage.askCameras(6))
    expect(await me.says(`${week.code}, ${three.code}`)).toContain(`2/6`)
    expect(await me.taps(t.menu.next)).toContain(t.footage.askBegin)
    expect(await me.picks(t.footage.pickTime, '2026-11-22T18:30')).toContain(t.footage.long(15))
    expect(await me.taps(t.footage.long(30))).toContain(t.footage.askOffence)
    expect(await me.taps(t.footage.offences[1]!)).toContain(inLanguage(legalBasisLabels.CPC_132, language))
    expect(await me.taps(inLanguage(legalBasisLabels.CPC_131, language))).toContain(t.footage.askPurpose)
    expect(await me.taps(t.footage.purposes[0]!)).toContain(t.footage.askUrgency)
    const card = await me.taps(inLanguage(priorityLabels.URGENT, language))
    expect(card.indexOf(three.code)).toBeLessThan(card.indexOf(week.code))
    expect(card).toContain(language === 'TH' ? 'บันทึกทับ 25 พ.ย. 2569 18:30 น. (เหลือ 2 วัน)' : 'Overwritten 25 Nov 2026 18:30 (2 days left)')
    expect(await s.db.footageRequest.count()).toBe(0)
    const done = await me.taps(t.menu.confirm)
    const found = number.exec(done)![0]
    expect(done).toContain(t.footage.sent(found, 2))
    expect(me.buttons()).toContain(t.work.copy)
    expect(await s.db.footageRequest.findMany()).toMatchObject([{ number: found, legalBasis: 'CPC_131', urgency: 'URGENT', offence: t.footage.offences[1] }])
    expect(await hears(s.here.people.official, language)).toContain(t.footage.asked)
    expect(await me.says(t.menu.myRequests)).toContain(t.footage.list(1))
    expect(await me.says(found.toLowerCase())).toContain(found)
  })

  it('takes a place and how far around it: all of them, or picked one by one from the cards', async () => {
    const cameras = [await d.newCamera(), await d.newCamera()]
    const { camera } = await d.newPrivate()
    await d.newPrivate({ check: 'DECLINED' })
    const me = police()
    await me.says('ขอดูภาพ')
    await me.says('1/2569')
    expect(await me.sendsPlace()).toContain('รัศมีเท่าไร')
    expect(me.choices()).toEqual(expect.arrayContaining(['100 ม. (3 ตัว)', '500 ม. (3 ตัว)']))
    expect(await me.taps('200 ม. (3 ตัว)')).toContain('กล้องเอกชน')
    await me.says(cameras[0]!.code)
    expect(me.sees()).toContain('เลือกแล้ว 1/6')
    await me.taps('เลือกใหม่ทั้งหมด')
    expect(me.sees()).not.toContain('เลือกแล้ว')
    await me.sendsPlace()
    await me.taps('100 ม. (3 ตัว)')
    expect(await me.taps('ทุกกล้องใน 100 ม.')).toContain('ภาพตั้งแต่เวลาไหน')
    expect((me.draft()!.answers.chosen as string[]).toSorted()).toEqual([...cameras, camera].map(({ id }) => id).sort())
    for (let n = 0; n < 5; n++) await d.newCamera()
    const other = police()
    await other.says('ขอดูภาพ')
    await other.says('1/2569')
    await other.sendsPlace()
    await other.taps('100 ม. (8 ตัว)')
    await other.taps('6 ตัวที่ใกล้ที่สุด')
    expect(other.draft()!.answers.chosen).toHaveLength(6)
  })

  it('keeps to what the province allows, in what it offers and in what it takes', async () => {
    await s.db.province.update({ where: { code: '15' }, data: { footageCameras: 2, footageMinutes: 30 } })
    const three = [await d.newCamera(), await d.newCamera(), await d.newCamera()]
    const me = police()
    await me.says('ขอดูภาพ')
    expect(await me.says('1/2569')).toContain('ไม่เกิน 2 ตัว')
    expect(await me.says(three.map(({ code }) => code).join(' '))).toContain('ไม่เกิน 2 กล้อง')
    await me.sendsPlace()
    await me.taps('100 ม. (3 ตัว)')
    expect(await me.taps('2 ตัวที่ใกล้ที่สุด')).toContain('ภาพตั้งแต่เวลาไหน')
    expect(me.draft()!.answers.chosen).toHaveLength(2)
    expect(await me.says('22/11/2569 18:30-19:01')).toContain('ไม่เกิน 30 นาที')
    await me.says('22/11/2569 18:30')
    expect(me.choices().filter(word => /นาที|ชม/.test(word))).toEqual(['15 นาที', '30 นาที'])
    expect(await me.taps('30 นาที')).toContain('เหตุอะไร')
    await s.db.province.update({ where: { code: '15' }, data: { footageCameras: 6, footageMinutes: 180 } })
  })

  it('of twenty cameras and a whole day goes out as one request, each camera with its card', async () => {
    await s.db.province.update({ where: { code: '15' }, data: { footageCameras: 20, footageMinutes: 1440 } })
    const many = []
    for (let n = 0; n < 21; n++) many.push(await d.newCamera())
    const me = police()
    await me.says('ขอดูภาพ')
    await me.says('1/2569')
    await me.sendsPlace()
    await me.taps('100 ม. (21 ตัว)')
    await me.taps('20 ตัวที่ใกล้ที่สุด')
    await me.says('21/11/2569 18:30')
    await me.taps('24 ชม.')
    await me.says('วิ่งราวทรัพย์')
    await me.taps(inLanguage(legalBasisLabels.CPC_131, 'TH'))
    await me.says('ติดตามผู้ต้องสงสัย')
    await me.taps(inLanguage(priorityLabels.NORMAL, 'TH'))
    // LINE takes no larger card.
    for (const message of me.messages()) expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThan(30_000)
    const done = await me.taps('ยืนยัน')
    expect(await s.db.footageItem.count()).toBe(20)
    const asked = await s.db.footageItem.findMany({ include: { camera: true } })
    for (const { camera } of asked) expect(done).toContain(camera!.code)
    await s.db.province.update({ where: { code: '15' }, data: { footageCameras: 6, footageMinutes: 180 } })
  })

  it('warns before it is sent: broken at that time, over by now, nobody knows', async () => {
    const [broken, over, unknown] = [await d.newCamera(30), await d.newCamera(0), await d.newCamera(null)]
    await s.told(s.here.people.reporter, broken.id, after(-20 * HOUR))
    const card = await upToCard(police(), `${broken.code} ${over.code} ${unknown.code}`)
    expect(card).toContain('กล้องนี้เสียตั้งแต่ 22 พ.ย. 2569 13:00 น.')
    expect(card).toContain('ควรถูกบันทึกทับแล้วเมื่อ 22 พ.ย. 2569 18:30 น.')
    expect(card).toContain('ไม่ทราบว่าเก็บภาพกี่วัน')
  })

  it('says how to put right what cannot be, and keeps the rest', async () => {
    const camera = await d.newCamera()
    const removed = await s.newCamera({ status: 'REMOVED' })
    const far = await s.newCamera({ provinceCode: '14' })
    const seven = await Promise.all(Array.from({ length: 7 }, () => d.newCamera()))
    const me = police()
    await me.says('ขอดูภาพ')
    expect(await me.says('ก'.repeat(101))).toContain('100')
    expect(await me.sendsSticker()).toContain('เลขคดี')
    await me.says('123/2569')
    expect(await me.taps('ย้อนกลับ')).toContain('เลขคดี')
    await me.says('123/2569')
    expect(await me.says('ต่อไป')).toContain('ยังไม่ได้เลือกกล้อง')
    expect(await me.says('15-99999')).toContain('ไม่พบกล้อง 15-99999')
    expect(await me.says(removed.code)).toContain('ถูกถอดถอนแล้ว')
    expect(await me.says(far.code)).toContain('อยู่ต่างจังหวัด')
    expect(await me.says('ตลาดดาวอังคาร')).toContain('ไม่พบกล้องที่ตรงกับข้อความนี้')
    expect(await me.sendsPhoto()).toContain('กล้องตัวไหน')
    expect(await me.says(seven.map(({ code }) => code).join(' '))).toContain('ไม่เกิน 6 กล้อง')
    await me.says(camera.code)
    expect(await me.says(seven.slice(1).map(({ code }) => code).join(' '))).toContain('ไม่เกิน 6 กล้อง')
    await me.taps('ต่อไป')
    expect(await me.says('22/11/2569 18:30-17:00')).toContain('เวลาสิ้นสุดต้องอยู่หลังเวลาเริ่ม')
    expect(await me.says('22/11/2569 18:30-21:31')).toContain('ไม่เกิน 3 ชั่วโมง')
    expect(await me.says('24/11/2569 18:30')).toContain('ยังมาไม่ถึง')
    expect(await me.picks('เลือกวันและเวลา', '2026-11-24T18:30')).toContain('ยังมาไม่ถึง')
    expect(await me.says('เมื่อคืน')).toContain('ยังอ่านเวลานี้ไม่ได้')
    expect(await me.sendsPlace()).toContain('ภาพตั้งแต่เวลาไหน')
    await me.says('๒๒/๑๑/๒๕๖๙ ๑๘.๓๐ น.')
    expect(await me.says('18:00')).toContain('เวลาสิ้นสุดต้องอยู่หลังเวลาเริ่ม')
    expect(await me.says('181')).toContain('ไม่เกิน 3 ชั่วโมง')
    expect(await me.says('นานหน่อย')).toContain('ยังอ่านเวลาสิ้นสุดไม่ได้')
    expect(await me.says('21:30')).toContain('เหตุอะไร')
    expect(me.draft()!.answers).toMatchObject({ begin: '2026-11-22T11:30:00.000Z', minutes: 180 })
    await me.says('ข'.repeat(101))
    expect(await me.says('คดีอื่น')).toContain('อำนาจใด')
    expect(await me.says('ตามใจ')).toContain('อำนาจใด')
    await me.says('CPC s.132')
    expect(await me.says('ค'.repeat(1001))).toContain('1000')
    await me.says('ค'.repeat(1000))
    await me.taps('ด่วนที่สุด')
    await me.taps('ยืนยัน')
    expect(await items()).toMatchObject([{ cameraId: camera.id }])
  })

  it('can be changed on its card; what cannot be asked any more is said there and nothing is lost', async () => {
    const [camera, other] = [await d.newCamera(), await d.newCamera()]
    const me = police()
    await upToCard(me, camera.code)
    await s.db.camera.update({ where: { id: camera.id }, data: { status: 'REMOVED' } })
    expect(await me.taps('ยืนยัน')).toContain(`กล้อง ${camera.code} ถูกถอดถอนแล้ว`)
    await s.db.camera.update({ where: { id: camera.id }, data: { status: 'NORMAL' } })
    await me.says('แก้ไข')
    await me.taps('กล้อง')
    await me.taps('เลือกใหม่ทั้งหมด')
    await me.says(other.code)
    await me.taps('ต่อไป')
    await me.says('แก้ไข')
    await me.taps('ความยาว')
    await me.taps('2 ชม.')
    await me.taps('ยืนยัน')
    const [item] = await items()
    expect(item).toMatchObject({ cameraId: other.id })
    expect(item!.to.getTime() - item!.from.getTime()).toBe(2 * HOUR)
  })

  it('is not sent by an officer who was suspended between asking and sending, nor by anybody else', async () => {
    const camera = await d.newCamera()
    const suspended = await d.newOfficer()
    const before = police('TH', suspended)
    await upToCard(before, camera.code)
    suspended.memberships.length = 0
    await s.db.membership.updateMany({ where: { userId: suspended.userId }, data: { suspendedAt: now } })
    expect(await before.taps('ยืนยัน')).toContain('สิทธิ์นี้ของคุณถูกระงับอยู่')
    expect(before.sees()).not.toContain(`หน้าตลาด`)
    for (const person of [...strangers.filter(one => one !== 'police'), 'official', 'secretary'] as const) {
      for (const word of ['ขอดูภาพ', 'บันทึกการขอดูภาพ', 'คำขอของฉัน']) expect(await talker(place, s.here.people[person]).says(word), person).toContain('เฉพาะผู้ที่เกี่ยวข้อง')
    }
    expect(await s.db.footageRequest.count()).toBe(0)
  })

  it('joins a colleague who asks for the same: the custodian’s card shows both, and both officers hear the answer', async () => {
    const camera = await d.newCamera(30)
    const other = await d.newOfficer()
    const [one, two] = [await sent(camera.code), await sent(camera.code, police('TH', other))]
    expect(await hears(officer)).toContain('มีตำรวจอีกนายขอภาพเดียวกัน')
    const keeper = official()
    const seen = await keeper.says('คำขอที่ได้รับ')
    expect(seen).toContain('1 รายการ')
    expect(seen).toContain(one)
    expect(seen).toContain(two)
    await keeper.taps('เก็บภาพไว้แล้ว')
    for (const actor of [officer, other]) expect(await hears(actor)).toContain('เก็บภาพไว้แล้ว')
    expect(await police().says(camera.code)).not.toBe('')
  })
})

describe('an answer', () => {
  it.each(languages)('is one tap, by card or typed, and each of the others a question (%s)', async (language) => {
    const { t } = wordsIn(language)
    const label = (move: keyof typeof moveLabels) => inLanguage(moveLabels[move], language)
    const codes = (await Promise.all(Array.from({ length: 5 }, () => d.newCamera(30)))).map(({ code }) => code)
    const request = await sent(codes.join(' '))
    const asks = (await items()).map(({ askId }) => askId)
    const me = official(language)
    const open = (n: number) => me.forges(`s.footageAsk.{"ask":"${asks[n]}"}`)
    await open(0)
    expect(me.choices()).toEqual(expect.arrayContaining([label('preserve'), label('appoint'), label('awaitTechnician'), label('reportDown'), label('refuse')]))
    expect(await me.says(label('preserve'))).toContain(t.footage.preserved)
    await open(1)
    await me.taps(label('appoint'))
    expect(await me.says('22/11/2569 10:00')).toContain(language === 'TH' ? 'เวลานัดต้อง' : 'must lie ahead')
    expect(await me.picks(t.footage.pickTime, '2026-11-24T10:00')).toContain(language === 'TH' ? '24 พ.ย. 2569 10:00 น.' : '24 Nov 2026 10:00')
    await open(2)
    await me.taps(label('awaitTechnician'))
    expect(await me.says('1234567890123')).toContain(t.footage.nationalId)
    expect(await me.says('ไม่มี')).toContain(t.footage.notAPhone)
    expect(await me.says('+66 81 234 5678')).toContain(t.footage.technicianNoted)
    await open(3)
    expect(await me.taps(label('reportDown'))).toMatch(/F-6911-/)
    await open(4)
    expect(await me.taps(label('refuse'))).toContain(t.footage.askRefusal)
    expect(await me.says('เครื่องอยู่บ้านญาติ')).toContain(t.footage.refused)
    expect((await items()).map(({ state, technicianPhone }) => [state, technicianPhone])).toEqual([
      ['PRESERVED', null],
      ['READY', null],
      ['ASKED', '0812345678'],
      ['UNAVAILABLE', null],
      ['REFUSED', null],
    ])
    const seen = await police(language).says(request)
    for (const shown of ['0812345678', inLanguage(footageCauseLabels.CAMERA_DOWN, language), language === 'TH' ? 'ไม่สามารถให้ได้' : 'Not available']) expect(seen).toContain(shown)
    expect(seen).not.toContain('ญาติ')
  })

  it('twice, after it was cancelled or is over, or by a button of somebody else, is told why', async () => {
    const [one, two] = [await d.newCamera(30), await d.newCamera(30)]
    const request = await sent(`${one.code} ${two.code}`)
    const [first, second] = await items()
    const me = official()
    await me.forges(`s.preserveFootage.{"ask":"${first!.askId}"}`)
    expect(await me.forges(`s.preserveFootage.{"ask":"${first!.askId}"}`)).toContain('ตอบคำขอนี้แล้ว')
    expect(await talker(place, s.here.people.colleague).forges(`s.refuseFootage.{"ask":"${first!.askId}"}`)).toContain('ตอบคำขอนี้แล้ว')
    for (const person of strangers) {
      const stranger = talker(place, s.here.people[person])
      for (const dialogue of ['preserveFootage', 'appointFootage', 'awaitTechnician', 'footageDown', 'refuseFootage', 'footageAsk', 'writeToOfficers']) {
        await stranger.forges(`s.${dialogue}.{"ask":"${second!.askId}"}`)
        await stranger.says('ข้อความ')
        expect(stranger.sees(), `${person} ${dialogue}`).not.toContain(two.code)
        await stranger.says('ยกเลิก')
      }
      for (const dialogue of ['receiveFootage', 'missFootage', 'footageHash', 'writeToCustodian']) {
        await stranger.forges(`s.${dialogue}.{"item":"${second!.id}"${dialogue === 'receiveFootage' ? ',"complete":true' : ''}}`)
        await stranger.says('ข้อความ')
        await stranger.says('ยกเลิก')
      }
      await stranger.forges(`s.cancelFootage.{"request":"${second!.requestId}"}`)
      await stranger.says(request)
      expect(stranger.sees(), person).not.toMatch(/วิ่งราวทรัพย์|123\/2569/)
    }
    expect((await items()).map(({ state }) => state)).toEqual(['PRESERVED', 'ASKED'])
    expect(await s.db.footageMessage.count()).toBe(0)
    const mine = police()
    await mine.says(request)
    expect(await mine.taps('ยกเลิกคำขอ')).toContain(`ยกเลิกคำขอ ${request} แล้ว`)
    expect(await mine.forges(`s.cancelFootage.{"request":"${second!.requestId}"}`)).toContain('จบแล้ว')
    expect(await me.forges(`s.preserveFootage.{"ask":"${second!.askId}"}`)).toContain('ตำรวจยกเลิกคำขอ')
    expect(await me.forges(`s.preserveFootage.{"ask":"${crypto.randomUUID()}"}`)).toContain('ไม่พบคำขอดูภาพนี้')
    expect(await me.says('คำขอที่ได้รับ')).toContain('ไม่มีคำขอดูภาพที่รอคำตอบ')
  })

  it('of an owner costs one tap and tells that no is no harm; typed where there is only one, it is understood', async () => {
    const { camera, owner } = await d.newPrivate()
    await sent(camera.code)
    expect(await hears(owner)).toContain('หากไม่สะดวกไม่มีผลใด ๆ')
    const me = talker(place, owner)
    expect(await me.says('เก็บภาพไว้แล้วค่ะ')).toContain('ขอบคุณ')
    expect((await items())[0]).toMatchObject({ state: 'PRESERVED', answeredById: owner.userId })
    expect(await me.says('คำขอที่ได้รับ')).toContain('เก็บภาพไว้แล้ว')
  })

  it('in a group is not given: a case is not for everybody there', async () => {
    await sent((await d.newCamera()).code)
    const [item] = await items()
    const group = talker(place, s.here.people.official, { group: `C${'5'.repeat(32)}` })
    expect(await group.forges(`s.footageAsk.{"ask":"${item!.askId}"}`)).toContain('แชตส่วนตัว')
    expect(await group.forges(`s.preserveFootage.{"ask":"${item!.askId}"}`)).toContain('แชตส่วนตัว')
  })
})

describe('คำขอของฉัน', () => {
  it.each(languages)('closes each camera, keeps the hash, and stands as its cameras do (%s)', async (language) => {
    const { t } = wordsIn(language)
    const label = (move: keyof typeof moveLabels) => inLanguage(moveLabels[move], language)
    const [one, two] = [await d.newCamera(), await d.newCamera()]
    const request = await sent(`${one.code} ${two.code}`)
    const [first, second] = await items()
    const me = police(language)
    await me.says(request)
    expect(me.buttons()).toEqual(expect.arrayContaining([label('receive'), t.footage.partly, label('miss')]))
    expect(await me.forges(`s.receiveFootage.{"item":"${first!.id}","complete":true}`)).toContain(t.footage.gotAll(one.code))
    expect(await me.forges(`s.receiveFootage.{"item":"${first!.id}","complete":true}`)).toContain(language === 'TH' ? 'เป็น “ได้ภาพแล้ว” แล้ว' : 'is “Received” already')
    await me.taps(label('handOver'))
    for (const wrong of ['abc', 'g'.repeat(64), 'a'.repeat(63), 'a'.repeat(65)]) expect(await me.says(wrong), wrong).toContain(t.footage.notAHash)
    expect(await me.says(`SHA256: ${'AB'.repeat(32)}`)).toContain(t.footage.askBytes)
    for (const wrong of ['0', '-1', '1.5', 'ใหญ่']) expect(await me.says(wrong), wrong).toContain(t.footage.notBytes)
    expect(await me.says('๗๓๔,๐๐๓,๒๐๐')).toContain(t.footage.hashNoted(one.code))
    expect((await items())[0]).toMatchObject({ state: 'RECEIVED', sha256: 'ab'.repeat(32), bytes: 734_003_200n })
    await me.forges(`s.missFootage.{"item":"${second!.id}"}`)
    expect(me.sees()).toContain(t.footage.askCause)
    expect(await me.taps(inLanguage(footageCauseLabels.CAMERA_DOWN, language))).toMatch(/F-6911-/)
    expect(await s.db.footageRequest.findFirst()).toMatchObject({ state: 'PARTIAL' })
    expect(await s.db.workOrder.count({ where: { cameraId: two.id, releasedAt: { not: null } } })).toBe(1)
  })

  it('says that an owner withdrew in the middle, without what is gone with them', async () => {
    const { camera, owner } = await d.newPrivate()
    const request = await sent(camera.code)
    expect(await talker(place, owner, {}).says('กล้องของฉัน')).toContain('ตำรวจขอภาพ\n1 ครั้ง')
    await s.as(owner, act => withdraw(act))
    expect(await hears(officer)).toContain('ไม่สามารถให้ได้')
    const seen = await police().says(request)
    expect(seen).toContain('กล้องที่เจ้าของถอนแล้ว')
    expect(seen).not.toContain('หน้าตลาด')
    expect(await police('EN').says(request)).toContain('Withdrawn by its owner')
  })

  it('carries messages between the two, and what is taken back leaves only that it was', async () => {
    const camera = await d.newCamera()
    const request = await sent(camera.code)
    const [me, keeper] = [police(), official()]
    await me.says(request)
    await me.taps(`ข้อความ ${camera.code}`)
    expect(await me.says('ก'.repeat(1001))).toContain('1000')
    expect(await me.says('ขอช่วงที่รถเลี้ยวด้วย')).toContain('ส่งข้อความแล้ว')
    const message = me.lastOwn()
    expect(await hears(s.here.people.official)).toContain('ขอช่วงที่รถเลี้ยวด้วย')
    const { itemId } = await s.db.footageMessage.findFirstOrThrow()
    await keeper.forges(`s.writeToOfficers.{"ask":"${(await s.db.footageItem.findUniqueOrThrow({ where: { id: itemId } })).askId}"}`)
    await keeper.says('ได้ครับ พรุ่งนี้เช้า')
    expect(await hears(officer)).toContain('ได้ครับ พรุ่งนี้เช้า')
    await me.unsends(message)
    for (const seen of [await keeper.says(request), await me.says(request), await hears(s.here.people.official)]) {
      expect(seen).toContain('ข้อความถูกยกเลิก')
      expect(seen).not.toContain('รถเลี้ยว')
    }
  })

  it('takes back what was written in a request, too, and says so on its card', async () => {
    const camera = await d.newCamera()
    const me = police()
    await me.says('ขอดูภาพ')
    await me.says('ชื่อที่ไม่ควรพิมพ์')
    const message = me.lastOwn()
    await me.says(camera.code)
    await me.taps('ต่อไป')
    await me.says('22/11/2569 18:30-19:15')
    await me.taps('วิ่งราวทรัพย์')
    await me.taps('ป.วิ.อาญา ม.17')
    await me.taps('ดูเส้นทางหลบหนี')
    await me.taps('ปกติ')
    const found = number.exec(await me.taps('ยืนยัน'))![0]
    await me.unsends(message)
    expect(await me.says(found)).toContain('ข้อความถูกยกเลิก')
    expect(me.sees()).not.toContain('ไม่ควรพิมพ์')
  })

  it('asks for the station where an officer belongs to two', async () => {
    const more = await d.newOfficer()
    const both = { ...officer, memberships: [...officer.memberships, ...more.memberships] }
    const me = police('TH', both)
    expect(await upToCard(me, (await d.newCamera()).code)).toContain('ในนามสถานีไหน')
    const name = (await s.db.agency.findUniqueOrThrow({ where: { id: more.memberships[0]!.agencyId! } })).name
    await me.says(name)
    await me.taps('ยืนยัน')
    expect(await s.db.footageRequest.findFirst()).toMatchObject({ agencyId: more.memberships[0]!.agencyId })
  })
})

describe('บันทึกการขอดูภาพ', () => {
  it.each(languages)('takes a camera, a time and what came of it, and can be undone (%s)', async (language) => {
    const { t } = wordsIn(language)
    const camera = await d.newCamera()
    const me = police(language)
    expect(await me.says(t.menu.logFootage)).toContain(t.footage.askLog)
    expect(await me.says('15-99999')).toContain('15-99999')
    expect(await me.says(camera.code)).toContain(t.footage.askAt)
    expect(await me.says('24/11/2569 10:00')).toContain(language === 'TH' ? 'ยังมาไม่ถึง' : 'has not come yet')
    expect(await me.taps(t.footage.hourAgo)).toContain(t.footage.askOutcome)
    await me.taps(t.footage.got.NOTHING)
    const done = await me.taps(inLanguage(footageCauseLabels.CANNOT_EXPORT, language))
    const found = number.exec(done)![0]
    expect(done).toContain(t.footage.logged(found))
    expect(await s.db.footageRequest.findMany({ include: { items: true } })).toMatchObject([{ number: found, logged: true, state: 'UNAVAILABLE', items: [{ cause: 'CANNOT_EXPORT', from: new Date(now.getTime() - HOUR) }] }])
    expect(await me.taps(t.footage.undo)).toContain(t.footage.undone(found))
    expect(await me.says(t.menu.myRequests)).toContain(t.footage.none)
  })

  it('takes a place where no camera looks in two taps, and a camera near a place from its card', async () => {
    const me = police()
    await me.says('บันทึกการขอดูภาพ')
    await me.sendsPlace()
    expect(await me.taps('ไม่มีกล้องบริเวณนี้')).toMatch(number)
    expect(await s.db.footageRequest.findFirst()).toMatchObject({ noCamera: true, latitude: 14.58, state: 'UNAVAILABLE' })
    const camera = await d.newCamera()
    await me.says('บันทึกการขอดูภาพ')
    expect(await me.sendsPlace()).toContain(camera.code)
    await me.taps('กล้องนี้')
    await me.picks('เลือกวันและเวลา', '2026-11-22T18:30')
    expect(await me.taps('ได้ภาพแล้ว')).toMatch(number)
    await me.says('บันทึกการขอดูภาพ')
    await me.taps('กล้องนอกทะเบียน')
    await me.says('ร้านข้าวหลังวัด')
    await me.says('22/11/2569 18:30')
    expect(await me.says('ได้ไม่ครบ')).toContain('กล้องนอกทะเบียน')
    expect(await s.db.footageItem.findMany({ orderBy: { id: 'asc' } })).toMatchObject([{ cameraId: camera.id, complete: true }, { cameraId: null, complete: false }])
    now = new Date(now.getTime() + 2 * MINUTE + 1)
    const { id } = await s.db.footageRequest.findFirstOrThrow()
    expect(await me.forges(`s.undoLog.{"request":"${id}"}`)).toContain('เลย 2 นาทีแล้ว')
  })
})

it('a card that is quoted, and a notice that is over by now, speak of the matter as it stands', async () => {
  const request = await sent((await d.newCamera()).code)
  const [item] = await items()
  const [me, keeper] = [police(), official()]
  await me.says(request)
  expect(await me.says('เป็นยังไงบ้าง', me.lastOfBot())).toContain(request)
  await keeper.says(request)
  expect(await keeper.says('อันนี้', keeper.lastOfBot())).toContain('คำตอบอื่น')
  await talker(place, s.here.people.colleague).forges(`s.preserveFootage.{"ask":"${item!.askId}"}`)
  expect(await hears(s.here.people.official)).toBe('')
  expect(morning < now).toBe(true)
})
