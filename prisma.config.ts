import process from 'node:process'
import { defineConfig } from 'prisma/config'

/** For Prisma's own commands (`prisma generate`, `prisma studio`, `prisma migrate deploy`). The product itself does not read it. */
export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
})
