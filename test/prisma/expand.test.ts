import { describe, expect, it } from 'vitest'
import { breaksPreviousVersion } from '../../prisma/migrate/expand'
import { MIGRATIONS, readMigrations } from '../../prisma/migrate/folder'
import { lastRelease, migrationsOf } from '../helpers/release'

const check = (sql: string, released = 'v1.2.0') => breaksPreviousVersion({ name: 'm', sql }, released)

describe('a migration that the previous version would not survive', () => {
  it.each([
    ['DROP TABLE "Draft";', 'drops a table'],
    ['alter table "User" drop column "language";', 'drops a column'],
    ['ALTER TABLE "User" ADD COLUMN "x" TEXT,\nDROP COLUMN "y";', 'drops a column'],
    ['DROP TYPE "Language";', 'drops what'],
    ['TRUNCATE "Notice"', 'removes what'],
    ['ALTER TABLE "User" RENAME TO "Person";', 'renames'],
    ['ALTER TABLE "User" RENAME COLUMN "language" TO "speaks";', 'renames'],
    ['ALTER TYPE "Language" RENAME VALUE \'TH\' TO \'THAI\';', 'renames'],
    ['ALTER TABLE "OutboundMessage" ALTER COLUMN "messages" SET DATA TYPE JSON;', 'changes the type'],
    ['ALTER TABLE "User" ALTER "language" TYPE text USING language::text;', 'changes the type'],
    ['ALTER TABLE "User" ALTER COLUMN "language" DROP DEFAULT;', 'takes away a default'],
    ['ALTER TABLE "User" ADD COLUMN "age" INTEGER NOT NULL;', 'adds "age"'],
    ['ALTER TABLE "User" ADD COLUMN "cost" DECIMAL(65,30) NOT NULL, ADD COLUMN "b" TEXT;', 'adds "cost"'],
    ['ALTER TABLE "User" ALTER COLUMN "displayName" SET NOT NULL;', 'demands that "displayName"'],
    ['ALTER TABLE "User" ADD CONSTRAINT "short" CHECK (length("displayName") < 9);', 'adds a constraint'],
    ['ALTER TABLE "User" ADD CONSTRAINT "u_fkey" FOREIGN KEY ("menuWanted") REFERENCES "Menu"("id");', 'adds a constraint'],
    ['CREATE UNIQUE INDEX "u" ON "User"("displayName");', 'adds a constraint'],
  ])('is refused: %s', (sql, why) => {
    expect(check(sql)).toEqual([expect.stringContaining(`m ${why}`)])
  })
})

describe('a migration that only adds', () => {
  it.each([
    'CREATE TABLE "New" ("id" UUID NOT NULL); ALTER TABLE "New" ADD CONSTRAINT "New_fkey" FOREIGN KEY ("id") REFERENCES "User"("id"); CREATE UNIQUE INDEX "n" ON "New"("id");',
    'ALTER TABLE "User" ADD COLUMN "note" TEXT, ADD COLUMN "seen" BOOLEAN NOT NULL DEFAULT false;',
    'ALTER TABLE "User" ADD COLUMN "boss" UUID; ALTER TABLE "User" ADD CONSTRAINT "b" FOREIGN KEY ("boss") REFERENCES "User"("id"); CREATE UNIQUE INDEX "b" ON "User"("boss");',
    'ALTER TABLE "User" ADD COLUMN "n" BIGSERIAL NOT NULL;',
    'UPDATE "User" SET "displayName" = \'\'; ALTER TABLE "User" ALTER COLUMN "displayName" SET DEFAULT \'\', ALTER COLUMN "displayName" SET NOT NULL;',
    'ALTER TYPE "Language" ADD VALUE \'LO\';',
    'DROP INDEX "Notice_state_level_notBefore_idx"; CREATE INDEX "i" ON "Notice" ("userId") WHERE state = \'WAITING\';',
    'ALTER INDEX "a" RENAME TO "b"; ALTER TABLE "User" RENAME CONSTRAINT "a" TO "b"; ALTER TABLE "User" DROP CONSTRAINT "b";',
    '-- DROP TABLE "User";\n/* ALTER TABLE "User" DROP COLUMN "x"; */ INSERT INTO "Job" VALUES (\'DROP TABLE "User"; --\');',
    'CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $body$ DROP TABLE "User"; $body$;',
  ])('is taken: %s', (sql) => {
    expect(check(sql)).toEqual([])
  })
})

describe('a migration that removes what no version uses any more', () => {
  const sql = '-- contract: removed from the code in v1.2.0\nALTER TABLE "User" DROP COLUMN "language";'

  it('is taken when the version without it is out', () => {
    expect([check(sql, 'v1.2.0'), check(sql, 'v1.10.0')]).toEqual([[], []])
  })

  it('is refused before that, and when it only says that it contracts', () => {
    expect(check(sql, 'v1.1.9')).toEqual([expect.stringContaining('wait until v1.2.0 is out')])
    expect(check(sql.replace(' in v1.2.0', ''), 'v1.2.0')).toEqual([expect.stringContaining('drops a column')])
  })
})

describe('the migrations since the last release', () => {
  const released = lastRelease()

  it.runIf(released)(`keep the previous version working (${released ?? 'nothing was released yet'})`, async () => {
    const before = migrationsOf(released!)
    const since = (await readMigrations(MIGRATIONS)).filter(({ name }) => !before.includes(name))
    expect(since.flatMap(migration => breaksPreviousVersion(migration, released!))).toEqual([])
  })
})
