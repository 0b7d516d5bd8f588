import type { Rule, Scope } from './rule'
import { below, byType, need, object, oneOf, wrong } from './rule'
import { graphemeText, linkUri, text } from './text'

/** Where an action stands; decides its label and which actions are allowed. Source: "Specifications of the label". */
export type Place = 'quickReply' | 'template' | 'imageCarousel' | 'richMenu' | 'flexButton' | 'flex'

const LABELS: Record<Place, Rule> = {
  quickReply: need(graphemeText(20)),
  template: need(graphemeText(20)),
  imageCarousel: graphemeText(12, 0),
  richMenu: graphemeText(20, 0),
  flexButton: need(graphemeText(40)),
  flex: graphemeText(40, 0),
}

/** Formats of the date and time picker, without a time zone. Source: "Date and time format". */
export const PICKED: Record<string, RegExp> = {
  date: /^(?:19\d\d|20\d\d|2100)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
  time: /^(?:[01]\d|2[0-3]):[0-5]\d$/,
  datetime: /^(?:19\d\d|20\d\d|2100)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])t(?:[01]\d|2[0-3]):[0-5]\d$/i,
}

/** An action object at this place. */
export function action(place: Place): Rule {
  const type: Rule = () => {}
  const label = LABELS[place]
  const only = object({ type, label })
  return byType({
    postback: object({
      type,
      label,
      data: need(text(300)),
      displayText: graphemeText(300),
      text: graphemeText(300),
      inputOption: oneOf('closeRichMenu', 'openRichMenu', 'openKeyboard', 'openVoice'),
      fillInText: graphemeText(300),
    }, postbackAsWhole),
    message: object({ type, label, text: need(graphemeText(300)) }),
    uri: object({ type, label, uri: need(linkUri), altUri: object({ desktop: linkUri }) }),
    datetimepicker: object({ type, label, data: need(text(300)), mode: need(oneOf('date', 'time', 'datetime')), initial: text(20), max: text(20), min: text(20) }, pickerAsWhole),
    clipboard: object({ type, label, clipboardText: need(text(1_000)) }),
    ...(place === 'quickReply' && { camera: only, cameraRoll: only, location: only }),
    ...(place === 'richMenu' && { richmenuswitch: object({ type, label, richMenuAliasId: need(text(32)), data: need(text(300)) }) }),
  })
}

function postbackAsWhole(value: Record<string, unknown>, at: string, scope: Scope): void {
  if (value.displayText && value.text) wrong(scope, below(at, 'text', scope), 'displayText and text can not be used at the same time')
  if (value.fillInText && value.inputOption !== 'openKeyboard') wrong(scope, below(at, 'fillInText', scope), 'inputOption must be openKeyboard')
}

function pickerAsWhole(value: Record<string, unknown>, at: string, scope: Scope): void {
  const format = PICKED[String(value.mode)]
  if (!format) return
  const given = (['min', 'initial', 'max'] as const).filter(key => typeof value[key] === 'string')
  for (const key of given) {
    if (!format.test(String(value[key]))) wrong(scope, below(at, key, scope), `invalid ${String(value.mode)} format`)
  }
  const moment = (key: string) => typeof value[key] === 'string' ? String(value[key]).toUpperCase() : undefined
  const [min, initial, max] = [moment('min'), moment('initial'), moment('max')]
  if (min && max && min >= max) wrong(scope, below(at, 'max', scope), 'max must be greater than min')
  if (initial && ((min && initial < min) || (max && initial > max))) wrong(scope, below(at, 'initial', scope), 'initial must be between min and max')
}
