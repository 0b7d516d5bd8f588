import type { Act, Chat, Person } from '../../contract'
import type { WebhookEvent } from '../webhook/events'
import type { World } from '../world/world'
import { PICKED } from '../messages/validate/action'
import { Refusal } from '../refusal'
import { newEvent } from '../webhook/events'
import { says, shows } from './says'

type Tap = Extract<Act, { do: 'tap' }>

/** What LINE does when a person taps this action; those that only the phone handles cause no event. */
export function taps(world: World, person: Person, chat: Chat, { action, params }: Tap): WebhookEvent[] {
  const postback = (more: Record<string, unknown> = {}) =>
    chat.botJoined ? [newEvent(world, chat, 'postback', { postback: { data: String(action.data ?? ''), ...more } }, { by: person })] : []
  switch (action.type) {
    case 'message':
      return says(world, person, chat, { type: 'text', text: String(action.text ?? '') }).events
    case 'postback': {
      const words = action.displayText ?? action.text
      if (typeof words === 'string' && words) shows(world, person, chat, words)
      return postback()
    }
    case 'datetimepicker':
      return postback({ params: picked(action, params) })
    case 'richmenuswitch':
      return postback({ params: switchMenu(world, person, String(action.richMenuAliasId)) })
    case 'uri':
    case 'clipboard':
    case 'camera':
    case 'cameraRoll':
    case 'location':
      return []
    default:
      throw new Refusal(400, `There is no action of type ${action.type}`)
  }
}

function picked(action: Tap['action'], params: Tap['params']): Record<string, string> {
  const mode = String(action.mode)
  const moment = params?.[mode]
  if (!moment || !PICKED[mode]?.test(moment)) throw new Refusal(400, `params.${mode} must be a ${mode} as the picker gives it`)
  const compare = moment.toUpperCase()
  const below = action.min && compare < String(action.min).toUpperCase()
  const above = action.max && compare > String(action.max).toUpperCase()
  if (below || above) throw new Refusal(400, `The picker only offers ${action.min ?? '…'} to ${action.max ?? '…'}`)
  return { [mode]: moment.replace('t', 'T') }
}

function switchMenu(world: World, person: Person, alias: string): Record<string, string> {
  const richMenuId = world.aliases.get(alias)
  const status = !richMenuId ? 'RICHMENU_ALIAS_ID_NOTFOUND' : world.richMenus.has(richMenuId) ? 'SUCCESS' : 'RICHMENU_NOTFOUND'
  if (status === 'SUCCESS') world.changePerson(person, { richMenuId: richMenuId! })
  return { newRichMenuAliasId: alias, status }
}
