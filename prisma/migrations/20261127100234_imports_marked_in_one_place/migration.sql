-- DropIndex
DROP INDEX "ImportRow_runId_cameraId_idx";

-- DropIndex
DROP INDEX "ImportRow_runId_outcome_line_idx";

-- DropIndex
DROP INDEX "ImportRow_runId_siteId_idx";

-- AlterTable
ALTER TABLE "ImportRun" ADD COLUMN     "appliedTo" INTEGER NOT NULL DEFAULT 0;
