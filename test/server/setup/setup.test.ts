import type { Platform } from '../../../simulator/platform'
import type { Listening } from '../../../simulator/platform/listen'
import { createServer } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { menuNames } from '../../../bot/menus/menus'
import { menuIds } from '../../../server/setup/atLine'
import { setupClient } from '../../../server/setup/client'
import { ensureMenus } from '../../../server/setup/menus'
import { menuPicture } from '../../../server/setup/picture'
import { setupLine } from '../../../server/setup/setup'
import { menuVersions } from '../../../server/setup/versions'
import { createPlatform, sign } from '../../../simulator/platform'
import { listen } from '../../../simulator/platform/listen'

const channel = { channelId: '1500000012', channelSecret: '8c570fa6dd201bb328f1c1eac23a96d8', channelAccessToken: 'long-lived-token' }

let platform: Platform
let line: Listening
let said: string[]

beforeEach(async () => {
  platform = createPlatform(channel)
  line = await listen(platform, { port: 0 })
  said = []
})
afterEach(async () => {
  await line.close()
  await platform.close()
})

const client = () => setupClient({ channelSecret: channel.channelSecret, token: { accessToken: channel.channelAccessToken }, apiBaseUrl: line.url, dataApiBaseUrl: line.url, loginChannelId: undefined, liffId: undefined })
const deps = (linked: Array<string | null> = []) => ({ client: client(), say: (sentence: string) => void said.push(sentence), linked: async () => linked })
const changes = () => platform.state().calls.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/webhook/test'))
const earlier = { size: { width: 2500, height: 1686 }, selected: true, chatBarText: 'เมนู', areas: [] }

describe('rich menus', () => {
  it('are all created with picture and alias, and everyone.th is everybody\'s', async () => {
    const menus = await ensureMenus(deps())
    const { richMenus, defaultRichMenuId } = platform.state()
    expect([...menus.keys()]).toEqual(menuNames)
    expect(richMenus.map(menu => menu.richMenuId).toSorted()).toEqual(Array.from(menus.values(), menu => menu.richMenuId).toSorted())
    expect(richMenus.every(menu => menu.hasImage)).toBe(true)
    expect(defaultRichMenuId).toBe(menus.get('everyone.th')!.richMenuId)
    expect(await menuIds(client())).toEqual(menus)
  })

  it('do not change the second time', async () => {
    const first = await ensureMenus(deps())
    const before = changes().length
    said = []
    expect(await ensureMenus(deps())).toEqual(first)
    expect(changes().length).toBe(before)
    expect(said).toEqual(['All 14 menus are there already, nothing to change'])
  })

  it.each(['createMenu', 'setImage', 'createAlias', 'setDefaultMenu'] as const)('are completed after a run that broke off at %s', async (step) => {
    await expect(ensureMenus({ ...deps(), client: failingAt(step) })).rejects.toThrow('broken off')
    await ensureMenus(deps())
    const { richMenus } = platform.state()
    expect(richMenus.map(menu => menu.name).toSorted()).toEqual(menuVersions().map(version => version.alias).toSorted())
    expect(richMenus.every(menu => menu.hasImage)).toBe(true)
    expect((await menuIds(client())).size).toBe(14)
  })

  it('are created again when somebody deleted them', async () => {
    const menus = await ensureMenus(deps())
    const lost = menus.get('official.th')!
    await client().deleteMenu(lost.richMenuId)
    const again = await ensureMenus(deps())
    expect(again.get('official.th')!.richMenuId).not.toBe(lost.richMenuId)
    expect(platform.state().richMenus).toHaveLength(14)
  })

  it('are created once when two servers start in the same moment', async () => {
    const [one, two] = await Promise.all([ensureMenus(deps()), ensureMenus(deps())])
    expect(one).toEqual(two)
    expect(platform.state().richMenus).toHaveLength(14)
  })

  it('of earlier versions are removed when nobody has them, and stay where somebody does', async () => {
    const { createMenu, setImage, createAlias, aliases } = client()
    for (const name of ['sk-official-th-00000001', 'sk-police-en-00000002', 'Made by hand']) {
      const richMenuId = await createMenu({ ...earlier, name })
      await setImage(richMenuId, await menuPicture('official.th'))
      if (name.startsWith('sk-')) await createAlias(name, richMenuId)
    }
    await ensureMenus(deps(['sk-official-th-00000001', null]))
    const names = () => platform.state().richMenus.map(menu => menu.name)
    expect(names()).toEqual(expect.arrayContaining(['sk-official-th-00000001', 'Made by hand']))
    expect(names()).not.toContain('sk-police-en-00000002')
    expect(said).toContain('Removed the earlier menu sk-police-en-00000002')
    await ensureMenus(deps())
    expect(names()).not.toContain('sk-official-th-00000001')
    expect(await aliases()).toHaveLength(14)
  })

  it('of earlier versions stay when the database cannot say who has them', async () => {
    await client().createMenu({ ...earlier, name: 'sk-official-th-00000001' })
    await ensureMenus({ ...deps(), linked: () => Promise.reject(new Error('not reached')) })
    expect(platform.state().richMenus).toHaveLength(15)
    expect(said.at(-1)).toContain('not reached')
  })

  it('have aliases that LINE takes and that change with the picture', async () => {
    for (const { alias } of menuVersions()) expect(alias).toMatch(/^[a-z0-9_-]{1,32}$/)
  })
})

describe('the webhook', () => {
  it('is set, tested, and left alone the second time', async () => {
    const server = await answering(200)
    expect((await setupLine({ ...deps(), webhookUrl: server.url })).webhook).toBe(true)
    expect(platform.state().webhookUrl).toBe(server.url)
    expect(server.signed).toEqual([true])
    said = []
    const before = changes().length
    await setupLine({ ...deps(), webhookUrl: server.url })
    expect(changes().length).toBe(before)
    expect(said).toEqual([expect.stringContaining('nothing to change'), expect.stringContaining('already'), expect.stringContaining('right answer')])
    await server.close()
  })

  it('that refuses LINE\'s signature is told in words', async () => {
    const server = await answering(401)
    expect((await setupLine({ ...deps(), webhookUrl: server.url })).webhook).toBe(false)
    expect(said.at(-1)).toMatch(/without success \(ERROR_STATUS_CODE 401\).*npm run line:doctor/)
    await server.close()
  })
})

/** A client that fails from the fourth call of one step on (the only call, where there is but one), as when the network breaks. */
function failingAt(step: 'createMenu' | 'setImage' | 'createAlias' | 'setDefaultMenu') {
  const whole = client()
  const real = whole[step] as (...args: unknown[]) => Promise<never>
  let calls = step === 'setDefaultMenu' ? 3 : 0
  return { ...whole, [step]: (...args: unknown[]) => ++calls > 3 ? Promise.reject(new Error('broken off')) : real(...args) }
}

async function answering(status: number) {
  const signed: boolean[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk)).on('end', () => {
      signed.push(request.headers['x-line-signature'] === sign(Buffer.concat(chunks).toString(), channel.channelSecret))
      response.writeHead(status).end()
    })
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  return { url: `http://localhost:${port}/webhook`, signed, close: () => new Promise(done => server.close(done)) }
}
