import { Buffer } from 'node:buffer'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { DAO, desk, NOI, STRANGER, TOKEN } from './desk'

type Desk = Awaited<ReturnType<typeof desk>>

const area = (more: object = {}) => ({ bounds: { x: 0, y: 0, width: 100, height: 100, ...more }, action: { type: 'message', text: 'a' } })
const menu = (more: object = {}) => ({ size: { width: 2500, height: 1686 }, selected: true, name: 'everyone', chatBarText: 'menu', areas: [area()], ...more })
const sized = (width: number, height: number) => menu({ size: { width, height }, areas: [] })
const KI = 'กี'

async function picture(width: number, height: number, format: 'png' | 'jpeg' = 'png'): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#06c755' } }).toFormat(format).toBuffer()
}

async function create(at: Desk, body: object = menu()): Promise<string> {
  return (await at.call('POST', '/v2/bot/richmenu', body)).body.richMenuId
}

async function upload(at: Desk, id: string, bytes: Buffer, type = 'image/png') {
  const answer = await at.platform.app.request(`/v2/bot/richmenu/${id}/content`, { method: 'POST', headers: { 'authorization': `Bearer ${TOKEN}`, 'content-type': type }, body: new Uint8Array(bytes) })
  return { status: answer.status, body: await answer.json() }
}

async function withImage(at: Desk): Promise<string> {
  const id = await create(at, sized(800, 540))
  await upload(at, id, await picture(800, 540))
  return id
}

describe('rich menus', () => {
  const limits: Array<[string, object, object, string]> = [
    ['2,500 wide', sized(2500, 1000), sized(2501, 1000), 'size.width'],
    ['800 wide at least', sized(800, 300), sized(799, 300), 'size.width'],
    ['250 high at least', sized(1000, 250), sized(1000, 249), 'size.height'],
    ['a ratio of 1.45', sized(1450, 1000), sized(1449, 1000), 'size'],
    ['14 letters on the bar', menu({ chatBarText: KI.repeat(14) }), menu({ chatBarText: KI.repeat(15) }), 'chatBarText'],
    ['a name of 300', menu({ name: 'x'.repeat(300) }), menu({ name: 'x'.repeat(301) }), 'name'],
    ['20 areas', menu({ areas: Array.from({ length: 20 }, () => area()) }), menu({ areas: Array.from({ length: 21 }, () => area()) }), 'areas'],
    ['areas inside, to the right', menu({ areas: [area({ x: 2400 })] }), menu({ areas: [area({ x: 2401 })] }), 'areas[0].bounds'],
    ['areas inside, downwards', menu({ areas: [area({ y: 1586 })] }), menu({ areas: [area({ y: 1587 })] }), 'areas[0].bounds'],
    ['whether it opens', menu(), menu({ selected: undefined }), 'selected'],
    ['labels of 20', menu({ areas: [{ ...area(), action: { type: 'postback', label: KI.repeat(20), data: 'd' } }] }), menu({ areas: [{ ...area(), action: { type: 'postback', label: KI.repeat(21), data: 'd' } }] }), 'areas[0].action.label'],
    ['switches with an alias', menu({ areas: [{ ...area(), action: { type: 'richmenuswitch', richMenuAliasId: 'a', data: 'd' } }] }), menu({ areas: [{ ...area(), action: { type: 'richmenuswitch', data: 'd' } }] }), 'areas[0].action.richMenuAliasId'],
  ]
  it.each(limits)('have %s', async (_, good, bad, property) => {
    const { call } = await desk()
    for (const path of ['/v2/bot/richmenu', '/v2/bot/richmenu/validate']) {
      expect((await call('POST', path, good)).status).toBe(200)
      const refused = await call('POST', path, bad)
      expect(refused.status).toBe(400)
      expect(refused.body.details.map((detail: { property: string }) => detail.property)).toContain(property)
    }
  })

  it('are listed, read and deleted', async () => {
    const at = await desk()
    const id = await create(at)
    expect(id).toMatch(/^richmenu-[0-9a-f]{32}$/)
    expect((await at.call('GET', `/v2/bot/richmenu/${id}`)).body).toEqual({ richMenuId: id, ...menu() })
    expect((await at.call('GET', '/v2/bot/richmenu/list')).body.richmenus).toHaveLength(1)
    expect((await at.call('DELETE', `/v2/bot/richmenu/${id}`)).status).toBe(200)
    expect((await at.call('GET', `/v2/bot/richmenu/${id}`)).status).toBe(404)
    expect((await at.call('DELETE', `/v2/bot/richmenu/${id}`)).status).toBe(404)
  })

  it('are made 100 times an hour at most', async () => {
    const { call, clock } = await desk()
    for (let count = 0; count < 100; count++) expect((await call('POST', '/v2/bot/richmenu', menu())).status).toBe(200)
    expect((await call('POST', '/v2/bot/richmenu', menu())).status).toBe(429)
    clock.now += 3_600_000
    expect((await call('POST', '/v2/bot/richmenu', menu())).status).toBe(200)
  })

  it('take one PNG or JPEG of exactly their size', async () => {
    const at = await desk()
    const id = await create(at, sized(800, 540))
    expect(await upload(at, id, await picture(801, 540))).toEqual({ status: 400, body: { message: 'The image size is not allowed for richmenu' } })
    expect((await upload(at, id, await picture(800, 540), 'image/jpeg')).status).toBe(400)
    expect((await upload(at, id, Buffer.from('not a picture'))).status).toBe(400)
    expect((await upload(at, id, await picture(800, 540), 'image/webp')).status).toBe(415)
    const png = await picture(800, 540)
    expect((await upload(at, id, Buffer.concat([png, Buffer.alloc(1024 * 1024 - png.length + 1)]))).status).toBe(413)
    expect((await at.call('GET', `/v2/bot/richmenu/${id}/content`)).status).toBe(404)
    expect((await upload(at, id, Buffer.concat([png, Buffer.alloc(1024 * 1024 - png.length)]))).status).toBe(200)
    expect(await upload(at, id, png)).toEqual({ status: 400, body: { message: 'An image has already been uploaded to the richmenu' } })
    expect((await upload(at, `richmenu-${'0'.repeat(32)}`, png)).status).toBe(404)
    const jpeg = await create(at, sized(1200, 405))
    expect((await upload(at, jpeg, await picture(1200, 405, 'jpeg'), 'image/jpeg')).status).toBe(200)
  })

  it('are shown to all or to one, once they have an image', async () => {
    const at = await desk()
    const bare = await create(at)
    for (const path of [`/v2/bot/user/all/richmenu/${bare}`, `/v2/bot/user/${NOI}/richmenu/${bare}`]) { expect(await at.call('POST', path)).toMatchObject({ status: 400, body: { message: 'must upload richmenu image before applying it to user' } }) }
    const [general, own] = [await withImage(at), await withImage(at)]
    expect((await at.call('GET', '/v2/bot/user/all/richmenu')).status).toBe(404)
    expect((await at.call('POST', `/v2/bot/user/all/richmenu/${general}`)).status).toBe(200)
    expect((await at.call('GET', '/v2/bot/user/all/richmenu')).body).toEqual({ richMenuId: general })
    expect((await at.call('GET', `/v2/bot/user/${NOI}/richmenu`)).status).toBe(404)
    await at.call('POST', `/v2/bot/user/${NOI}/richmenu/${own}`)
    expect((await at.call('GET', `/v2/bot/user/${NOI}/richmenu`)).body).toEqual({ richMenuId: own })
    expect(at.platform.state()).toMatchObject({ defaultRichMenuId: general, people: [{ richMenuId: own }, { richMenuId: null }, { richMenuId: null }] })
    await at.call('DELETE', `/v2/bot/user/${NOI}/richmenu`)
    await at.call('DELETE', `/v2/bot/richmenu/${general}`)
    expect(at.platform.state()).toMatchObject({ defaultRichMenuId: null, people: [{ richMenuId: null }, {}, {}] })
  })

  it('are linked to many at once, those who do not follow left out', async () => {
    const at = await desk()
    const id = await withImage(at)
    expect((await at.call('POST', '/v2/bot/richmenu/bulk/link', { richMenuId: id, userIds: [NOI, DAO, STRANGER] })).status).toBe(202)
    expect(at.platform.state().people.map(({ richMenuId }) => richMenuId)).toEqual([id, id, null])
    expect((await at.call('POST', '/v2/bot/richmenu/bulk/unlink', { userIds: [NOI] })).status).toBe(202)
    expect(at.platform.state().people.map(({ richMenuId }) => richMenuId)).toEqual([null, id, null])
    expect((await at.call('POST', '/v2/bot/richmenu/bulk/unlink', { userIds: ['noi'] })).status).toBe(400)
  })

  it('have aliases, and a tap switches to them', async () => {
    const at = await desk()
    const [first, second] = [await withImage(at), await withImage(at)]
    const alias = (richMenuAliasId: string, richMenuId: string) => at.call('POST', '/v2/bot/richmenu/alias', { richMenuAliasId, richMenuId })
    expect((await alias('more', first)).status).toBe(200)
    expect(await alias('more', first)).toMatchObject({ status: 400, body: { message: 'conflict richmenu alias id' } })
    expect((await alias('MORE', first)).status).toBe(400)
    expect((await alias('x'.repeat(33), first)).status).toBe(400)
    expect(await alias('bare', await create(at))).toMatchObject({ status: 400, body: { message: 'richmenu not found' } })
    expect((await at.call('POST', '/v2/bot/richmenu/alias/more', { richMenuId: second })).status).toBe(200)
    expect((await at.call('GET', '/v2/bot/richmenu/alias/more')).body).toEqual({ richMenuAliasId: 'more', richMenuId: second })
    expect((await at.call('GET', '/v2/bot/richmenu/alias/list')).body.aliases).toHaveLength(1)
    const hook = await at.webhook()
    await at.platform.act({ do: 'tap', as: NOI, chat: NOI, action: { type: 'richmenuswitch', richMenuAliasId: 'more', data: 'd' } })
    expect(hook.last()).toMatchObject({ postback: { data: 'd', params: { newRichMenuAliasId: 'more', status: 'SUCCESS' } } })
    expect((await at.call('GET', `/v2/bot/user/${NOI}/richmenu`)).body).toEqual({ richMenuId: second })
    expect((await at.call('DELETE', '/v2/bot/richmenu/alias/more')).status).toBe(200)
    expect((await at.call('GET', '/v2/bot/richmenu/alias/more')).status).toBe(404)
  })

  it('are set up through LINE\'s own clients', async () => {
    const { online, platform } = await desk()
    const { client, blob, url } = await online()
    const { richMenuId } = await client.createRichMenu(sized(800, 540) as never)
    const png = await picture(800, 540)
    await blob.setRichMenuImage(richMenuId, new Blob([new Uint8Array(png)], { type: 'image/png' }))
    await client.createRichMenuAlias({ richMenuAliasId: 'everyone', richMenuId })
    await client.setDefaultRichMenu(richMenuId)
    await client.linkRichMenuIdToUser(NOI, richMenuId)
    expect((await client.getRichMenuList()).richmenus.map(found => found.richMenuId)).toEqual([richMenuId])
    expect(platform.state().richMenus).toMatchObject([{ hasImage: true }])
    const image = await fetch(`${url}/_simulator/richmenu/${richMenuId}/image`)
    expect(image.headers.get('content-type')).toBe('image/png')
    expect(Buffer.from(await image.arrayBuffer())).toEqual(png)
  })
})
