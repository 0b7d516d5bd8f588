-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('STAGING', 'CHECKING', 'CHECKED', 'APPLYING', 'APPLIED', 'UNDOING', 'UNDONE', 'CANCELLED');

-- CreateEnum
CREATE TYPE "ImportOutcome" AS ENUM ('NEW', 'CHANGED', 'UNCHANGED', 'WRONG');

-- CreateTable
CREATE TABLE "ImportRun" (
    "id" UUID NOT NULL,
    "provinceCode" CHAR(2) NOT NULL,
    "agencyId" UUID,
    "actorId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "state" "ImportState" NOT NULL DEFAULT 'STAGING',
    "headings" TEXT[],
    "columns" TEXT[],
    "total" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "wrong" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "left" INTEGER NOT NULL DEFAULT 0,
    "undoneTo" BIGINT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "touchedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "appliedAt" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "ImportRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportRow" (
    "runId" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "cells" JSONB NOT NULL,
    "outcome" "ImportOutcome",
    "problems" JSONB NOT NULL DEFAULT '[]',
    "unread" JSONB NOT NULL DEFAULT '[]',
    "camera" JSONB NOT NULL DEFAULT '{}',
    "site" JSONB NOT NULL DEFAULT '{}',
    "fields" TEXT[],
    "agencyId" UUID,
    "code" TEXT,
    "assetKey" TEXT,
    "fileKey" TEXT,
    "nameKey" TEXT,
    "labelKey" TEXT,
    "cameraId" UUID,
    "siteId" UUID,
    "newSite" BOOLEAN NOT NULL DEFAULT false,
    "applied" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ImportRow_pkey" PRIMARY KEY ("runId","line")
);

-- CreateTable
CREATE TABLE "ImportHeading" (
    "owner" TEXT NOT NULL,
    "heading" TEXT NOT NULL,
    "column" TEXT NOT NULL,

    CONSTRAINT "ImportHeading_pkey" PRIMARY KEY ("owner","heading")
);

-- CreateTable
CREATE TABLE "ImportedName" (
    "owner" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "cameraId" UUID NOT NULL,
    "importId" UUID NOT NULL,

    CONSTRAINT "ImportedName_pkey" PRIMARY KEY ("owner","key")
);

-- CreateIndex
CREATE INDEX "ImportRun_provinceCode_createdAt_idx" ON "ImportRun"("provinceCode", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "ImportRun_state_idx" ON "ImportRun"("state");

-- CreateIndex
CREATE INDEX "ImportRow_runId_outcome_line_idx" ON "ImportRow"("runId", "outcome", "line");

-- CreateIndex
CREATE INDEX "ImportRow_runId_cameraId_idx" ON "ImportRow"("runId", "cameraId");

-- CreateIndex
CREATE INDEX "ImportRow_runId_siteId_idx" ON "ImportRow"("runId", "siteId");

-- CreateIndex
CREATE INDEX "ImportedName_cameraId_idx" ON "ImportedName"("cameraId");

-- AddForeignKey
ALTER TABLE "ImportRow" ADD CONSTRAINT "ImportRow_runId_fkey" FOREIGN KEY ("runId") REFERENCES "ImportRun"("id") ON DELETE CASCADE ON UPDATE CASCADE;
