-- CreateEnum
CREATE TYPE "FootageState" AS ENUM ('SUBMITTED', 'COMPLETED', 'PARTIAL', 'UNAVAILABLE', 'REFUSED', 'CANCELLED', 'EXPIRED');

-- CreateEnum
CREATE TYPE "FootageItemState" AS ENUM ('ASKED', 'PRESERVED', 'READY', 'RECEIVED', 'REFUSED', 'UNAVAILABLE');

-- CreateEnum
CREATE TYPE "FootageCause" AS ENUM ('CAMERA_DOWN', 'NOT_RECORDED', 'OVERWRITTEN', 'WRONG_VIEW', 'BAD_QUALITY', 'CLOCK_WRONG', 'CANNOT_EXPORT', 'NO_ANSWER');

-- CreateEnum
CREATE TYPE "LegalBasis" AS ENUM ('CPC_17', 'CPC_131', 'CPC_132', 'PDPA_24_2');

-- CreateEnum
CREATE TYPE "FootageEventKind" AS ENUM ('SUBMITTED', 'LOGGED', 'UNDONE', 'CANCELLED', 'ASKED_OTHERS', 'REMINDED', 'PRESERVED', 'APPOINTED', 'TECHNICIAN', 'CAMERA_DOWN', 'REFUSED', 'RECEIVED', 'UNAVAILABLE', 'HANDED_OVER', 'EXPIRED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "FootageRequest" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "provinceCode" CHAR(2) NOT NULL,
    "officerId" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "caseNumber" TEXT,
    "caseMessageId" TEXT,
    "offence" TEXT,
    "offenceMessageId" TEXT,
    "purpose" TEXT,
    "purposeMessageId" TEXT,
    "legalBasis" "LegalBasis",
    "urgency" "Priority" NOT NULL DEFAULT 'NORMAL',
    "placeText" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "placeMessageId" TEXT,
    "state" "FootageState" NOT NULL DEFAULT 'SUBMITTED',
    "logged" BOOLEAN NOT NULL DEFAULT false,
    "noCamera" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "FootageRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FootageItem" (
    "id" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "cameraId" UUID,
    "askId" UUID NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "to" TIMESTAMPTZ(3) NOT NULL,
    "state" "FootageItemState" NOT NULL DEFAULT 'ASKED',
    "cause" "FootageCause",
    "complete" BOOLEAN,
    "overwriteAt" TIMESTAMPTZ(3),
    "answerBy" TIMESTAMPTZ(3) NOT NULL,
    "nudgeAt" TIMESTAMPTZ(3),
    "nudges" INTEGER NOT NULL DEFAULT 0,
    "firstAskedId" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "answeredById" UUID,
    "appointmentAt" TIMESTAMPTZ(3),
    "technicianPhone" TEXT,
    "phoneMessageId" TEXT,
    "refusal" TEXT,
    "refusalMessageId" TEXT,
    "sha256" CHAR(64),
    "bytes" BIGINT,
    "faultReportId" UUID,

    CONSTRAINT "FootageItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FootageMessage" (
    "id" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "senderId" UUID NOT NULL,
    "byOfficer" BOOLEAN NOT NULL,
    "text" TEXT NOT NULL,
    "lineMessageId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "FootageMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FootageEvent" (
    "id" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "itemId" UUID,
    "kind" "FootageEventKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,
    "fromState" "FootageItemState",
    "toState" "FootageItemState",

    CONSTRAINT "FootageEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "FootageRequest_number_key" ON "FootageRequest"("number");

-- CreateIndex
CREATE INDEX "FootageRequest_officerId_createdAt_idx" ON "FootageRequest"("officerId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "FootageRequest_provinceCode_createdAt_idx" ON "FootageRequest"("provinceCode", "createdAt");

-- CreateIndex
CREATE INDEX "FootageRequest_agencyId_idx" ON "FootageRequest"("agencyId");

-- CreateIndex
CREATE INDEX "FootageItem_requestId_idx" ON "FootageItem"("requestId");

-- CreateIndex
CREATE INDEX "FootageItem_cameraId_state_idx" ON "FootageItem"("cameraId", "state");

-- CreateIndex
CREATE INDEX "FootageItem_askId_idx" ON "FootageItem"("askId");

-- CreateIndex
CREATE INDEX "FootageItem_state_nudgeAt_idx" ON "FootageItem"("state", "nudgeAt");

-- CreateIndex
CREATE INDEX "FootageItem_state_answerBy_idx" ON "FootageItem"("state", "answerBy");

-- CreateIndex
CREATE INDEX "FootageItem_faultReportId_idx" ON "FootageItem"("faultReportId");

-- CreateIndex
CREATE INDEX "FootageMessage_itemId_idx" ON "FootageMessage"("itemId");

-- CreateIndex
CREATE INDEX "FootageMessage_lineMessageId_idx" ON "FootageMessage"("lineMessageId");

-- CreateIndex
CREATE INDEX "FootageEvent_requestId_at_idx" ON "FootageEvent"("requestId", "at");

-- AddForeignKey
ALTER TABLE "FootageRequest" ADD CONSTRAINT "FootageRequest_provinceCode_fkey" FOREIGN KEY ("provinceCode") REFERENCES "Province"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FootageRequest" ADD CONSTRAINT "FootageRequest_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FootageRequest" ADD CONSTRAINT "FootageRequest_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FootageItem" ADD CONSTRAINT "FootageItem_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "FootageRequest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FootageItem" ADD CONSTRAINT "FootageItem_cameraId_fkey" FOREIGN KEY ("cameraId") REFERENCES "Camera"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FootageItem" ADD CONSTRAINT "FootageItem_faultReportId_fkey" FOREIGN KEY ("faultReportId") REFERENCES "FaultReport"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FootageMessage" ADD CONSTRAINT "FootageMessage_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "FootageItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FootageEvent" ADD CONSTRAINT "FootageEvent_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "FootageRequest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "FootageItem" ADD CONSTRAINT "FootageItem_period" CHECK ("from" < "to");
ALTER TABLE "FootageItem" ADD CONSTRAINT "FootageItem_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
