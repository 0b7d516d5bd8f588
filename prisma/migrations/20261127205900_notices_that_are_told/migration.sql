-- What Prisma cannot say ------------------------------------------------------------------------------------------

-- What is only seen in lists (QUIET) is never told and waits for as long as it is kept: who has reported much would have all of it looked through with each turn.
CREATE INDEX "Notice_to_tell" ON "Notice" ("userId", "createdAt") WHERE "state" IN ('WAITING', 'HELD') AND "level" IN ('NOW', 'SOON');
CREATE INDEX "Notice_to_tell_groups" ON "Notice" ("agencyId") WHERE "state" IN ('WAITING', 'HELD') AND "level" IN ('NOW', 'SOON');
DROP INDEX "Notice_unheard";
DROP INDEX "Notice_unheard_by_group";
