import type { Said } from './said'
import type { Saying } from './say'
import type { Context } from './session'
import { unlinkGroup } from '../domain/people/commands'
import { localeOf } from './locale'
import { text } from './say'
import { startTap } from './tap'

/** The account was brought into a group, or taken out of it. Null for everything else. */
export async function groupEvent(ctx: Context, said: Said, group: string | null): Promise<Saying | null> {
  if (!group) return null
  if (said.kind === 'leave') {
    await unlinkGroup({ db: ctx.db, actor: null, now: ctx.now }, { groupId: group })
    return { say: [] }
  }
  if (said.kind !== 'join') return null
  const { groupHello, useThisGroup } = localeOf('TH').manners
  return { say: [text(groupHello)], choices: [{ label: useThisGroup, data: startTap('useGroup') }] }
}
