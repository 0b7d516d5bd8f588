import type { Described } from '../questions/owner'
import * as z from 'zod'
import { inLanguage } from '../../domain/labels/label'
import { consentVersion, fullConsent, shortConsent } from '../../domain/owners/consentText'
import { registerPrivateCameras } from '../../domain/owners/register'
import { hasRole } from '../../domain/people/rules'
import { uuid7 } from '../../domain/uuid'
import { confirmCard } from '../cards/confirm'
import { inApp } from '../cards/inApp'
import { dialogue } from '../dialogue'
import { mainChoices } from '../help'
import { carried } from '../questions/carried'
import { choice } from '../questions/choice'
import { describing, factsIn } from '../questions/owner'
import { text } from '../say'
import { folded } from '../text'

const consent = choice<'yes' | 'no'>({
  key: 'consent',
  label: t => t.owners.consent,
  ask: t => inLanguage(shortConsent, t.language),
  options: ({ t: { owners } }) => [{ value: 'yes', label: owners.agree }, { value: 'no', label: owners.refuse }],
}, z.enum(['yes', 'no']))

/** ลงทะเบียนกล้อง: what the owner of a private camera is to agree to; whoever does not is asked nothing more, and nothing is kept. */
export const registerCamera = dialogue<{ consent: 'yes' | 'no' }>({
  name: 'registerCamera',
  word: t => t.menu.registerCamera,
  title: t => t.menu.registerCamera,
  help: t => t.owners.helpRegisterCamera,
  questions: {
    consent: {
      ...consent,
      ask: async (talk, answers, misses) => {
        const { say, choices = [] } = await consent.ask(talk, answers, misses)
        return { say, choices: [...choices, { label: talk.t.owners.readAll, word: talk.t.owners.readAll }, ...inApp('/my-cameras/new', talk)] }
      },
      read: async (said, talk, answers) => {
        const { readAll } = talk.t.owners
        if (said.kind !== 'text' || folded(said.text) !== folded(readAll)) return consent.read(said, talk, answers)
        return { saying: { say: [text(inLanguage(fullConsent, talk.person.language))], choices: (await consent.ask(talk, answers, 0)).choices } }
      },
    },
  },
  finish: ({ consent }, talk) => consent === 'yes'
    ? { saying: { say: [] }, next: { dialogue: 'describeCamera', answers: { consent: consentVersion } } }
    : { saying: { say: [text(talk.t.owners.refused)], choices: mainChoices(talk) } },
})

/** What the camera is, once the owner agreed; confirmed on a card. */
export const describeCamera = dialogue<Described & { consent: string }>({
  name: 'describeCamera',
  title: t => t.menu.registerCamera,
  follows: true,
  begunBy: 'registerCamera',
  questions: { consent: carried(z.literal(consentVersion) as z.ZodType<string>), ...describing },
  card: async (answers, talk) => {
    const { t } = talk
    const empty: Partial<Record<keyof Described, string>> = { days: t.owners.unknown, hours: t.owners.anyTime, photo: t.owners.noPhoto }
    const rows = await Promise.all((Object.keys(describing) as (keyof Described)[]).map(async (key) => {
      const { label, show } = describing[key]
      const value = answers[key]
      return { label: label(t), value: value === null ? empty[key] ?? '' : String(await show!(value as never, talk)), key }
    }))
    return confirmCard(talk, { title: t.menu.registerCamera, answers: rows, note: t.owners.cardNote })
  },
  finish: async ({ consent, ...answers }, talk) => {
    const { shop, place, name, phone, hours, sharesPhone, saidIn, direction, indoors, days, exportBy, photo } = factsIn(answers, talk) as Required<ReturnType<typeof factsIn>>
    const { cameras: [camera], provinceCode, menu } = await registerPrivateCameras(talk.act, { consent, shop, place, name, phone, hours, sharesPhone, saidIn, cameras: [{ id: uuid7(talk.act.now.getTime()), direction, indoors, days, exportBy, photo }] })
    const { id, code } = camera!
    const { memberships } = talk.person
    const isOwner = hasRole(talk.person, 'OWNER', { provinceCode })
    const person = { ...talk.person, menuWanted: menu, memberships: isOwner ? memberships : [...memberships, { role: 'OWNER' as const, provinceCode, agencyId: null }] }
    return {
      person,
      saying: { say: [text(talk.t.owners.registered(code), `privateCamera:${id}`)], choices: [{ label: talk.t.owners.copyCode, copy: code }, ...mainChoices({ ...talk, can: talk.canAs(person) })] },
    }
  },
})
