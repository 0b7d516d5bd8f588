-- AlterTable
ALTER TABLE "ImportRow" ADD COLUMN     "unsure" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "warnings" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "ImportRun" ADD COLUMN     "warned" INTEGER NOT NULL DEFAULT 0;
