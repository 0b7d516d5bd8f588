-- CreateEnum
CREATE TYPE "TimeOfDay" AS ENUM ('ANY', 'MORNING', 'DAY', 'EVENING', 'NIGHT');

-- CreateTable
CREATE TABLE "RiskPoint" (
    "id" UUID NOT NULL,
    "provinceCode" CHAR(2) NOT NULL,
    "agencyId" UUID NOT NULL,
    "officerId" UUID NOT NULL,
    "kind" "RiskKind" NOT NULL,
    "placeText" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "placeMessageId" TEXT,
    "timeOfDay" "TimeOfDay" NOT NULL DEFAULT 'ANY',
    "note" TEXT,
    "noteMessageId" TEXT,
    "route" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RiskPoint_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RiskPoint_provinceCode_createdAt_idx" ON "RiskPoint"("provinceCode", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "RiskPoint_agencyId_idx" ON "RiskPoint"("agencyId");

-- AddForeignKey
ALTER TABLE "RiskPoint" ADD CONSTRAINT "RiskPoint_provinceCode_fkey" FOREIGN KEY ("provinceCode") REFERENCES "Province"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskPoint" ADD CONSTRAINT "RiskPoint_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskPoint" ADD CONSTRAINT "RiskPoint_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
