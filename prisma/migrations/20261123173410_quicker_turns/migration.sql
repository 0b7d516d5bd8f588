-- DropIndex
DROP INDEX "Notice_state_level_notBefore_idx";

-- DropIndex
DROP INDEX "Notice_userId_state_idx";

-- AlterTable
ALTER TABLE "OutboundMessage" ALTER COLUMN "messages" SET DATA TYPE JSON;

-- What Prisma cannot say ------------------------------------------------------------------------------------------

-- Only what nobody has heard yet is looked for, by its reader with each turn and by its time every second.
CREATE INDEX "Notice_unheard" ON "Notice" ("userId", "createdAt") WHERE "state" IN ('WAITING', 'HELD');
CREATE INDEX "Notice_unheard_due" ON "Notice" ("level", "notBefore") WHERE "state" IN ('WAITING', 'HELD');
CREATE INDEX "Notice_unheard_by_group" ON "Notice" ("agencyId") WHERE "state" IN ('WAITING', 'HELD');
