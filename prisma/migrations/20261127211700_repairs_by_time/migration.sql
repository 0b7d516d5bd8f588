-- What Prisma cannot say ------------------------------------------------------------------------------------------

-- The overview counts what was repaired lately, and must not read all that ever was.
CREATE INDEX "WorkOrder_repaired" ON "WorkOrder" ("provinceCode", "repairedAt") WHERE "repairedAt" IS NOT NULL AND "releasedAt" IS NOT NULL;
