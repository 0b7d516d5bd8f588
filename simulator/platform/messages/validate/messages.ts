import type { Json } from '../../http'
import type { Rule, Scope } from './rule'
import { isJson } from '../../http'
import { Refusal, wrongBody } from '../../refusal'
import { flexContents, flexMessage } from './flexMessage'
import { audioMessage, imagemapMessage, imageMessage, locationMessage, stickerMessage, videoMessage } from './mediaMessage'
import { byType, list } from './rule'
import { templateMessage } from './templateMessage'
import { textMessage, textV2Message } from './textMessage'

const messages: Rule = list(byType({
  text: textMessage,
  textV2: textV2Message,
  image: imageMessage,
  video: videoMessage,
  audio: audioMessage,
  location: locationMessage,
  sticker: stickerMessage,
  template: templateMessage,
  imagemap: imagemapMessage,
  flex: flexMessage,
}), 1, 5)

/** What the platform must know to judge messages. */
export type Circumstances = Pick<Scope, 'allowHttpLocalhost' | 'to' | 'canQuote'>

/** Checks message objects as LINE does before it sends any of them. Throws LINE's 400 with all that is wrong. */
export function checkMessages(value: unknown, circumstances: Circumstances): Array<Json & { type: string }> {
  const scope: Scope = { ...circumstances, flex: false, problems: [] }
  messages(value ?? [], 'messages', scope)
  if (scope.problems.length > 0) throw wrongBody(scope.problems)
  for (const [index, message] of (value as Json[]).entries()) {
    if (message.type === 'flex') checkFlex(message.contents, index, circumstances)
  }
  return value as Array<Json & { type: string }>
}

function checkFlex(contents: unknown, index: number, circumstances: Circumstances): void {
  const scope: Scope = { ...circumstances, flex: true, problems: [] }
  if (isJson(contents)) flexContents(contents, '', scope)
  else scope.problems.push({ message: 'invalid property', property: '/' })
  if (scope.problems.length > 0) throw new Refusal(400, `A message (messages[${index}]) in the request body is invalid`, scope.problems)
}
