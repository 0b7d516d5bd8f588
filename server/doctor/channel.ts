import type { MenuName } from '../../bot/menus/menus'
import type { SetupClient, WebhookTest } from '../setup/client'
import type { Finding } from './finding'
import type { DoctorTexts } from './texts'
import { defaultMenu, menuNames } from '../../bot/menus/menus'
import { menuIds } from '../setup/atLine'
import { note, sound, wrong } from './finding'

/** Seconds that our clock may differ from LINE's: reply tokens live for a minute. */
const tolerance = 30

/** Who are we, and do the clocks agree? */
export async function examineBot(client: SetupClient, now: Date, t: DoctorTexts): Promise<Finding[]> {
  const { info, clock } = await client.botInfo()
  const findings = [sound(t.bot(info.displayName, info.basicId))]
  if (info.chatMode === 'chat') findings.push(note(t.chatMode))
  const off = clock ? Math.round(Math.abs(clock.getTime() - now.getTime()) / 1000) : 0
  findings.push(off > tolerance ? wrong(t.clockBad(off), t.fixClock) : sound(t.clockGood))
  return findings
}

/** Do events arrive at `url`? */
export async function examineWebhook(client: SetupClient, url: string, t: DoctorTexts): Promise<Finding[]> {
  const now = await client.webhook()
  if (!now?.endpoint) return [wrong(t.webhookMissing, t.fixWebhook)]
  const findings: Finding[] = []
  if (now.endpoint !== url) findings.push(wrong(t.webhookOther(now.endpoint, url), t.fixWebhook))
  if (!now.active) findings.push(wrong(t.webhookInactive, t.fixInactive))
  if (findings.length === 0) findings.push(sound(t.webhookGood(url)))
  const test = await client.testWebhook(url)
  findings.push(test.success ? sound(t.testGood) : wrong(t.testBad(`${test.reason} ${test.detail ?? ''}`.trim()), fixOf(test, t)))
  return findings
}

function fixOf({ reason, statusCode }: WebhookTest, { fixTest }: DoctorTexts): string {
  if (reason === 'COULD_NOT_CONNECT' || reason === 'REQUEST_TIMEOUT') return fixTest[reason]
  if (statusCode === 401) return fixTest.secret
  return statusCode === 404 || statusCode === 405 ? fixTest.notFound : fixTest.other
}

/** Is there something left of the month's messages? */
export async function examineQuota(client: SetupClient, t: DoctorTexts): Promise<Finding[]> {
  const [{ value }, { totalUsage }] = await Promise.all([client.quota(), client.consumption()])
  if (value === undefined) return [sound(t.quotaNone(totalUsage))]
  if (totalUsage >= value) return [wrong(t.quotaSpent(value), t.fixQuota)]
  return [(totalUsage >= 0.8 * value ? note : sound)(t.quota(totalUsage, value))]
}

/** Are the rich menus there, as they are now? */
export async function examineMenus(client: SetupClient, t: DoctorTexts): Promise<Finding[]> {
  const [found, existing, standard] = await Promise.all([menuIds(client), client.menus(), client.defaultMenu()])
  const isThere = (name: MenuName) => existing.some(menu => menu.richMenuId === found.get(name)?.richMenuId)
  const missing = menuNames.filter(name => !isThere(name))
  if (missing.length) return [wrong(t.menusMissing(missing.join(', ')), t.fixWebhook)]
  const findings = [sound(t.menusGood(menuNames.length))]
  if (standard !== found.get(defaultMenu)?.richMenuId) findings.push(wrong(t.defaultWrong, t.fixWebhook))
  return findings
}
