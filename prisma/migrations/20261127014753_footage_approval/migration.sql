-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "FootageEventKind" ADD VALUE 'APPROVED';
ALTER TYPE "FootageEventKind" ADD VALUE 'DECLINED';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "FootageState" ADD VALUE 'AWAITING_APPROVAL';
ALTER TYPE "FootageState" ADD VALUE 'DECLINED';

-- AlterTable
ALTER TABLE "FootageRequest" ADD COLUMN     "decidedAt" TIMESTAMPTZ(3),
ADD COLUMN     "decidedById" UUID,
ADD COLUMN     "declined" TEXT,
ADD COLUMN     "declinedMessageId" TEXT;

-- AlterTable
ALTER TABLE "Membership" ADD COLUMN     "supervises" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Province" ADD COLUMN     "footageApproval" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "footageCameras" INTEGER NOT NULL DEFAULT 6,
ADD COLUMN     "footageMinutes" INTEGER NOT NULL DEFAULT 180;
