-- CreateEnum
CREATE TYPE "RiskKind" AS ENUM ('CRIME', 'ESCAPE_ROUTE', 'ACCIDENT', 'TRAFFIC', 'TOURIST', 'SCHOOL', 'BORDER', 'FLOOD', 'OTHER');

-- CreateEnum
CREATE TYPE "ProblemTopic" AS ENUM ('MAINTENANCE', 'BUDGET', 'NETWORK', 'RECORDING', 'PEOPLE', 'COOPERATION', 'REGULATION', 'OTHER');

-- CreateTable
CREATE TABLE "Proposal" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "provinceCode" CHAR(2) NOT NULL,
    "agencyId" UUID NOT NULL,
    "proposerId" UUID NOT NULL,
    "placeText" TEXT,
    "placeMessageId" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "risk" "RiskKind" NOT NULL,
    "urgency" "Priority" NOT NULL,
    "reason" TEXT NOT NULL,
    "reasonMessageId" TEXT,
    "cameras" INTEGER NOT NULL,
    "cameraKind" "CameraKind" NOT NULL,
    "budgetSatang" BIGINT,
    "budgetSource" TEXT,
    "budgetSourceMessageId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Problem" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "provinceCode" CHAR(2) NOT NULL,
    "agencyId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "topic" "ProblemTopic" NOT NULL,
    "text" TEXT NOT NULL,
    "textMessageId" TEXT,
    "suggestion" TEXT,
    "suggestionMessageId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Problem_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Proposal_number_key" ON "Proposal"("number");

-- CreateIndex
CREATE INDEX "Proposal_provinceCode_createdAt_idx" ON "Proposal"("provinceCode", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Proposal_agencyId_idx" ON "Proposal"("agencyId");

-- CreateIndex
CREATE UNIQUE INDEX "Problem_number_key" ON "Problem"("number");

-- CreateIndex
CREATE INDEX "Problem_provinceCode_createdAt_idx" ON "Problem"("provinceCode", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Problem_agencyId_idx" ON "Problem"("agencyId");

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_provinceCode_fkey" FOREIGN KEY ("provinceCode") REFERENCES "Province"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_proposerId_fkey" FOREIGN KEY ("proposerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Problem" ADD CONSTRAINT "Problem_provinceCode_fkey" FOREIGN KEY ("provinceCode") REFERENCES "Province"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Problem" ADD CONSTRAINT "Problem_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Problem" ADD CONSTRAINT "Problem_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
