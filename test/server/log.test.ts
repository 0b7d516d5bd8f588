import { describe, expect, it } from 'vitest'
import { createLog } from '../../server/log'

function logged(what: object): string {
  let written = ''
  createLog('info', { write: (line) => { written += line } }).info(what, 'something happened')
  expect(written).toContain('something happened')
  return written
}

const secret = 'b7cde1245688f3a9'

describe('the log', () => {
  it.each(['authorization', 'token', 'replyToken', 'accessToken', 'channelSecret', 'sessionSecret', 'metricsToken', 'signature', 'password', 'databaseUrl', 'connectionString', 'cookie'])('never tells %s, however deep it stands', (name) => {
    expect(logged({ [name]: secret, request: { [name]: secret, headers: { [name]: secret } } })).not.toContain(secret)
  })

  it('never tells the signature of a webhook', () => {
    expect(logged({ headers: { 'x-line-signature': secret }, request: { headers: { 'x-line-signature': secret } } })).not.toContain(secret)
  })

  it('tells where something went wrong, and nothing of what the database was given', () => {
    const error = Object.assign(new Error('duplicate key'), { detail: `Key (lineUserId)=(${secret})`, where: secret, parameters: [secret], config: { headers: secret }, meta: { target: secret } })
    const line = logged({ err: error })
    expect(line).toContain('log.test.ts')
    expect(line).not.toContain(secret)
  })
})
