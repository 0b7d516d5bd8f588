import { Buffer } from 'node:buffer'
/**
 * Writes the Prisma clients and the names of the migrations to prisma/generated, without a network and only when the schema, Prisma or the
 * migrations have changed.
 * Runs after every `npm install`. `--force` writes them in any case.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const schema = join(root, 'prisma', 'schema')
const migrations = readdirSync(join(root, 'prisma', 'migrations'), { withFileTypes: true }).filter(entry => entry.isDirectory()).map(entry => entry.name).sort()
const generated = join(root, 'prisma', 'generated')
const stamp = join(generated, '.stamp')
const require = createRequire(import.meta.url)

function fingerprint() {
  const hash = createHash('sha256').update(require('@prisma/client/package.json').version)
  for (const file of readdirSync(schema).filter(name => name.endsWith('.prisma')).sort()) { hash.update(`\0${file}\0`).update(readFileSync(join(schema, file))) }
  return hash.digest('hex')
}

function prismaCli() {
  try {
    return join(dirname(require.resolve('prisma/package.json')), require('prisma/package.json').bin.prisma)
  }
  catch {
    console.error('The Prisma client cannot be generated: the package "prisma" is missing. Install with `npm ci` (without --omit=dev).')
    process.exit(1)
  }
}

/**
 * A client carries the schema with it, as text, and a graph of every query that could be asked. Without what the text says to people, and
 * without indexes and spaces that only look nice, and with the graph packed (a fifth of it is left), the worker is smaller.
 */
function slim(file) {
  if (!existsSync(file)) return
  const written = readFileSync(file, 'utf8')
    .replace(/(?<="inlineSchema": )"(?:[^"\\]|\\.)*"/, text => JSON.stringify(JSON.parse(text).split('\n').filter(line => !/^\s*(?:\/\/|@@index|$)/.test(line)).map(line => line.trim().replace(/ {2,}/g, ' ')).join('\n')))
    .replace(/(?<=^ {2}graph: )"([\w-]+)"/m, (_, graph) => `unpack(Buffer.from("${brotliCompressSync(Buffer.from(graph, 'base64url')).toString('base64')}", "base64")).toString("base64url")`)
    .replace(/^(?=import )/m, 'import { Buffer } from "node:buffer"\nimport { brotliDecompressSync as unpack } from "node:zlib"\n')
  writeFileSync(file, written)
}

const wanted = fingerprint()
const upToDate = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
if (!upToDate || process.argv.includes('--force')) {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [prismaCli(), 'generate', '--no-hints'], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      // `generate` looks for the native schema engine but never runs it: any executable will do.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    },
  })
  if (status !== 0) {
    rmSync(stamp, { force: true })
    console.error(`The Prisma client could not be generated from prisma/schema:\n${error?.message ?? `${stdout}${stderr}`.trim()}`)
    process.exit(1)
  }
  mkdirSync(generated, { recursive: true })
  for (const client of readdirSync(generated)) slim(join(generated, client, 'internal', 'class.ts'))
  writeFileSync(stamp, wanted)
}
writeFileSync(join(generated, 'migrations.json'), JSON.stringify(migrations))
