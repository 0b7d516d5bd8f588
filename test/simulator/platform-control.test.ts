import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createPlatform } from '../../simulator/platform'
import { listen } from '../../simulator/platform/listen'
import { desk, NOI, TOKEN } from './desk'

const directory = () => mkdtempSync(join(tmpdir(), 'platform-'))

describe('the chat page', () => {
  it('reads the state and does what people do', async () => {
    const { call, platform } = await desk({ places: [{ title: 'Market', address: 'a', latitude: 14, longitude: 100 }], liffBaseUrl: 'http://localhost:3000/liff' })
    expect(await call('POST', '/_simulator/act', { do: 'text', as: NOI, chat: NOI, text: 'hi' })).toMatchObject({ status: 200, body: { ok: true, webhookEventIds: [expect.any(String)] } })
    expect((await call('GET', '/_simulator/state')).body).toEqual(JSON.parse(JSON.stringify(platform.state())))
    expect(platform.state()).toMatchObject({ places: [{ title: 'Market' }], liffBaseUrl: 'http://localhost:3000/liff', lines: [{ from: NOI }] })
  })

  it('adds people and groups and learns their ids', async () => {
    const { call, platform } = await desk()
    const { id } = (await call('POST', '/_simulator/act', { do: 'newPerson', name: 'Mali', language: 'th' })).body
    expect(platform.state().people.find(person => person.id === id)).toMatchObject({ name: 'Mali', following: false })
    expect(platform.state().chats.find(chat => chat.id === id)).toMatchObject({ kind: 'user', members: [id] })
    const group = (await call('POST', '/_simulator/act', { do: 'newGroup', as: NOI, name: 'Crew' })).body.id
    expect(platform.state().chats.find(chat => chat.id === group)).toMatchObject({ kind: 'group', botJoined: false })
  })

  it.each([
    [{ do: 'fly', as: NOI }, 400],
    [{ do: 'text', as: NOI, chat: NOI, text: '' }, 400],
    [{ do: 'text', as: NOI, chat: NOI, text: 'x'.repeat(10_001) }, 400],
    [{ do: 'text', as: 'nobody', chat: NOI, text: 'hi' }, 404],
    [{ do: 'location', as: NOI, chat: NOI, latitude: 91, longitude: 0 }, 400],
    [{ do: 'setFaults', faults: [{ path: '', status: 418, times: 1 }] }, 400],
    [{ do: 'tap', as: NOI, chat: NOI, action: { type: 'teleport' } }, 400],
  ])('is told what cannot be done: %j', async (act, status) => {
    const { call } = await desk()
    expect(await call('POST', '/_simulator/act', act)).toMatchObject({ status, body: { message: expect.any(String) } })
  })

  it('clears a chat', async () => {
    const { say, platform } = await desk()
    await say('hi')
    await platform.act({ do: 'clear', chat: NOI })
    expect(platform.linesOf(NOI)).toEqual([])
  })

  it('sends photos and shows them', async () => {
    const { platform } = await desk()
    const body = new FormData()
    for (const byte of [1, 2]) body.append('files', new File([new Uint8Array([byte])], `${byte}.png`, { type: 'image/png' }))
    const answer = await platform.app.request(`/_simulator/photos?chat=${NOI}&as=${NOI}&count=2`, { method: 'POST', body })
    expect(answer.status).toBe(200)
    const { messageIds } = await answer.json() as { messageIds: string[] }
    const shown = await platform.app.request(`/_simulator/content/${messageIds[1]}`)
    expect([shown.headers.get('content-type'), ...new Uint8Array(await shown.arrayBuffer())]).toEqual(['image/png', 2])
  })

  it('hears of every change at once', async () => {
    const { online, say } = await desk()
    const { url } = await online()
    const stream = (await fetch(`${url}/_simulator/stream`)).body!.pipeThrough(new TextDecoderStream()).getReader()
    await stream.read()
    await say('hello there')
    let heard = ''
    while (!heard.includes('"delivery"')) heard += (await stream.read()).value
    const changes = heard.split('\n\n').filter(part => part.startsWith('data: ')).map(part => JSON.parse(part.slice(6)))
    expect(changes).toMatchObject([{ type: 'line', line: { message: { text: 'hello there' } } }, { type: 'delivery' }])
    await stream.cancel()
  })

  it('is served from its folder and nothing beside it', async () => {
    const root = directory()
    mkdirSync(join(root, 'ui', 'assets'), { recursive: true })
    writeFileSync(join(root, 'ui', 'index.html'), '<title>chat</title>')
    writeFileSync(join(root, 'ui', 'assets', 'app.js'), 'run()')
    writeFileSync(join(root, 'secret.txt'), 'secret')
    const { online } = await desk()
    const { url, port } = await online(join(root, 'ui'))
    expect(await (await fetch(url)).text()).toBe('<title>chat</title>')
    expect((await fetch(`${url}/assets/app.js`)).headers.get('content-type')).toMatch(/javascript/)
    expect((await fetch(`${url}/v2/bot/info`, { headers: { authorization: `Bearer ${TOKEN}` } })).status).toBe(200)
    for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/assets/..%2f..%2fsecret.txt', '/..\\secret.txt', '//etc/passwd']) {
      const answer = await new Promise<{ status: number, body: string }>(resolve => request({ port, path }, (response) => {
        let body = ''
        response.on('data', chunk => body += chunk).on('end', () => resolve({ status: response.statusCode!, body }))
      }).end())
      expect([400, 404], path).toContain(answer.status)
      expect(answer.body, path).not.toMatch(/secret|root:/)
    }
  })
})

describe('a platform with a file', () => {
  it('remembers chats, photos and menus after a restart', async () => {
    const stateFile = join(directory(), 'line.json')
    const options = { channelId: '1', channelSecret: 's', channelAccessToken: TOKEN, stateFile, people: [{ id: NOI, name: 'Noi' }] }
    const first = createPlatform(options)
    await first.act({ do: 'text', as: NOI, chat: NOI, text: 'remember me' })
    const { messageIds: [photo] } = await first.photos({ as: NOI, chat: NOI, files: [{ bytes: new Uint8Array([1, 2]), type: 'image/png' }] })
    await first.act({ do: 'block', as: NOI })
    const { id: mali } = await first.act({ do: 'newPerson', name: 'Mali', language: 'th' })
    await first.close()

    const second = createPlatform({ ...options, people: [{ id: NOI, name: 'Noi (official)' }] })
    expect(second.linesOf(NOI)).toEqual(first.linesOf(NOI))
    expect(second.state().people).toMatchObject([{ name: 'Noi (official)', blocked: true }, { id: mali }])
    const content = await second.app.request(`/_simulator/content/${photo}`)
    expect([...new Uint8Array(await content.arrayBuffer())]).toEqual([1, 2])
    await second.close()
  })

  it('still takes replies to what was said before the restart', async () => {
    const options = { channelId: '1', channelSecret: 's', channelAccessToken: TOKEN, stateFile: join(directory(), 'line.json'), people: [{ id: NOI, name: 'Noi' }] }
    const first = createPlatform(options)
    await first.act({ do: 'text', as: NOI, chat: NOI, text: 'hi' })
    const { events: [event] } = first.state().deliveries[0]!.body as { events: Array<{ replyToken: string }> }
    await first.close()
    const second = createPlatform(options)
    const body = JSON.stringify({ replyToken: event!.replyToken, messages: [{ type: 'text', text: 'here I am' }] })
    const answer = await second.app.request('/v2/bot/message/reply', { method: 'POST', headers: { 'authorization': `Bearer ${TOKEN}`, 'content-type': 'application/json' }, body })
    expect(answer.status).toBe(200)
    expect(second.linesOf(NOI)).toHaveLength(2)
    await second.close()
  })

  it('starts anew when the file cannot be read', async () => {
    const stateFile = join(directory(), 'line.json')
    writeFileSync(stateFile, '{"people": [')
    const platform = createPlatform({ channelId: '1', channelSecret: 's', channelAccessToken: TOKEN, stateFile })
    expect(platform.state().people).toEqual([])
    await platform.close()
  })
})

describe('listening', () => {
  it('fails when the port is taken', async () => {
    const { online, platform } = await desk()
    const { port } = await online()
    await expect(listen(platform, { port })).rejects.toThrow(/EADDRINUSE/)
  })
})
