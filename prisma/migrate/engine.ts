import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import type { SchemaEngine, SchemasContainer } from '@prisma/schema-engine-wasm'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'

const NO_SCHEMA: SchemasContainer = { files: [{ path: 'schema.prisma', content: 'datasource db {\n  provider = "postgresql"\n}' }] }

/** Loads the WebAssembly once in the life of the process. */
let loaded: Promise<typeof SchemaEngine> | undefined

/** What is used of WebAssembly: the types of Node 20 do not declare it. */
const { WebAssembly: webAssembly } = globalThis as unknown as {
  WebAssembly: { instantiate: (code: Uint8Array, imports: object) => Promise<{ instance: { exports: { __wbindgen_start: () => void } } }> }
}

/** Where the engine says what went wrong before it stops dead; without it there is no word of it. */
const panics = { set_message: (message: string) => {
  throw new Error(message)
} }

async function load(): Promise<typeof SchemaEngine> {
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panics })
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg') as typeof import('@prisma/schema-engine-wasm/schema_engine_bg')
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
  const { instance } = await webAssembly.instantiate(await readFile(join(folder, 'schema_engine_bg.wasm')), { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return glue.SchemaEngine
}

/**
 * An adapter with one connection (the engine's own lock belongs to the connection that took it) that differs from Prisma's in two things:
 * - it runs a script as one, which PostgreSQL makes one transaction; Prisma's cuts it at every semicolon, also inside functions;
 * - it can read the one-letter type "char" (18), which PostgreSQL's catalogue is full of and the engine needs for comparing.
 */
async function connect(connectionString: string): Promise<SqlDriverAdapter> {
  const pool = new pg.Pool({ connectionString, max: 1, application_name: 'songklong migrate', options: '-c timezone=UTC' })
  const letters = new WeakMap<unknown[][], number[]>()
  const query = pool.query.bind(pool) as (config: pg.QueryArrayConfig) => Promise<pg.QueryArrayResult>
  pool.query = (async (config: pg.QueryArrayConfig) => {
    const result = await query(config)
    // A script of several statements has a list of results, which nobody reads.
    if (Array.isArray(result)) { return result }
    const found = result.fields.filter(field => field.dataTypeID === 18)
    letters.set(result.rows, found.map(field => result.fields.indexOf(field)))
    for (const field of found) { field.dataTypeID = pg.types.builtins.TEXT }
    return result
  }) as typeof pool.query

  const adapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect()
  const { queryRaw } = adapter
  adapter.queryRaw = async (sql) => {
    const result = await queryRaw.call(adapter, sql)
    for (const column of letters.get(result.rows) ?? []) { result.columnTypes[column] = ColumnTypeEnum.Character }
    return result
  }
  adapter.executeScript = async (script) => {
    await adapter.executeRaw({ sql: script, args: [], argTypes: [] })
  }
  return adapter
}

/**
 * Prisma's schema engine on a database.
 * @param url of the database
 * @param schema the schema's files, when it is to be compared with the database
 * @returns the engine, and a function that closes its connection
 */
export async function openEngine(url: string, schema: SchemasContainer = NO_SCHEMA): Promise<{ engine: SchemaEngine, close: () => Promise<void> }> {
  const Engine = await (loaded ??= load())
  const adapter = await connect(url)
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    connect: async () => adapter,
    connectToShadowDb: () => Promise.reject(new Error('There is no shadow database here.')),
  }
  const datamodels = schema.files.map(({ path, content }): [string, string] => [path, content])
  const engine = await Engine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(factory))
  return {
    engine,
    async close() {
      engine.free()
      await adapter.dispose()
    },
  }
}
