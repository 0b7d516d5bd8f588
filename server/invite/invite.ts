import type { z } from 'zod'
import type { ClockAct } from '../../domain/act'
import type { inviteTexts } from './texts'
import { inLanguage } from '../../domain/labels/label'
import { roleLabels } from '../../domain/labels/roles'
import { createInvitation } from '../../domain/people/invitations'
import { agenciesOf } from '../../domain/people/queries'
import { agencyRoles, givenRoles } from '../../domain/people/rules'
import { givenRole, newInvitation } from '../../domain/people/schema'
import { thaiDateTime } from '../../domain/time/bangkok'
import { chatLink } from '../stickers/link'
import { typedWords } from './texts'

/** What was asked for at the command line. */
export interface Wish { province?: string, agency?: string, role?: string, uses?: string, days?: string }

/** What cannot be done, said in a sentence. */
export class NotInvited extends Error {}

/** Makes the invitation; returns what to print, and the link behind the QR code when the account's id is known. Throws NotInvited. */
export async function invite(act: ClockAct, wish: Wish, t: typeof inviteTexts.th, language: 'TH' | 'EN'): Promise<{ lines: string[], link: string | null }> {
  if (!wish.province || !wish.role) throw new NotInvited(t.usage(givenRoles.join(', ')))
  const role = givenRole.safeParse(wish.role.toUpperCase()).data
  if (!role) throw new NotInvited(t.noRole(wish.role, givenRoles.join(', ')))
  const province = await act.db.province.findUnique({ where: { code: wish.province }, select: { code: true, nameTh: true, nameEn: true } })
  if (!province) throw new NotInvited(t.noProvince(wish.province))
  const [days, maxUses] = [whole('days', wish.days, t), whole('uses', wish.uses, t)]
  const agency = agencyRoles.has(role) ? await agencyNamed(act, province.code, wish.agency, role, t) : null
  const { code, expiresAt } = await createInvitation(act, { role, provinceCode: province.code, agencyId: agency?.id, days, maxUses })
  const account = await act.db.lineAccount.findFirst({ select: { basicId: true } })
  const link = account?.basicId ? chatLink(account.basicId, typedWords(code)) : null
  return {
    lines: [
      t.invited(inLanguage(roleLabels[role], language), agency?.name ?? (language === 'TH' ? province.nameTh : province.nameEn), maxUses ?? 1),
      t.code(code),
      t.expires(thaiDateTime(expiresAt, language)),
      t.howTo(typedWords(code)),
      ...link ? [t.link(link)] : [],
    ],
    link,
  }
}

function whole(name: 'days' | 'uses', value: string | undefined, t: typeof inviteTexts.th): number | undefined {
  if (value === undefined) return undefined
  const { days, maxUses } = newInvitation.shape
  const range: z.ZodType<number> = (name === 'days' ? days : maxUses).unwrap()
  const number = range.safeParse(Number(value))
  if (!number.success) throw new NotInvited(t.notWhole(`--${name}`, name === 'days' ? 90 : 500))
  return number.data
}

async function agencyNamed(act: ClockAct, provinceCode: string, name: string | undefined, role: string, t: typeof inviteTexts.th): Promise<{ id: string, name: string }> {
  if (!name?.trim()) throw new NotInvited(t.needsAgency(role))
  const likely = await agenciesOf(act, provinceCode, name, 5)
  const named = likely.find(agency => agency.name === name.trim() || agency.nameEn?.toLowerCase() === name.trim().toLowerCase())
  if (!named) throw new NotInvited(t.noAgency(name, likely.map(agency => agency.name)))
  return named
}
