-- AlterTable
ALTER TABLE "Site" ADD COLUMN     "ownership" "Ownership" NOT NULL DEFAULT 'PUBLIC';

-- CreateIndex
CREATE INDEX "PrivateCamera_affirmedAt_idx" ON "PrivateCamera"("affirmedAt");
