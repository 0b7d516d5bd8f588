import type { DestinationStream, Logger } from 'pino'
import { pino } from 'pino'
import { loggedError } from './watch/errors'

/** What is never written down, wherever it stands in what is logged (three levels deep). */
const secrets = ['authorization', 'token', 'replyToken', 'accessToken', 'channelSecret', 'sessionSecret', 'metricsToken', 'signature', 'password', 'databaseUrl', 'connectionString', 'cookie']

/**
 * Structured log, one JSON object a line, on standard output when not told where (on Cloudflare Workers, in their log). What LINE's ids, tokens and
 * texts say of people never gets into it: people are there as `personHash` gives them, errors as `loggedError` does.
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  return pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    // Where there is no standard output.
    browser: { serialize: true, write: line => console.log(JSON.stringify(line)) },
    serializers: { err: loggedError },
    redact: { paths: [...secrets.flatMap(name => [name, `*.${name}`, `*.*.${name}`]), '*["x-line-signature"]', '*.*["x-line-signature"]'], censor: '…' },
  }, destination!)
}
