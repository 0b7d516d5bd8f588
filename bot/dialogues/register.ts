import type { Ending } from '../dialogue'
import * as z from 'zod'
import { inLanguage } from '../../domain/labels/label'
import { roleLabels } from '../../domain/labels/roles'
import { readInvitationCode } from '../../domain/people/invitationCode'
import { acceptInvitation } from '../../domain/people/invitations'
import { Refusal } from '../../domain/refusal'
import { dialogue } from '../dialogue'
import { mainChoices } from '../help'
import { allLocales } from '../locale'
import { text } from '../say'
import { startTap } from '../tap'
import { folded } from '../text'

/** ลงทะเบียน: takes up an invitation code; without one, asks for access. */
export const register = dialogue<{ code: string }>({
  name: 'register',
  word: t => t.menu.register,
  title: t => t.people.title,
  help: t => t.manners.helpRegister,
  questions: {
    code: {
      schema: z.string().max(40),
      label: t => t.people.code,
      ask: ({ t }) => ({ say: [text(t.people.askCode)], choices: [{ label: t.people.noCode, data: startTap('askAccess') }] }),
      read: (said, { t }) => {
        if (said.kind !== 'text') return null
        const code = readInvitationCode(said.text)
        return code ? { answers: { code } } : { misread: t.people.notACode }
      },
    },
  },
  hears: words => codeIn(words),
  finish: async ({ code }, talk): Promise<Ending> => {
    const joined = await acceptInvitation(talk.act, { code })
    if (joined instanceof Refusal) return { saying: { say: [text(joined.say(talk.person.language))] }, next: { dialogue: 'register', answers: {} } }
    const { role, provinceCode, agencyId, menu } = joined
    const roleName = inLanguage(roleLabels[role], talk.person.language)
    const where = joined.agencyName ?? joined.provinceName
    const person = joined.already ? talk.person : { ...talk.person, menuWanted: menu, memberships: [...talk.person.memberships, { role, provinceCode, agencyId }] }
    const words = joined.already ? talk.t.people.already(roleName, where) : talk.t.people.joined(roleName, where)
    return { person, saying: { say: [text(words)], choices: mainChoices({ ...talk, can: talk.canAs(person) }) } }
  },
})

/** A code alone, or after the word that the link on an invitation types in. */
function codeIn(words: string) {
  const word = allLocales.map(t => folded(t.menu.register)).find(w => folded(words).startsWith(w))
  const code = words.length <= 120 ? readInvitationCode(word ? words.trim().slice(word.length) : words) : null
  return code ? { code } : null
}
