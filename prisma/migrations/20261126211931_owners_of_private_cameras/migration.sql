-- CreateEnum
CREATE TYPE "OwnerCheck" AS ENUM ('PENDING', 'CONFIRMED', 'CHANGE_WANTED', 'DECLINED');

-- CreateTable
CREATE TABLE "Consent" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "language" "Language" NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PrivateCamera" (
    "cameraId" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "consentId" UUID NOT NULL,
    "contact" TEXT NOT NULL,
    "sharesPhone" BOOLEAN NOT NULL DEFAULT false,
    "indoors" BOOLEAN NOT NULL,
    "check" "OwnerCheck" NOT NULL DEFAULT 'PENDING',
    "remark" TEXT,
    "checkedById" UUID,
    "checkedAt" TIMESTAMPTZ(3),
    "pausedUntil" TIMESTAMPTZ(3),
    "affirmedAt" TIMESTAMPTZ(3) NOT NULL,
    "affirmAsked" INTEGER NOT NULL DEFAULT 0,
    "affirmAskedAt" TIMESTAMPTZ(3),
    "hiddenAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PrivateCamera_pkey" PRIMARY KEY ("cameraId")
);

-- CreateIndex
CREATE INDEX "Consent_userId_idx" ON "Consent"("userId");

-- CreateIndex
CREATE INDEX "PrivateCamera_ownerId_idx" ON "PrivateCamera"("ownerId");

-- CreateIndex
CREATE INDEX "PrivateCamera_check_idx" ON "PrivateCamera"("check");

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PrivateCamera" ADD CONSTRAINT "PrivateCamera_cameraId_fkey" FOREIGN KEY ("cameraId") REFERENCES "Camera"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PrivateCamera" ADD CONSTRAINT "PrivateCamera_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PrivateCamera" ADD CONSTRAINT "PrivateCamera_consentId_fkey" FOREIGN KEY ("consentId") REFERENCES "Consent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
