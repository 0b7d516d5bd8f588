-- CreateEnum
CREATE TYPE "PlacedBy" AS ENUM ('GPS', 'PIN', 'ADDRESS', 'IMPORT');

-- CreateEnum
CREATE TYPE "ReturnState" AS ENUM ('NOT_STARTED', 'IN_PROGRESS', 'SUBMITTED', 'NIL', 'RETURNED', 'ACCEPTED');

-- AlterTable
ALTER TABLE "Attachment" ADD COLUMN     "cameraId" UUID,
ADD COLUMN     "proposalId" UUID;

-- AlterTable
ALTER TABLE "Camera" ADD COLUMN     "completeness" INTEGER GENERATED ALWAYS AS ((
    ("megapixels" IS NOT NULL)::int + ("nightVision" IS NOT NULL)::int + ("installed" IS NOT NULL)::int + ("costSatang" IS NOT NULL)::int + ("range" IS NOT NULL)::int + ("linked" IS NOT NULL)::int + ("recorderKind" IS NOT NULL)::int + ("retentionDays" IS NOT NULL)::int + ("remoteViewing" IS NOT NULL)::int + ("custodianName" IS NOT NULL)::int + ("custodianPhone" IS NOT NULL)::int + ("exportBy" IS NOT NULL)::int + ("maintainingAgencyId" IS NOT NULL)::int + ("maintenanceSatang" IS NOT NULL)::int
    + ("kind" <> 'FISHEYE' AND "direction" IS NOT NULL)::int
    + ("kind" NOT IN ('FISHEYE', 'PTZ') AND "fieldOfView" IS NOT NULL)::int
    + ("linked" IS TRUE AND "networkName" IS NOT NULL)::int
  ) * 100 / (14 + ("kind" <> 'FISHEYE')::int + ("kind" NOT IN ('FISHEYE', 'PTZ'))::int + ("linked" IS TRUE)::int)) STORED,
ADD COLUMN     "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "statusReason" TEXT,
ADD COLUMN     "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Site" ADD COLUMN     "accuracy" INTEGER,
ADD COLUMN     "address" TEXT,
ADD COLUMN     "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "placedBy" "PlacedBy",
ADD COLUMN     "removedAt" TIMESTAMPTZ(3),
ADD COLUMN     "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "Change" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,
    "provinceCode" CHAR(2) NOT NULL,
    "subject" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "fields" JSONB NOT NULL DEFAULT '{}',
    "reason" TEXT,
    "channel" "Channel" NOT NULL DEFAULT 'LIFF',
    "importId" UUID,
    "afterSubmit" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FormDraft" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FormDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "userId" UUID NOT NULL,
    "key" UUID NOT NULL,
    "request" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "answer" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("userId","key")
);

-- CreateTable
CREATE TABLE "SurveyRound" (
    "id" UUID NOT NULL,
    "provinceCode" CHAR(2) NOT NULL,
    "name" TEXT NOT NULL,
    "opensAt" TIMESTAMPTZ(3) NOT NULL,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SurveyRound_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoundMilestone" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "date" DATE NOT NULL,

    CONSTRAINT "RoundMilestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgencyReturn" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "state" "ReturnState" NOT NULL DEFAULT 'NOT_STARTED',
    "nilReason" TEXT,
    "submittedAt" TIMESTAMPTZ(3),
    "submittedById" UUID,
    "remarks" TEXT,
    "answer" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,
    "remindedAt" TIMESTAMPTZ(3),
    "changedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "AgencyReturn_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Change_subject_id_idx" ON "Change"("subject", "id" DESC);

-- CreateIndex
CREATE INDEX "Change_importId_idx" ON "Change"("importId");

-- CreateIndex
CREATE INDEX "FormDraft_updatedAt_idx" ON "FormDraft"("updatedAt");

-- CreateIndex
CREATE UNIQUE INDEX "FormDraft_userId_form_key" ON "FormDraft"("userId", "form");

-- CreateIndex
CREATE INDEX "IdempotencyKey_createdAt_idx" ON "IdempotencyKey"("createdAt");

-- CreateIndex
CREATE INDEX "SurveyRound_provinceCode_opensAt_idx" ON "SurveyRound"("provinceCode", "opensAt" DESC);

-- CreateIndex
CREATE INDEX "RoundMilestone_roundId_date_idx" ON "RoundMilestone"("roundId", "date");

-- CreateIndex
CREATE INDEX "AgencyReturn_agencyId_idx" ON "AgencyReturn"("agencyId");

-- CreateIndex
CREATE UNIQUE INDEX "AgencyReturn_roundId_agencyId_key" ON "AgencyReturn"("roundId", "agencyId");

-- CreateIndex
CREATE INDEX "Attachment_cameraId_idx" ON "Attachment"("cameraId");

-- CreateIndex
CREATE INDEX "Attachment_proposalId_idx" ON "Attachment"("proposalId");

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_cameraId_fkey" FOREIGN KEY ("cameraId") REFERENCES "Camera"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FormDraft" ADD CONSTRAINT "FormDraft_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdempotencyKey" ADD CONSTRAINT "IdempotencyKey_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyRound" ADD CONSTRAINT "SurveyRound_provinceCode_fkey" FOREIGN KEY ("provinceCode") REFERENCES "Province"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoundMilestone" ADD CONSTRAINT "RoundMilestone_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "SurveyRound"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgencyReturn" ADD CONSTRAINT "AgencyReturn_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "SurveyRound"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgencyReturn" ADD CONSTRAINT "AgencyReturn_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
