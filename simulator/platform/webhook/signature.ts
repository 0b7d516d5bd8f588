import { createHmac } from 'node:crypto'

/** LINE's signature of a webhook body: base64 of HMAC-SHA256 with the channel secret. Source: "Signature validation". */
export function sign(body: string | Uint8Array, channelSecret: string): string {
  return createHmac('sha256', channelSecret).update(body).digest('base64')
}
