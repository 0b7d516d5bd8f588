/**
 * `npm run bench`: how fast the product is, each time beside a baseline of the same run. `npm run bench -- accept turn` runs some parts only.
 * CPU_PROF=<folder> keeps a CPU profile of the server there.
 */
import type { Row } from './table'
import type { World } from './world'
import { cpus, loadavg } from 'node:os'
import process from 'node:process'
import { accept } from './parts/accept'
import { app } from './parts/app'
import { audit } from './parts/audit'
import { day } from './parts/day'
import { flood } from './parts/flood'
import { flow } from './parts/flow'
import { footage } from './parts/footage'
import { imports } from './parts/imports'
import { looking } from './parts/looking'
import { memory } from './parts/memory'
import { nearest } from './parts/nearest'
import { processes } from './parts/processes'
import { register } from './parts/register'
import { start } from './parts/start'
import { turn } from './parts/turn'
import { usable } from './parts/usable'
import { worker } from './parts/worker'
import { stopAll } from './processes'
import { table } from './table'
import { openWorld } from './world'

const parts: Record<string, (world: World, before: string[]) => Promise<Row[]>> = {
  nearest,
  looking,
  register,
  accept,
  turn,
  flow,
  memory,
  processes,
  flood,
  start,
  app,
  usable,
  imports,
  audit,
  footage,
  worker,
  day,
}

const asked = process.argv.slice(2)
const unknown = asked.filter(part => !(part in parts))
if (unknown.length) {
  console.error(`There is no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.`)
  process.exit(1)
}
process.on('exit', stopAll)

const chosen = Object.keys(parts).filter(part => !asked.length || asked.includes(part))
const begun = performance.now()
const load = () => loadavg()[0]!.toFixed(1)
const loadBefore = load()
const world = await openWorld()
try {
  const rows: Row[] = []
  for (const [i, part] of chosen.entries()) {
    console.log(`${part} …`)
    rows.push(...await parts[part]!(world, chosen.slice(0, i)))
  }
  console.log(`\n${table(rows)}\n`)
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}; load ${loadBefore} before, ${load()} after; ${Math.round((performance.now() - begun) / 1000)} s.`)
  console.log('Server, baselines and LINE (a light stand-in that also plays the people) each in a process of their own; PostgreSQL as durable as in production. Ratios are medians of rounds in turns.')
}
finally {
  await world.close()
}
