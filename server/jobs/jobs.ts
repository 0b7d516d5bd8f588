import type { ClockAct } from '../../domain/act'
import type { Account } from '../line/account'
import type { NoticeDeps } from '../line/notices'
import type { DownloadDeps } from '../photos/download'
import type { Transact } from '../transaction'
import type { Job } from './clock'
import { tellHeads } from '../../domain/chain/tellHeads'
import { askAgain, endStale } from '../../domain/cooperation/end'
import { releaseDue } from '../../domain/faults/commands'
import { expireUnanswered, nudgeCustodians } from '../../domain/footage/clock'
import { continueImports } from '../../domain/imports/step'
import { eraseOld } from '../../domain/keeping'
import { askWhetherUsed } from '../../domain/owners/affirm'
import { closeEndedRounds } from '../../domain/rounds/commands'
import { closeUnconfirmed, tellOverdue } from '../../domain/workOrders/commands'
import { letGoOfHeld, pushNotices } from '../line/notices'
import { downloadPhotos, erasePhotos } from '../photos/download'
import { cleanUp } from './cleanup'

export type JobDeps = NoticeDeps & DownloadDeps & {
  account: Account
  fetchProfiles: () => Promise<void>
  linkMenus: () => Promise<void>
}

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** Everything that happens by the clock. `poke` runs another job now. */
export function jobs(deps: JobDeps, poke: (name: string) => void): Job[] {
  const { transact, account, now } = deps
  const byClock = (work: (act: ClockAct) => Promise<number>) => () => inRounds(transact, now, work).then(done => done && poke('notices'))
  return [
    { name: 'release-reports', every: 2 * second, run: byClock(releaseDue) },
    { name: 'close-unconfirmed', every: 10 * minute, run: byClock(closeUnconfirmed) },
    { name: 'tell-overdue', every: minute, run: byClock(tellOverdue) },
    { name: 'nudge-custodians', every: minute, run: byClock(nudgeCustodians) },
    { name: 'expire-footage', every: minute, run: byClock(expireUnanswered) },
    { name: 'close-rounds', every: 10 * minute, run: byClock(closeEndedRounds) },
    { name: 'ask-owners', every: hour, run: byClock(askWhetherUsed) },
    { name: 'ask-again', every: hour, run: byClock(askAgain) },
    { name: 'end-cooperation', every: day, run: () => inRounds(transact, now, endStale).then(() => {}) },
    { name: 'erase-old', every: day, run: () => inRounds(transact, now, eraseOld).then(() => {}) },
    { name: 'imports', every: 10 * second, run: () => inRounds(transact, now, continueImports).then(() => {}) },
    { name: 'notices', every: 5 * second, run: () => pushNotices(deps, 'NOW') },
    { name: 'audit-heads', every: beforeDigest, run: () => transact(({ db }) => tellHeads({ db, actor: null, now: now() })) },
    { name: 'digest', every: nextDigest, run: () => account.refresh().then(() => pushNotices(deps, 'SOON')) },
    { name: 'photos', every: 2 * second, run: () => downloadPhotos(deps) },
    { name: 'erased-photos', every: 10 * second, run: () => erasePhotos(deps) },
    { name: 'profiles', every: 15 * second, run: deps.fetchProfiles },
    { name: 'menus', every: 15 * second, run: deps.linkMenus },
    { name: 'quota', every: hour, run: () => account.refresh().then(() => letGoOfHeld(deps)) },
    { name: 'clean-up', every: 6 * hour, run: () => cleanUp(deps) },
  ]
}

/** Work that does a limited number at a time, each time in a transaction of its own, until nothing is left. */
async function inRounds(transact: Transact, now: () => Date, work: (act: ClockAct) => Promise<number>): Promise<number> {
  let all = 0
  for (;;) {
    const done = await transact(({ db }) => work({ db, actor: null, now: now() }))
    all += done
    if (!done) return all
  }
}

/** The next 08:00 in Bangkok (UTC+7 all year). */
export const nextDigest = (now: Date): Date => nextAt(now, 1, 0)

/** What is told once a day is written 15 minutes before, so that it is told with the rest. */
const beforeDigest = (now: Date): Date => nextAt(now, 0, 45)

/** The next time that it is so late, in UTC. */
function nextAt(now: Date, hours: number, minutes: number): Date {
  const today = new Date(now)
  today.setUTCHours(hours, minutes, 0, 0)
  return today > now ? today : new Date(today.getTime() + 24 * hour)
}
