import type { Summary } from './summary'
import { setTimeout as sleep } from 'node:timers/promises'
import { photo } from '../helpers/photo'
import { Ledger } from './ledger'
import { officer } from './people/officer'
import { Person, TimeIsUp } from './people/person'
import { reporter } from './people/reporter'
import { openSimulator } from './simulator'
import { summaryOf } from './summary'

/** A load as it is to be run. */
export interface Load {
  /** Of the simulator. */
  url: string
  people: number
  /** Ms. */
  duration: number
  reading: number
  /** How long somebody waits before their message counts as lost, ms; a minute when not given. */
  patience?: number
  /** Told every second how it goes. */
  onProgress?: (line: string) => void
}

/** How long after the end something may still come that should not, ms. */
const aftermath = 2_000

/** People talk, for as long as they are told. Rejects with a sentence when there is nobody to talk to. */
export async function runLoad({ url, people, duration, reading, patience = 60_000, onProgress = () => {} }: Load): Promise<Summary> {
  const ledger = new Ledger(patience)
  let cutOff = false
  const simulator = await openSimulator(url, {
    called: call => ledger.called(call),
    delivered: delivery => ledger.delivered(delivery),
    lost(reason) {
      cutOff = true
      ledger.wrong(`The simulator does not tell any more: ${reason}`)
    },
  })
  try {
    const state = await simulator.state()
    if (!state.places.length) throw new Error(`The simulator at ${url} has no places where people could be: it was started without the demo province (DEMO=on).`)
    const ids: string[] = []
    while (ids.length < people) ids.push((await simulator.act({ do: 'newPerson', name: `Load ${ids.length + 1}`, language: 'th' })).id!)

    const begun = performance.now()
    const passed = () => performance.now() - begun
    const scene = { simulator, ledger, reading, goesOn: () => !cutOff && passed() < duration, photo: await photo(1_280), places: state.places, codes: [] }
    const watch = setInterval(() => onProgress(progress(ledger, Math.min(passed(), duration), duration)), 1_000)
    const officers = state.people.filter(({ following, role }) => following && /^(?:Official|Camera technician)/.test(role.en))
    await Promise.all([
      ...ids.map(async (id) => {
        // They do not all open LINE in the same moment.
        await sleep(Math.random() * Math.min(2 * reading, duration / 4))
        await talks(() => reporter(new Person(id, scene), scene))
      }),
      ...officers.map(({ id }) => talks(() => officer(new Person(id, scene)))),
    ]).finally(() => clearInterval(watch))
    const seconds = passed() / 1_000
    await sleep(Math.min(aftermath, duration))
    return summaryOf(ledger, { people, officers: officers.length, seconds })
  }
  finally {
    simulator.close()
  }
}

async function talks(talk: () => Promise<never>): Promise<void> {
  await talk().catch((error) => {
    if (!(error instanceof TimeIsUp)) throw error
  })
}

function progress(ledger: Ledger, passed: number, duration: number): string {
  const { perSecond, p95, wrong } = summaryOf(ledger, { people: 0, officers: 0, seconds: passed / 1_000 })
  const clock = (ms: number) => `${Math.floor(ms / 60_000)}:${String(Math.floor(ms / 1_000) % 60).padStart(2, '0')}`
  return `${clock(passed)} of ${clock(duration)}   ${perSecond.toFixed(1)} turns/s   p95 ${Math.round(p95 || 0)} ms   ${ledger.inFlight} in flight   ${wrong} errors`
}
