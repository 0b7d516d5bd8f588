import type { Db } from '../../prisma/client'
import type { ChatLine } from '../../simulator/contract'
import type { Platform } from '../../simulator/platform'
import type { Chat } from '../helpers/chat'
import { setTimeout as sleep } from 'node:timers/promises'
import { createInvitation } from '../../domain/people/invitations'
import { demoPeople } from '../../prisma/seed/demo'
import { chat } from '../helpers/chat'
import { lineId } from '../helpers/fakeLine'
import { actionsOf, textsOf } from '../helpers/messages'
import { photo } from '../helpers/photo'

/** How many people talk at the same time. */
export const crowd = 6
const idOf = (n: number) => lineId(0xA000 + n)
/** Those who talk, and the demo's people, who may be told of something. */
const everybody = [...Array.from({ length: crowd }, (_, n) => ({ id: idOf(n), name: `Talker ${n}` })), ...demoPeople.map(({ id, name }) => ({ id, name }))]

/** A LINE that tries again, and soon, what it could not deliver or was not told the arrival of. */
export const insistentLine = {
  people: everybody,
  redeliver: true,
  redeliveryPauses: Array.from({ length: 600 }, () => 100),
  webhookTimeout: 2_000,
  quotaLimit: null,
  keepLines: 50_000,
}

/** How long a person waits for an answer, ms. Less than LINE's reply token is used for, so that every answer must be a reply. */
const patience = 45_000

/** A camera to talk about. */
interface Camera { code: string, latitude: number, longitude: number }

/** What a person has to talk about: cameras nobody else speaks of, one that everybody reports, and an invitation for one. */
interface Topics { own: Camera[], shared: Camera, invitation: string }

/** Somebody who talks with the product until told to stop. */
export interface Talker {
  id: string
  /** Rounds of conversation begun. */
  rounds: number
  /** What was said to them, one entry for each thing they did. */
  transcript: string[]
  /** Goes through rounds while `more(round)` says so. Rejects when an answer does not come. */
  talk: (more: (round: number) => boolean) => Promise<void>
}

/** Prepares what to talk about in a demo province, the same in every copy of it. People read an answer for `reading` ms. */
export async function talkers(line: Platform, db: Db, { reading = 0 } = {}): Promise<Talker[]> {
  const cameras = await db.camera.findMany({
    where: { status: 'NORMAL', ownership: 'PUBLIC', workOrders: { none: {} }, agencyId: { not: null } },
    orderBy: { code: 'asc' },
    select: { code: true, site: { select: { latitude: true, longitude: true } } },
  })
  const all = cameras.map(({ code, site }) => ({ code, ...site }))
  const each = Math.floor((all.length - 1) / crowd)
  const act = { db, actor: null, now: new Date() }
  return Promise.all(Array.from({ length: crowd }, async (_, n) => {
    const { code } = await createInvitation(act, { role: 'COMMITTEE', provinceCode: '15' })
    return talker(line, n, reading, { own: all.slice(1 + n * each, 1 + (n + 1) * each), shared: all[0]!, invitation: code })
  }))
}

function talker(line: Platform, n: number, reading: number, topics: Topics): Talker {
  const id = idOf(n)
  const ofBot = () => line.linesOf(id).filter(({ from }) => from === 'bot')
  let seen = 0
  async function answered(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const look = () => {
        if (ofBot().length === seen) return
        clearTimeout(timer)
        off()
        resolve()
      }
      const off = line.onChange(change => void (change.type === 'line' && change.line.chatId === id && look()))
      const timer = setTimeout(() => {
        off()
        reject(new Error(`Person ${n} had no answer in ${patience} ms. Before that: ${self.transcript.slice(-3).join(' / ')}`))
      }, patience)
      look()
    })
  }
  /** All that was said since the last look, kept in the transcript. */
  function noted(loosely: boolean): void {
    const fresh = ofBot().slice(seen)
    seen += fresh.length
    self.transcript.push(fresh.map(({ message }) => loosely ? message.type : gist(message)).join(' + '))
  }
  const phone = chat({ line, idle: answered }, id)
  const self: Talker = {
    id,
    rounds: 0,
    transcript: [],
    async talk(more) {
      while (more(self.rounds)) {
        const steps = rounds[(self.rounds + n) % rounds.length]!(phone, topics, self.rounds)
        self.rounds++
        for (const { act, loosely } of steps) {
          await act()
          noted(loosely ?? false)
          if (reading) await sleep(reading)
        }
      }
    },
  }
  return self
}

/** One thing a person does. `loosely`: what is answered depends on what others did meanwhile. */
interface Step { act: () => Promise<unknown>, loosely?: boolean }

/** Rounds of conversation; after each the person stands where they stood before. `round` never comes twice for a person. */
const rounds: Array<(me: Chat, topics: Topics, round: number) => Step[]> = [
  (me, { own }, round) => {
    const { code, latitude, longitude } = own[round]!
    return [
      { act: () => me.says('แจ้งกล้องเสีย') },
      { act: () => me.sendsPlace(latitude, longitude), loosely: true },
      { act: () => me.forges(onCard(me, code, 'ไม่มีภาพ')) },
      { act: () => me.taps('เพิ่มรายละเอียด') },
      { act: () => me.says(`สายห้อยลงมา ครั้งที่ ${round}`) },
      { act: () => me.taps('เสร็จ') },
    ]
  },
  (me, { own }, round) => [
    { act: () => me.says(`กล้อง ${own[round]!.code} ไม่มีภาพ`) },
    { act: () => me.taps('แก้ไข') },
    { act: () => me.taps('ถูกทำลาย') },
    { act: async () => me.sendsPhotos(await photo()) },
    { act: () => me.taps('เสร็จ') },
    { act: () => me.says('ติดตามเรื่อง') },
  ],
  (me, { invitation }) => [
    { act: () => me.says('ลงทะเบียน') },
    { act: () => me.says(invitation) },
    { act: () => me.says('ภาษา') },
    { act: () => me.taps('English') },
    { act: () => me.says('Language') },
    { act: () => me.taps('ไทย') },
  ],
  (me, { own }, round) => [
    { act: () => me.says(`กล้อง ${own[round]!.code} ไม่มีภาพ`) },
    { act: () => me.taps('ยกเลิกเรื่องนี้') },
    { act: () => me.says('แจ้งกล้องเสีย') },
    { act: () => me.taps('ไม่พบในรายการ') },
    { act: () => me.says(`เสาไฟหน้าวัดไชโย ต้นที่ ${round}`) },
    { act: () => me.taps('กล้องหาย') },
    { act: () => me.taps('เสร็จ') },
  ],
  (me, { shared, own }, round) => [
    { act: () => me.says(`กล้อง ${shared.code} ไม่มีภาพ`), loosely: true },
    { act: () => me.says('เสร็จ'), loosely: true },
    { act: () => me.says(own[round]!.code) },
    { act: () => me.says('ยกเลิก') },
    { act: () => me.says('วิธีใช้') },
  ],
]

/** The data of a button on the card of this camera, in the newest answer. */
function onCard(me: Chat, code: string, label: string): string {
  const { message } = me.lines().filter(({ from }) => from === 'bot').at(-1)!
  const { contents } = message as { contents?: { contents?: unknown[] } }
  const card = contents?.contents?.find(bubble => textsOf(bubble).join('\n').includes(code))
  const found = actionsOf(card ?? []).find(action => action.label === label)
  if (!found) throw new Error(`No card of ${code} with “${label}” in: ${textsOf(message).join(' ')}`)
  return String(found.data)
}

/** What a message says, without the numbers and dates that differ from time to time (a month may end between two runs). */
function gist(message: ChatLine['message']): string {
  return textsOf(message).join(' ').replace(/\b[FW]-\d{4}-\w{5}/g, '№').replace(/[\d๐-๙]+/g, '#').replace(/# [\u0E00-\u0E7F]{1,2}\.[คพย]\./g, '# เดือน')
}

/** Where these people stand in the database: all that came of their conversations, without ids and times. */
export async function standing(db: Db, ids: string[]) {
  const users = await db.user.findMany({
    where: { lineUserId: { in: ids } },
    orderBy: { lineUserId: 'asc' },
    select: {
      lineUserId: true,
      language: true,
      reachable: true,
      menuWanted: true,
      memberships: { select: { role: true, provinceCode: true, agencyId: true } },
      faultReports: {
        orderBy: { createdAt: 'asc' },
        select: {
          camera: { select: { code: true } },
          placeText: true,
          symptom: true,
          notes: { orderBy: { createdAt: 'asc' }, select: { text: true } },
          attachments: { select: { state: true } },
          workOrder: { select: { state: true, openedAt: false, agencyId: true, reports: { select: { id: true } } } },
          releasedAt: true,
        },
      },
    },
  })
  const drafts = await db.draft.findMany({ where: { lane: { in: ids } }, orderBy: [{ lane: 'asc' }, { dialogue: 'asc' }], select: { lane: true, dialogue: true, state: true, answers: true, misses: true, aside: true } })
  const uses = await db.invitation.aggregate({ _sum: { uses: true } })
  return {
    users: users.map(({ faultReports, ...user }) => ({
      ...user,
      reports: faultReports.map(({ releasedAt, workOrder: { reports, ...workOrder }, ...report }) => ({ ...report, released: releasedAt !== null, workOrder: { ...workOrder, reports: reports.length } })),
    })),
    drafts: drafts.map(({ answers, ...draft }) => ({ ...draft, answered: Object.keys(answers as object).sort() })),
    invitationsUsed: uses._sum.uses,
  }
}

/** What no crash and no failure may leave behind, as sentences; none when all is well. Counted at one moment: what is in none of two places may be on its way between them. */
export async function leftovers(db: Db): Promise<string[]> {
  const [counts] = await db.$queryRaw<[Record<string, number>]>`
    SELECT (SELECT count(*)::int FROM "InboundEvent" WHERE state = 'WAITING') AS "events not handled",
           (SELECT count(*)::int FROM "InboundEvent" WHERE state = 'PARKED') AS "events given up",
           (SELECT count(*)::int FROM "OutboundMessage" WHERE state = 'WAITING') AS "messages not sent",
           (SELECT count(*)::int FROM "OutboundMessage" WHERE state = 'FAILED') AS "messages refused",
           (SELECT count(*)::int FROM "Attachment" WHERE state = 'PENDING') AS "photos not stored"`
  return Object.entries(counts).flatMap(([what, count]) => count ? `${count} ${what}` : [])
}
