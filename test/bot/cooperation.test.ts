import type { Actor } from '../../domain/act'
import type { Talker } from '../helpers/talk'
import { beforeAll, describe, expect, it } from 'vitest'
import { cooperationKindLabels, cooperationMoveLabels, cooperationStateLabels } from '../../domain/labels/cooperation'
import { directionLabels } from '../../domain/labels/directions'
import { inLanguage } from '../../domain/labels/label'
import { talker } from '../helpers/talk'
import { languages, office, wordsIn } from './office'

const o = office()
const { s } = o
let officer: Actor
beforeAll(async () => {
  const station = await s.db.agency.create({ data: { name: 'สภ.เมือง', nameEn: 'Town station', provinceCode: '15', kind: 'POLICE' } })
  officer = await s.newPerson([{ role: 'POLICE', provinceCode: '15', agencyId: station.id }], 'ร.ต.ต. ใจดี')
})

let places = 0
/** Somebody's camera, with no other near. */
async function cameraOf(person: Actor): Promise<{ id: string, code: string, latitude: number }> {
  const [camera, latitude] = [await s.privateCamera(person), 14.58 + ++places / 100]
  await s.db.site.updateMany({ where: { cameras: { some: { id: camera.id } } }, data: { latitude } })
  return { ...camera, latitude }
}

/** What waits for somebody, as they are told. */
async function hears(who: Talker, actor: Actor): Promise<string> {
  const waiting = await s.db.notice.findMany({ where: { userId: actor.userId, state: 'WAITING' } })
  await s.db.notice.updateMany({ where: { id: { in: waiting.map(({ id }) => id) } }, data: { state: 'DELIVERED' } })
  return who.hears(waiting as never)
}

describe.each(languages)('co-operation in chat (%s)', (language) => {
  const { t } = wordsIn(language)
  const said = (label: { th: string, en: string }) => inLanguage(label, language)
  const newOwner = () => s.newPerson([{ role: 'OWNER', provinceCode: '15', agencyId: null }])

  it('is asked with a code and a direction, and told, agreed to, and done', async () => {
    const person = await newOwner()
    const camera = await cameraOf(person)
    const [police, owner] = [talker(o.place, officer, { language }), talker(o.place, person, { language })]
    expect(await police.says(t.cooperation.ask)).toContain(t.cooperation.askCode)
    expect(await police.says('ไม่รู้')).toContain(t.cooperation.askCode)
    expect(await police.says(camera.code)).toContain(t.cooperation.askKind)
    await police.taps(said(cooperationKindLabels.TURN))
    expect(await police.taps(`${directionLabels.E.arrow} ${said(directionLabels.E)}`)).toContain(t.cooperation.askNote)
    const card = await police.says('อยากเห็นปากซอย')
    for (const shown of [camera.code, said(directionLabels.E), t.cooperation.metres(1885), 'อยากเห็นปากซอย', t.cooperation.free]) expect(card).toContain(shown)
    expect(await police.taps(t.menu.confirm)).toContain(t.cooperation.asked(camera.code))
    expect(police.buttons()).toEqual([said(cooperationMoveLabels.withdraw)])
    const heard = await hears(owner, person)
    for (const shown of [t.cooperation.received, camera.code, 'อยากเห็นปากซอย', 'ร.ต.ต. ใจดี', t.cooperation.free]) expect(heard).toContain(shown)
    expect(owner.buttons()).toEqual([said(cooperationMoveLabels.agree), said(cooperationMoveLabels.decline), said(cooperationMoveLabels.think)])
    expect(await owner.taps(said(cooperationMoveLabels.think))).toContain(t.cooperation.thanks.think)
    expect(await owner.taps(said(cooperationMoveLabels.agree))).toContain(t.cooperation.thanks.agree)
    expect(await hears(police, officer)).toContain(said(cooperationStateLabels.YES))
    expect(await owner.taps(said(cooperationMoveLabels.done))).toContain(t.cooperation.thanks.done)
    expect(await s.db.camera.findUnique({ where: { id: camera.id } })).toMatchObject({ direction: 90 })
    expect(await police.says(t.cooperation.word)).toContain(said(cooperationStateLabels.DONE))
    expect(await owner.says(t.cooperation.word)).toContain(camera.code)
  })

  it('may be declined without a reason, and an old button says so', async () => {
    const person = await newOwner()
    const camera = await cameraOf(person)
    const [police, owner] = [talker(o.place, officer, { language }), talker(o.place, person, { language })]
    await police.forges(`s.askCooperation.{"camera":"${camera.id}"}`)
    await police.taps(said(cooperationKindLabels.ADD))
    expect(await police.says('ตรงนั้น')).toContain(t.cooperation.pointOnly)
    await police.sendsPlace({ latitude: camera.latitude + 0.001, longitude: 100.45 })
    await police.taps(t.menu.skip)
    await police.taps(t.menu.confirm)
    await hears(owner, person)
    const agree = owner.holds(said(cooperationMoveLabels.agree))
    expect(await owner.taps(said(cooperationMoveLabels.decline))).toContain(t.cooperation.thanks.decline)
    for (const label of Object.values(cooperationMoveLabels)) expect(owner.buttons()).not.toContain(said(label))
    expect(await owner.forges(agree)).toContain(said(cooperationStateLabels.NO))
    expect(await hears(police, officer)).toContain(said(cooperationStateLabels.NO))
  })

  it('loses a note that is taken back, also after it was sent', async () => {
    const person = await newOwner()
    const camera = await cameraOf(person)
    const [police, owner] = [talker(o.place, officer, { language }), talker(o.place, person, { language })]
    await police.forges(`s.askCooperation.{"camera":"${camera.id}","favour":"TURN","facing":"S"}`)
    await police.says('บ้านสีฟ้าข้างวัด')
    const note = police.lastOwn()
    await police.taps(t.menu.confirm)
    const { id } = await s.db.cooperationRequest.findFirstOrThrow({ where: { cameraId: camera.id } })
    await owner.unsends(note)
    expect(await owner.forges(`s.cooperation.{"cooperation":"${id}"}`)).toContain('บ้านสีฟ้าข้างวัด')
    await police.unsends(note)
    const left = await owner.forges(`s.cooperation.{"cooperation":"${id}"}`)
    expect(left).toContain(t.cooperation.taken)
    expect(left).not.toContain('บ้านสีฟ้าข้างวัด')
    expect(await s.db.cooperationRequest.findUnique({ where: { id } })).toMatchObject({ note: null })
  })
})

it('is for the police to ask, and for nobody else to see', async () => {
  const person = await s.newPerson([{ role: 'OWNER', provinceCode: '15', agencyId: null }])
  const camera = await cameraOf(person)
  await talker(o.place, officer).forges(`s.askCooperation.{"camera":"${camera.id}","favour":"TURN","facing":"S","note":null}`)
  for (const other of ['official', 'secretary', 'committee', 'reporter', 'far'] as const) {
    expect([other, await o.as(other).says('ขอความร่วมมือ')]).toEqual([other, expect.not.stringContaining('กล้องตัวไหน พิมพ์รหัส เช่น')])
    expect([other, await o.as(other).forges(`s.askCooperation.{"camera":"${camera.id}","favour":"TURN","facing":"S","note":null}`)]).toEqual([other, expect.not.stringContaining(camera.code)])
  }
})
