/**
 * The server as a process of its own, without what a first start does (migrations, demo). It loads, says so, and begins when it is
 * told to, so that the next one can wait ready while this one runs. `alone` as an argument: no other server uses the database.
 */
import process from 'node:process'
import { openDatabase } from '../../prisma/client'
import { readConfig } from '../../server/config'
import { createLog } from '../../server/log'
import { startServer } from '../../server/start'

process.on('disconnect', () => process.exit())
process.once('message', async () => {
  const config = readConfig(process.env)
  const server = await startServer(config, {
    database: openDatabase(config.databaseUrl!),
    log: createLog(process.env.LOG_LEVEL ?? 'silent'),
    alone: process.argv.includes('alone'),
  })
  process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)))
  process.send!(server.port)
})
process.send!('loaded')
