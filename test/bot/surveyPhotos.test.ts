import { beforeEach, describe, expect, it } from 'vitest'
import { wantChatPhotos } from '../../domain/cameras/chatPhotos'
import { mostPhotos } from '../../domain/photos/room'
import { after, MINUTE } from '../domain/stage'
import { languages, office, wordsIn } from './office'

const o = office()
const { s } = o
let camera: { id: string, code: string }
beforeEach(async () => {
  o.at(after(MINUTE))
  camera = await s.newCamera()
  await s.as(s.here.people.official, act => wantChatPhotos(act, camera.id), after(MINUTE))
})
const photos = () => s.db.attachment.count({ where: { cameraId: camera.id, state: 'PENDING' } })

describe('photos for the survey, sent in the chat', () => {
  it.each(languages)('belong to the camera whose form waits for them; a set is answered once (%s)', async (language) => {
    const { t } = wordsIn(language)
    const me = o.as('official', { language })
    expect(await me.sendsPhoto()).toContain(camera.code)
    await me.sendsPhoto({ index: 1, total: 2 })
    const { name } = (await s.db.camera.findUniqueOrThrow({ where: { id: camera.id }, include: { site: true } })).site
    expect(await me.sendsPhoto({ index: 2, total: 2 })).toContain(t.survey.photoTaken(camera.code, name, 3))
    expect(await photos()).toBe(3)
  })

  it('begin a report after half an hour, and those of anybody else always do', async () => {
    await o.as('colleague').sendsPhoto()
    o.at(after(32 * MINUTE))
    const me = o.as('official')
    expect(await me.sendsPhoto()).not.toContain(camera.code)
    expect(await photos()).toBe(0)
  })

  it('are at most ten', async () => {
    await s.db.attachment.createMany({ data: Array.from({ length: mostPhotos - 1 }, () => ({ cameraId: camera.id, uploadedById: s.here.people.official.userId, state: 'STORED' as const })) })
    const me = o.as('official')
    expect(await me.sendsPhoto()).toContain(camera.code)
    expect(await me.sendsPhoto()).toContain('ไม่เกิน 10 ภาพ')
  })

  it.each(['otherOfficial', 'committee', 'reporter'] as const)('cannot be asked for by %s', async (name) => {
    await expect(s.as(s.here.people[name], act => wantChatPhotos(act, camera.id))).rejects.toMatchObject({ code: 'notAllowed' })
  })
})
