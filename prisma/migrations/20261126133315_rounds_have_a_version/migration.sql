-- AlterTable
ALTER TABLE "SurveyRound" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
