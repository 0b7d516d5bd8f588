import type { Config } from '../config'
import type { Finding } from './finding'
import type { DoctorTexts } from './texts'
import { ask, LineError } from '../setup/client'
import { note, sound, wrong } from './finding'

/** What was found of token, secret and channel. `channelId` null: LINE does not let us in, so nothing more can be asked. */
export interface Access { findings: Finding[], channelId: string | null }

interface Verified { client_id: string, expires_in: number }

/** Does LINE take the token, and do token, secret and number belong to one channel? */
export async function examineAccess({ line }: Config, givenChannelId: string | undefined, t: DoctorTexts): Promise<Access> {
  if (!('accessToken' in line.token)) {
    const { channelId } = line.token
    const refusal = await refused(issue(line, channelId))
    if (!refusal) return { findings: [sound(t.tokenGood(channelId)), sound(t.secretGood)], channelId }
    return { findings: [refusal.status ? wrong(t.secretBad(channelId), t.fixSecret) : unreached(line, refusal, t)], channelId: null }
  }

  let channelId: string
  try {
    const form = new URLSearchParams({ access_token: line.token.accessToken })
    channelId = (await ask<Verified>({ method: 'POST', url: `${line.apiBaseUrl}/v2/oauth/verify`, body: form })).client_id
  }
  catch (error) {
    if (!(error instanceof LineError)) throw error
    return { findings: [error.status ? wrong(t.tokenBad(error.message), t.fixToken) : unreached(line, error, t)], channelId: null }
  }
  const findings = [sound(t.tokenGood(channelId))]
  const refusal = await refused(issue(line, channelId))
  if (!refusal) findings.push(sound(t.secretGood))
  else findings.push(refusal.status ? wrong(t.secretBad(channelId), t.fixSecret) : unreached(line, refusal, t))
  if (givenChannelId && givenChannelId !== channelId) findings.push(wrong(t.otherChannel(givenChannelId, channelId), t.fixOtherChannel(channelId)))
  return { findings, channelId }
}

/** LINE gives a stateless token only to who knows the channel's secret. */
function issue(line: Config['line'], channelId: string): Promise<unknown> {
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: channelId, client_secret: line.channelSecret })
  return ask({ method: 'POST', url: `${line.apiBaseUrl}/oauth2/v3/token`, body: form })
}

async function refused(answer: Promise<unknown>): Promise<LineError | null> {
  return answer.then(() => null, (error) => {
    if (error instanceof LineError) return error
    throw error
  })
}

const unreached = (line: Config['line'], error: LineError, t: DoctorTexts) => wrong(t.unreached(line.apiBaseUrl, error.message), t.fixUnreached)

/** Do LINE Login and LIFF fit each other? Whether the two channels have one provider cannot be asked. */
export function examineLogin({ line: { loginChannelId, liffId } }: Config, channelId: string, t: DoctorTexts): Finding[] {
  if (!loginChannelId || !liffId) return [note(t.loginMissing)]
  if (loginChannelId === channelId) return [wrong(t.loginIsBot, t.fixLogin)]
  if (!liffId.startsWith(`${loginChannelId}-`)) return [wrong(t.liffOther(liffId, loginChannelId), t.fixLiff)]
  return [sound(t.loginGood(loginChannelId)), note(t.provider(channelId, loginChannelId))]
}
