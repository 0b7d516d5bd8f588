import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import { describe, expect, it } from 'vitest'
import { DAO, desk, GROUP, NOI, PATIENT, SECRET, STRANGER } from './desk'

type Desk = Awaited<ReturnType<typeof desk>>
async function form(at: Desk, path: string, fields: Record<string, string>) {
  const answer = await at.platform.app.request(path, { method: 'POST', body: new URLSearchParams(fields) })
  return { status: answer.status, body: await answer.json() as Record<string, unknown> }
}

const client = { grant_type: 'client_credentials', client_id: '1000', client_secret: SECRET }

describe('tokens', () => {
  it('without state live 15 minutes', async () => {
    const at = await desk()
    const { access_token: token, expires_in: seconds } = (await form(at, '/oauth2/v3/token', client)).body
    expect(seconds).toBe(900)
    const info = () => at.call('GET', '/v2/bot/info', undefined, { authorization: `Bearer ${token}` })
    at.clock.now += 900_000 - 1
    expect((await info()).status).toBe(200)
    expect((await at.platform.app.request(`/oauth2/v2.1/verify?access_token=${token}`)).status).toBe(400)
    at.clock.now += 1
    expect((await info()).status).toBe(401)
  })

  it('of 30 days are verified and revoked', async () => {
    const at = await desk()
    const { access_token: token } = (await form(at, '/v2/oauth/accessToken', client)).body as { access_token: string }
    expect((await form(at, '/v2/oauth/verify', { access_token: token })).body).toMatchObject({ client_id: '1000', expires_in: 30 * 24 * 3600 })
    expect((await form(at, '/v2/oauth/revoke', { access_token: token })).status).toBe(200)
    expect((await form(at, '/v2/oauth/verify', { access_token: token })).status).toBe(400)
  })

  it('are not given for a wrong secret', async () => {
    const at = await desk()
    for (const wrong of [{ client_secret: 'x' }, { client_id: 'x' }, { grant_type: 'x' }]) { expect((await form(at, '/oauth2/v3/token', { ...client, ...wrong })).status).toBe(400) }
  })
})

describe('identity tokens', () => {
  it('are checked with the published key', async () => {
    const at = await desk({ loginChannelId: '2000', now: undefined })
    const { url } = await at.online()
    const token = await at.platform.idToken(NOI, { nonce: 'n' })
    const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(`${url}/oauth2/v2.1/certs`)), { issuer: 'https://access.line.me', audience: '2000', algorithms: ['ES256'] })
    expect(payload).toMatchObject({ sub: NOI, nonce: 'n', name: 'Noi' })
    expect(payload.exp! - payload.iat!).toBe(3600)
    expect(decodeProtectedHeader(token).kid).toEqual(expect.any(String))
  })

  it('are verified by LINE, which says what is wrong', async () => {
    const at = await desk({ loginChannelId: '2000' })
    const verify = async (fields: Record<string, string>) => {
      const { status, body } = await form(at, '/oauth2/v2.1/verify', { client_id: '2000', ...fields })
      return { status, ...body }
    }
    const token = await at.platform.idToken(NOI, { nonce: 'n' })
    expect(await verify({ id_token: token, nonce: 'n', user_id: NOI })).toMatchObject({ status: 200, sub: NOI, aud: '2000' })
    expect(await verify({ id_token: token, nonce: 'm' })).toMatchObject({ status: 400, error_description: 'Invalid IdToken Nonce.' })
    expect(await verify({ id_token: token, user_id: DAO })).toMatchObject({ error_description: 'Invalid IdToken Subject Identifier.' })
    expect(await verify({ id_token: token, client_id: '3000' })).toMatchObject({ error_description: 'Invalid IdToken Audience.' })
    expect(await verify({ id_token: 'a.b.c' })).toMatchObject({ error_description: 'Invalid IdToken.' })
    expect(await verify({ id_token: await at.platform.idToken(NOI, { expiresIn: -1 }) })).toMatchObject({ error_description: 'IdToken expired.' })
    at.clock.now += 3_600_000
    expect(await verify({ id_token: token })).toMatchObject({ error_description: 'IdToken expired.' })
  })
})

describe('profiles', () => {
  it('are those of followers', async () => {
    const { call, platform } = await desk()
    expect((await call('GET', `/v2/bot/profile/${DAO}`)).body).toEqual({ userId: DAO, displayName: 'Dao', language: 'en' })
    await platform.act({ do: 'block', as: DAO })
    for (const id of [DAO, STRANGER, 'U0']) expect(await call('GET', `/v2/bot/profile/${id}`)).toMatchObject({ status: 404, body: { message: 'Not found' } })
    expect((await call('GET', '/v2/bot/followers/ids')).body).toEqual({ userIds: [NOI] })
  })

  it('follow a changed language', async () => {
    const { call, platform } = await desk()
    await platform.act({ do: 'setLanguage', as: NOI, language: 'en' })
    expect((await call('GET', `/v2/bot/profile/${NOI}`)).body.language).toBe('en')
  })
})

describe('groups', () => {
  it('are told to the account while it is in them', async () => {
    const { call, platform, webhook } = await desk()
    const hook = await webhook()
    const get = (rest: string) => call('GET', `/v2/bot/group/${GROUP}${rest}`)
    expect((await get('/summary')).body).toEqual({ groupId: GROUP, groupName: 'Crew' })
    expect((await get('/members/count')).body).toEqual({ count: 2 })
    expect((await get('/members/ids')).body).toEqual({ memberIds: [NOI, DAO] })
    expect((await get(`/member/${DAO}`)).body).toEqual({ userId: DAO, displayName: 'Dao' })
    expect((await get(`/member/${STRANGER}`)).status).toBe(404)
    expect((await call('POST', `/v2/bot/group/${GROUP}/leave`)).status).toBe(200)
    expect((await get('/summary')).status).toBe(404)
    await expect.poll(() => hook.events().map(({ type }) => type), PATIENT).toEqual(['leave'])
    expect(platform.state().chats.find(({ id }) => id === GROUP)!.botJoined).toBe(false)
  })
})

describe('the loading animation', () => {
  it('runs 5 to 60 seconds in steps of 5, for one person', async () => {
    const { call, platform, clock } = await desk()
    const changes: unknown[] = []
    platform.onChange(change => changes.push(change))
    const start = async (chatId: string, loadingSeconds?: number) => (await call('POST', '/v2/bot/chat/loading/start', { chatId, loadingSeconds })).status
    expect(await start(NOI, 5)).toBe(202)
    expect(changes).toContainEqual({ type: 'loading', chatId: NOI, until: clock.now + 5_000 })
    expect(await start(NOI, 60)).toBe(202)
    expect(await start(NOI)).toBe(202)
    for (const seconds of [0, 4, 7, 65]) expect(await start(NOI, seconds)).toBe(400)
    expect(await start(GROUP, 5)).toBe(400)
  })
})

describe('the mark "read"', () => {
  it('is set with the token of a message', async () => {
    const { call, webhook, say, platform, clock } = await desk()
    const hook = await webhook()
    await say('hi')
    const { markAsReadToken } = hook.last().message as { markAsReadToken: string }
    expect((await call('POST', '/v2/bot/chat/markAsRead', { markAsReadToken })).status).toBe(200)
    expect(platform.state().reads).toEqual({ [NOI]: clock.now })
    expect((await call('POST', '/v2/bot/chat/markAsRead', { markAsReadToken: 'x' })).status).toBe(400)
  })
})
