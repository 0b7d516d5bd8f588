-- AlterTable
ALTER TABLE "Province" ADD COLUMN     "footageKeptDays" INTEGER NOT NULL DEFAULT 365;
