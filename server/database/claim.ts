import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/** The number of the lock; it is taken in the database `postgres`, so it meets no other. */
const KEY = 1_500_012

/**
 * Makes this process the only product on an embedded server, by a lock inside the server itself: it ends with the connection,
 * so a killed process leaves none behind and no process number can be mistaken. Throws a sentence naming the process that holds it.
 * @param url of the server
 * @param dataDir for the sentence
 * @returns a function that gives it up
 */
export async function claim(url: string, dataDir: string): Promise<() => Promise<void>> {
  const given = new AbortController()
  const deadline = Date.now() + 1_500
  let client = await take(url)
  while (!client) {
    // The server may need a moment to notice that the process before us is dead.
    if (Date.now() > deadline) { throw new Error(`Another process already works on the data in ${dataDir}${await holder(url)}. Stop it first, or give this one another DATA_DIR.`) }
    await sleep(100)
    client = await take(url)
  }
  client.once('end', retake)

  /** After a crash inside the server every connection is gone, and the lock with it. */
  async function retake(): Promise<void> {
    for (client = undefined; !client && !given.signal.aborted;) {
      await sleep(1_000, undefined, { ref: false })
      client = await take(url).catch(() => undefined)
    }
    client?.once('end', retake)
    if (given.signal.aborted) { await client?.end() }
  }

  return async () => {
    given.abort()
    await client?.end().catch(() => {})
  }
}

/** Whether anybody but the caller of this is connected; those who are just leaving get half a second. */
export async function isInUse(url: string): Promise<boolean> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const others = await ask(url, 'SELECT pid FROM pg_stat_activity WHERE backend_type = \'client backend\' AND pid <> pg_backend_pid()')
    if (!others.length) { return false }
    await sleep(100)
  }
  return true
}

async function take(url: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({ connectionString: url, application_name: `process ${process.pid}`, keepAlive: true })
  client.on('error', () => {})
  await client.connect()
  // eslint-disable-next-line no-restricted-syntax -- a number of the code's own
  const { rows: [row] } = await client.query<{ taken: boolean }>(`SELECT pg_try_advisory_lock(${KEY}) AS taken`)
  if (row?.taken) { return client }
  await client.end()
}

async function holder(url: string): Promise<string> {
  const [found] = await ask<{ name: string }>(url, `
    SELECT application_name AS name FROM pg_locks JOIN pg_stat_activity USING (pid)
    WHERE locktype = 'advisory' AND granted AND objid = ${KEY}`)
  return found ? ` (${found.name})` : ''
}

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  return client.query<Row>(sql).then(({ rows }) => rows).finally(() => client.end())
}
