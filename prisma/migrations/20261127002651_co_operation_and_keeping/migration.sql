-- CreateEnum
CREATE TYPE "CooperationKind" AS ENUM ('TURN', 'ADD');

-- CreateEnum
CREATE TYPE "CooperationState" AS ENUM ('ASKED', 'LATER', 'YES', 'NO', 'DONE', 'WITHDRAWN');

-- AlterTable
ALTER TABLE "FootageRequest" ADD COLUMN     "erasedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "PrivateCamera" ADD COLUMN     "saidIn" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "CooperationRequest" (
    "id" UUID NOT NULL,
    "provinceCode" CHAR(2) NOT NULL,
    "officerId" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "kind" "CooperationKind" NOT NULL,
    "cameraId" UUID,
    "direction" INTEGER NOT NULL,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "note" TEXT,
    "noteMessageId" TEXT,
    "noteErasedAt" TIMESTAMPTZ(3),
    "state" "CooperationState" NOT NULL DEFAULT 'ASKED',
    "gain" INTEGER NOT NULL,
    "gainKnown" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answerAfter" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3),
    "answeredById" UUID,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CooperationRequest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CooperationRequest_officerId_createdAt_idx" ON "CooperationRequest"("officerId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "CooperationRequest_cameraId_state_idx" ON "CooperationRequest"("cameraId", "state");

-- CreateIndex
CREATE INDEX "CooperationRequest_state_answerAfter_idx" ON "CooperationRequest"("state", "answerAfter");

-- CreateIndex
CREATE INDEX "CooperationRequest_provinceCode_idx" ON "CooperationRequest"("provinceCode");

-- CreateIndex
CREATE INDEX "CooperationRequest_agencyId_idx" ON "CooperationRequest"("agencyId");

-- CreateIndex
CREATE INDEX "CooperationRequest_noteMessageId_idx" ON "CooperationRequest"("noteMessageId");

-- AddForeignKey
ALTER TABLE "CooperationRequest" ADD CONSTRAINT "CooperationRequest_provinceCode_fkey" FOREIGN KEY ("provinceCode") REFERENCES "Province"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CooperationRequest" ADD CONSTRAINT "CooperationRequest_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CooperationRequest" ADD CONSTRAINT "CooperationRequest_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CooperationRequest" ADD CONSTRAINT "CooperationRequest_cameraId_fkey" FOREIGN KEY ("cameraId") REFERENCES "Camera"("id") ON DELETE SET NULL ON UPDATE CASCADE;
