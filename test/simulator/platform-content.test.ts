import { describe, expect, it } from 'vitest'
import { desk, NOI, STRANGER, TOKEN } from './desk'

const photo = (byte: number) => ({ bytes: new Uint8Array([0xFF, 0xD8, byte]), type: 'image/jpeg' })

describe('photos', () => {
  it('sent together are events of their own that name their set', async () => {
    const { webhook, platform } = await desk()
    const hook = await webhook()
    const { messageIds } = await platform.photos({ as: NOI, chat: NOI, files: [photo(1), photo(2), photo(3)] })
    const sent = hook.events().map(event => event.message as { id: string, imageSet: { id: string } })
    expect(sent.map(({ id }) => id)).toEqual(messageIds)
    expect(sent).toMatchObject([1, 2, 3].map(index => ({ type: 'image', contentProvider: { type: 'line' }, imageSet: { id: sent[0]!.imageSet.id, index, total: 3 } })))
  })

  it('sent alone name no set', async () => {
    const { webhook, platform } = await desk()
    const hook = await webhook()
    await platform.photos({ as: NOI, chat: NOI, files: [photo(1)] })
    expect(hook.last().message).not.toHaveProperty('imageSet')
  })

  it('are at most ten, and photos, by somebody who may write', async () => {
    const { platform } = await desk()
    const send = (files: Array<{ bytes: Uint8Array, type: string }>, as = NOI) => platform.photos({ as, chat: as, files })
    await expect(send(Array.from({ length: 11 }, () => photo(1)))).rejects.toMatchObject({ status: 400 })
    await expect(send([])).rejects.toMatchObject({ status: 400 })
    await expect(send([{ bytes: new Uint8Array(), type: 'application/pdf' }])).rejects.toMatchObject({ status: 400 })
    await expect(send([photo(1)], STRANGER)).rejects.toMatchObject({ status: 400 })
    expect((await send(Array.from({ length: 10 }, () => photo(1)))).messageIds).toHaveLength(10)
  })

  it('are downloaded with their type', async () => {
    const { online, platform } = await desk()
    const { blob, url } = await online()
    const { messageIds: [id] } = await platform.photos({ as: NOI, chat: NOI, files: [photo(7)] })
    const chunks = await (await blob.getMessageContent(id!)).toArray()
    expect([...Buffer.concat(chunks)]).toEqual([0xFF, 0xD8, 7])
    const answer = await fetch(`${url}/v2/bot/message/${id}/content`, { headers: { authorization: `Bearer ${TOKEN}` } })
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
    expect(answer.headers.get('x-line-request-id')).toBeTruthy()
    expect((await fetch(`${url}/v2/bot/message/${id}/content`)).status).toBe(401)
  })

  it('may not be ready at first', async () => {
    const { call, platform } = await desk({ contentNotReadyTries: 2 })
    const { messageIds: [id] } = await platform.photos({ as: NOI, chat: NOI, files: [photo(1)] })
    const get = async (rest = '') => (await platform.app.request(`/v2/bot/message/${id}/content${rest}`, { headers: { authorization: `Bearer ${TOKEN}` } }))
    expect((await call('GET', `/v2/bot/message/${id}/content/transcoding`)).body).toEqual({ status: 'processing' })
    const first = await get()
    expect([first.status, await first.text()]).toEqual([202, ''])
    expect((await get('/preview')).status).toBe(202)
    expect((await get()).status).toBe(200)
    expect((await call('GET', `/v2/bot/message/${id}/content/transcoding`)).body).toEqual({ status: 'succeeded' })
  })

  it('that were taken back are gone, those that never were are not found', async () => {
    const { call, platform } = await desk()
    const { messageIds: [id] } = await platform.photos({ as: NOI, chat: NOI, files: [photo(1)] })
    await platform.act({ do: 'unsend', as: NOI, chat: NOI, messageId: id! })
    for (const rest of ['', '/preview', '/transcoding']) {
      expect(await call('GET', `/v2/bot/message/${id}/content${rest}`)).toMatchObject({ status: 410, body: { message: 'The content is gone' } })
      expect(await call('GET', `/v2/bot/message/1${rest && '0'}/content${rest}`)).toMatchObject({ status: 404, body: { message: 'not found' } })
    }
    expect((await call('GET', `/_simulator/content/${id}`)).status).toBe(404)
  })
})
