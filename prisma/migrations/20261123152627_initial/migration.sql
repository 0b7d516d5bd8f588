-- CreateEnum
CREATE TYPE "Zone" AS ENUM ('ROAD', 'JUNCTION', 'MARKET', 'SCHOOL', 'OFFICE', 'TOURIST_PLACE', 'TEMPLE', 'GOLD_SHOP', 'CONVENIENCE_STORE', 'BRIDGE', 'PARK', 'OTHER');

-- CreateEnum
CREATE TYPE "Ownership" AS ENUM ('PUBLIC', 'PRIVATE');

-- CreateEnum
CREATE TYPE "CameraKind" AS ENUM ('FIXED', 'PTZ', 'DOME', 'FISHEYE', 'PLATE_READER', 'THERMAL', 'OTHER');

-- CreateEnum
CREATE TYPE "CameraTechnology" AS ENUM ('IP', 'ANALOG');

-- CreateEnum
CREATE TYPE "CameraStatus" AS ENUM ('NORMAL', 'UNUSABLE', 'DAMAGED', 'UNDER_REPAIR', 'REMOVED');

-- CreateEnum
CREATE TYPE "StatusSource" AS ENUM ('REPORTED', 'VERIFIED', 'INFERRED');

-- CreateEnum
CREATE TYPE "ExportBy" AS ENUM ('STAFF', 'TECHNICIAN', 'NOBODY');

-- CreateEnum
CREATE TYPE "Symptom" AS ENUM ('NO_PICTURE', 'BLURRED', 'WRONG_DIRECTION', 'NOT_RECORDING', 'CLOCK_WRONG', 'VANDALISED', 'MISSING', 'OBSTRUCTED', 'OTHER');

-- CreateEnum
CREATE TYPE "Channel" AS ENUM ('LINE_CHAT', 'LIFF', 'IMPORT');

-- CreateEnum
CREATE TYPE "Verdict" AS ENUM ('FIXED', 'STILL_BROKEN');

-- CreateEnum
CREATE TYPE "WorkOrderState" AS ENUM ('NEW', 'ACKNOWLEDGED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING', 'REPAIRED', 'CLOSED', 'REJECTED', 'DUPLICATE');

-- CreateEnum
CREATE TYPE "Priority" AS ENUM ('URGENT', 'HIGH', 'NORMAL');

-- CreateEnum
CREATE TYPE "WaitingFor" AS ENUM ('PART', 'POWER', 'NETWORK', 'BUDGET', 'WARRANTY');

-- CreateEnum
CREATE TYPE "Cause" AS ENUM ('POWER', 'NETWORK', 'CAMERA', 'RECORDER', 'CABLE', 'WEATHER', 'VANDALISM', 'ACCIDENT', 'SETTINGS', 'OBSTRUCTION', 'OTHER');

-- CreateEnum
CREATE TYPE "WorkOrderEventKind" AS ENUM ('CREATED', 'JOINED', 'WITHDRAWN', 'ACKNOWLEDGED', 'ASSIGNED', 'STARTED', 'WAITING', 'RESUMED', 'FORWARDED', 'REJECTED', 'DUPLICATE', 'REPAIRED', 'CONFIRMED', 'REOPENED', 'NOT_CONFIRMED', 'PRIORITY', 'NOTE');

-- CreateEnum
CREATE TYPE "AttachmentState" AS ENUM ('PENDING', 'STORED', 'FAILED', 'ERASED');

-- CreateEnum
CREATE TYPE "InboundState" AS ENUM ('WAITING', 'DONE', 'PARKED');

-- CreateEnum
CREATE TYPE "OutboundState" AS ENUM ('WAITING', 'SENT', 'FAILED', 'SUPPRESSED');

-- CreateEnum
CREATE TYPE "NoticeLevel" AS ENUM ('NOW', 'SOON', 'QUIET');

-- CreateEnum
CREATE TYPE "NoticeState" AS ENUM ('WAITING', 'DELIVERED', 'HELD', 'SUPPRESSED');

-- CreateEnum
CREATE TYPE "DraftState" AS ENUM ('OPEN', 'KEPT');

-- CreateEnum
CREATE TYPE "AgencyKind" AS ENUM ('MUNICIPALITY', 'SUBDISTRICT_ORGANISATION', 'PROVINCIAL_ORGANISATION', 'POLICE', 'DISTRICT_OFFICE', 'PROVINCIAL_OFFICE', 'SCHOOL', 'HOSPITAL', 'HIGHWAYS', 'OTHER');

-- CreateEnum
CREATE TYPE "Language" AS ENUM ('TH', 'EN');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('OFFICIAL', 'TECHNICIAN', 'POLICE', 'OWNER', 'SECRETARY', 'COMMITTEE', 'NATIONAL', 'ADMIN');

-- CreateEnum
CREATE TYPE "AccessRequestState" AS ENUM ('PENDING', 'APPROVED', 'REFUSED');

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,
    "provinceCode" CHAR(2),
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Site" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "zone" "Zone" NOT NULL DEFAULT 'OTHER',
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,
    "provinceCode" CHAR(2) NOT NULL,
    "subdistrictCode" CHAR(6),
    "agencyId" UUID,

    CONSTRAINT "Site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Camera" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "siteId" UUID NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',
    "ownership" "Ownership" NOT NULL DEFAULT 'PUBLIC',
    "agencyId" UUID,
    "assetNumber" TEXT,
    "assetKey" TEXT,
    "kind" "CameraKind" NOT NULL DEFAULT 'FIXED',
    "technology" "CameraTechnology" NOT NULL DEFAULT 'IP',
    "megapixels" DOUBLE PRECISION,
    "nightVision" BOOLEAN,
    "direction" INTEGER,
    "fieldOfView" INTEGER,
    "range" INTEGER,
    "installed" DATE,
    "costSatang" BIGINT,
    "linked" BOOLEAN,
    "networkName" TEXT,
    "linkedAgency" TEXT,
    "upgradeNeeded" TEXT,
    "upgradeSatang" BIGINT,
    "upgradeAgency" TEXT,
    "recorderKind" TEXT,
    "retentionDays" INTEGER,
    "remoteViewing" BOOLEAN,
    "custodianName" TEXT,
    "custodianPhone" TEXT,
    "exportBy" "ExportBy",
    "custodianHours" TEXT,
    "maintainingAgencyId" UUID,
    "maintenanceSatang" BIGINT,
    "status" "CameraStatus" NOT NULL DEFAULT 'NORMAL',
    "statusSource" "StatusSource" NOT NULL DEFAULT 'REPORTED',
    "statusSince" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "verifiedAt" TIMESTAMPTZ(3),
    "verifiedById" UUID,

    CONSTRAINT "Camera_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FaultReport" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "provinceCode" CHAR(2) NOT NULL,
    "cameraId" UUID,
    "placeText" TEXT,
    "placeMessageId" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "placeErasedAt" TIMESTAMPTZ(3),
    "symptom" "Symptom" NOT NULL,
    "channel" "Channel" NOT NULL DEFAULT 'LINE_CHAT',
    "reporterId" UUID NOT NULL,
    "workOrderId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "releaseAt" TIMESTAMPTZ(3) NOT NULL,
    "releasedAt" TIMESTAMPTZ(3),
    "verdict" "Verdict",
    "verdictAt" TIMESTAMPTZ(3),
    "stars" INTEGER,

    CONSTRAINT "FaultReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportNote" (
    "id" UUID NOT NULL,
    "faultReportId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "lineMessageId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ReportNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkOrder" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "provinceCode" CHAR(2) NOT NULL,
    "agencyId" UUID,
    "cameraId" UUID,
    "state" "WorkOrderState" NOT NULL DEFAULT 'NEW',
    "priority" "Priority" NOT NULL DEFAULT 'NORMAL',
    "symptom" "Symptom" NOT NULL,
    "assigneeId" UUID,
    "waitingFor" "WaitingFor",
    "waitingNote" TEXT,
    "waitingSince" TIMESTAMPTZ(3),
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "releasedAt" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "pausedSeconds" INTEGER NOT NULL DEFAULT 0,
    "overdueToldAt" TIMESTAMPTZ(3),
    "acknowledgedAt" TIMESTAMPTZ(3),
    "repairedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "cause" "Cause",
    "costSatang" BIGINT,
    "confirmed" BOOLEAN,
    "reopened" INTEGER NOT NULL DEFAULT 0,
    "reopenedAt" TIMESTAMPTZ(3),
    "duplicateOfId" UUID,
    "statusBefore" "CameraStatus",

    CONSTRAINT "WorkOrder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkOrderEvent" (
    "id" UUID NOT NULL,
    "workOrderId" UUID NOT NULL,
    "kind" "WorkOrderEventKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,
    "fromState" "WorkOrderState",
    "toState" "WorkOrderState",
    "reason" TEXT,
    "lineMessageId" TEXT,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "WorkOrderEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkOrderFollower" (
    "workOrderId" UUID NOT NULL,
    "userId" UUID NOT NULL,

    CONSTRAINT "WorkOrderFollower_pkey" PRIMARY KEY ("workOrderId","userId")
);

-- CreateTable
CREATE TABLE "Attachment" (
    "id" UUID NOT NULL,
    "faultReportId" UUID,
    "workOrderId" UUID,
    "uploadedById" UUID NOT NULL,
    "state" "AttachmentState" NOT NULL DEFAULT 'PENDING',
    "lineMessageId" TEXT,
    "sourceUrl" TEXT,
    "storageKey" TEXT,
    "contentType" TEXT,
    "bytes" INTEGER,
    "width" INTEGER,
    "height" INTEGER,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "error" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InboundEvent" (
    "id" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "timestamp" BIGINT NOT NULL,
    "payload" JSONB NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" "InboundState" NOT NULL DEFAULT 'WAITING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" TIMESTAMPTZ(3),
    "error" TEXT,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "InboundEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutboundMessage" (
    "id" UUID NOT NULL,
    "recipient" TEXT NOT NULL,
    "messages" JSONB NOT NULL,
    "about" TEXT[],
    "replyToken" TEXT,
    "replyTokenAt" TIMESTAMPTZ(3),
    "state" "OutboundState" NOT NULL DEFAULT 'WAITING',
    "notBefore" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sentAs" TEXT,
    "status" INTEGER,
    "error" TEXT,
    "requestId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "OutboundMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SentMessage" (
    "messageId" TEXT NOT NULL,
    "chatId" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SentMessage_pkey" PRIMARY KEY ("messageId")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "userId" UUID,
    "agencyId" UUID,
    "level" "NoticeLevel" NOT NULL,
    "kind" TEXT NOT NULL,
    "about" TEXT,
    "data" JSONB NOT NULL,
    "state" "NoticeState" NOT NULL DEFAULT 'WAITING',
    "notBefore" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deliveredAt" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" UUID NOT NULL,
    "lane" TEXT NOT NULL,
    "dialogue" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "misses" INTEGER NOT NULL DEFAULT 0,
    "aside" JSONB,
    "state" "DraftState" NOT NULL DEFAULT 'OPEN',
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LineAccount" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "botUserId" TEXT,
    "basicId" TEXT,
    "displayName" TEXT,
    "quotaLimit" INTEGER,
    "quotaUsed" INTEGER NOT NULL DEFAULT 0,
    "quotaMonth" TEXT,
    "checkedAt" TIMESTAMPTZ(3),

    CONSTRAINT "LineAccount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Job" (
    "name" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "lastError" TEXT,

    CONSTRAINT "Job_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "Agency" (
    "id" UUID NOT NULL,
    "provinceCode" CHAR(2) NOT NULL,
    "districtCode" CHAR(4),
    "name" TEXT NOT NULL,
    "nameEn" TEXT,
    "kind" "AgencyKind" NOT NULL,
    "phone" TEXT,
    "lineGroupId" TEXT,

    CONSTRAINT "Agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "lineUserId" TEXT NOT NULL,
    "displayName" TEXT,
    "language" "Language" NOT NULL DEFAULT 'TH',
    "reachable" BOOLEAN NOT NULL DEFAULT true,
    "menuLinked" TEXT,
    "menuWanted" TEXT NOT NULL DEFAULT 'everyone',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "provinceCode" CHAR(2) NOT NULL,
    "agencyId" UUID,
    "suspendedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "codeHash" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "provinceCode" CHAR(2) NOT NULL,
    "agencyId" UUID,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "maxUses" INTEGER NOT NULL DEFAULT 1,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "createdById" UUID,
    "revokedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccessRequest" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "provinceCode" CHAR(2) NOT NULL,
    "agencyId" UUID,
    "fullName" TEXT NOT NULL,
    "state" "AccessRequestState" NOT NULL DEFAULT 'PENDING',
    "reason" TEXT,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AccessRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Province" (
    "code" CHAR(2) NOT NULL,
    "nameTh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "lastCamera" INTEGER NOT NULL DEFAULT 0,
    "urgentDays" INTEGER NOT NULL DEFAULT 1,
    "highDays" INTEGER NOT NULL DEFAULT 3,
    "normalDays" INTEGER NOT NULL DEFAULT 7,
    "confirmDays" INTEGER NOT NULL DEFAULT 7,

    CONSTRAINT "Province_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "District" (
    "code" CHAR(4) NOT NULL,
    "provinceCode" CHAR(2) NOT NULL,
    "nameTh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,

    CONSTRAINT "District_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Subdistrict" (
    "code" CHAR(6) NOT NULL,
    "districtCode" CHAR(4) NOT NULL,
    "nameTh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "postcode" CHAR(5),

    CONSTRAINT "Subdistrict_pkey" PRIMARY KEY ("code")
);

-- CreateIndex
CREATE INDEX "AuditEntry_subject_idx" ON "AuditEntry"("subject");

-- CreateIndex
CREATE INDEX "AuditEntry_provinceCode_at_idx" ON "AuditEntry"("provinceCode", "at");

-- CreateIndex
CREATE INDEX "Site_provinceCode_idx" ON "Site"("provinceCode");

-- CreateIndex
CREATE INDEX "Site_agencyId_idx" ON "Site"("agencyId");

-- CreateIndex
CREATE UNIQUE INDEX "Camera_code_key" ON "Camera"("code");

-- CreateIndex
CREATE INDEX "Camera_siteId_idx" ON "Camera"("siteId");

-- CreateIndex
CREATE INDEX "Camera_agencyId_idx" ON "Camera"("agencyId");

-- CreateIndex
CREATE INDEX "Camera_assetKey_idx" ON "Camera"("assetKey");

-- CreateIndex
CREATE UNIQUE INDEX "FaultReport_number_key" ON "FaultReport"("number");

-- CreateIndex
CREATE INDEX "FaultReport_reporterId_createdAt_idx" ON "FaultReport"("reporterId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "FaultReport_workOrderId_idx" ON "FaultReport"("workOrderId");

-- CreateIndex
CREATE INDEX "FaultReport_cameraId_idx" ON "FaultReport"("cameraId");

-- CreateIndex
CREATE INDEX "ReportNote_faultReportId_idx" ON "ReportNote"("faultReportId");

-- CreateIndex
CREATE INDEX "ReportNote_lineMessageId_idx" ON "ReportNote"("lineMessageId");

-- CreateIndex
CREATE UNIQUE INDEX "WorkOrder_number_key" ON "WorkOrder"("number");

-- CreateIndex
CREATE INDEX "WorkOrder_agencyId_state_dueAt_idx" ON "WorkOrder"("agencyId", "state", "dueAt");

-- CreateIndex
CREATE INDEX "WorkOrder_assigneeId_state_dueAt_idx" ON "WorkOrder"("assigneeId", "state", "dueAt");

-- CreateIndex
CREATE INDEX "WorkOrder_provinceCode_state_dueAt_idx" ON "WorkOrder"("provinceCode", "state", "dueAt");

-- CreateIndex
CREATE INDEX "WorkOrder_cameraId_idx" ON "WorkOrder"("cameraId");

-- CreateIndex
CREATE INDEX "WorkOrderEvent_workOrderId_at_idx" ON "WorkOrderEvent"("workOrderId", "at");

-- CreateIndex
CREATE INDEX "WorkOrderEvent_lineMessageId_idx" ON "WorkOrderEvent"("lineMessageId");

-- CreateIndex
CREATE UNIQUE INDEX "Attachment_lineMessageId_key" ON "Attachment"("lineMessageId");

-- CreateIndex
CREATE INDEX "Attachment_faultReportId_idx" ON "Attachment"("faultReportId");

-- CreateIndex
CREATE INDEX "Attachment_workOrderId_idx" ON "Attachment"("workOrderId");

-- CreateIndex
CREATE INDEX "Attachment_state_notBefore_idx" ON "Attachment"("state", "notBefore");

-- CreateIndex
CREATE INDEX "SentMessage_sentAt_idx" ON "SentMessage"("sentAt");

-- CreateIndex
CREATE INDEX "Notice_userId_state_idx" ON "Notice"("userId", "state");

-- CreateIndex
CREATE INDEX "Notice_about_state_idx" ON "Notice"("about", "state");

-- CreateIndex
CREATE INDEX "Notice_state_level_notBefore_idx" ON "Notice"("state", "level", "notBefore");

-- CreateIndex
CREATE UNIQUE INDEX "Draft_lane_dialogue_key" ON "Draft"("lane", "dialogue");

-- CreateIndex
CREATE UNIQUE INDEX "Agency_lineGroupId_key" ON "Agency"("lineGroupId");

-- CreateIndex
CREATE UNIQUE INDEX "Agency_provinceCode_name_key" ON "Agency"("provinceCode", "name");

-- CreateIndex
CREATE UNIQUE INDEX "User_lineUserId_key" ON "User"("lineUserId");

-- CreateIndex
CREATE INDEX "Membership_provinceCode_role_idx" ON "Membership"("provinceCode", "role");

-- CreateIndex
CREATE INDEX "Membership_agencyId_idx" ON "Membership"("agencyId");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_userId_role_provinceCode_agencyId_key" ON "Membership"("userId", "role", "provinceCode", "agencyId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_codeHash_key" ON "Invitation"("codeHash");

-- CreateIndex
CREATE INDEX "AccessRequest_provinceCode_state_idx" ON "AccessRequest"("provinceCode", "state");

-- CreateIndex
CREATE INDEX "District_provinceCode_idx" ON "District"("provinceCode");

-- CreateIndex
CREATE INDEX "Subdistrict_districtCode_idx" ON "Subdistrict"("districtCode");

-- AddForeignKey
ALTER TABLE "Site" ADD CONSTRAINT "Site_provinceCode_fkey" FOREIGN KEY ("provinceCode") REFERENCES "Province"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Site" ADD CONSTRAINT "Site_subdistrictCode_fkey" FOREIGN KEY ("subdistrictCode") REFERENCES "Subdistrict"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Site" ADD CONSTRAINT "Site_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Camera" ADD CONSTRAINT "Camera_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Camera" ADD CONSTRAINT "Camera_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Camera" ADD CONSTRAINT "Camera_maintainingAgencyId_fkey" FOREIGN KEY ("maintainingAgencyId") REFERENCES "Agency"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FaultReport" ADD CONSTRAINT "FaultReport_provinceCode_fkey" FOREIGN KEY ("provinceCode") REFERENCES "Province"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FaultReport" ADD CONSTRAINT "FaultReport_cameraId_fkey" FOREIGN KEY ("cameraId") REFERENCES "Camera"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FaultReport" ADD CONSTRAINT "FaultReport_reporterId_fkey" FOREIGN KEY ("reporterId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FaultReport" ADD CONSTRAINT "FaultReport_workOrderId_fkey" FOREIGN KEY ("workOrderId") REFERENCES "WorkOrder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportNote" ADD CONSTRAINT "ReportNote_faultReportId_fkey" FOREIGN KEY ("faultReportId") REFERENCES "FaultReport"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkOrder" ADD CONSTRAINT "WorkOrder_provinceCode_fkey" FOREIGN KEY ("provinceCode") REFERENCES "Province"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkOrder" ADD CONSTRAINT "WorkOrder_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkOrder" ADD CONSTRAINT "WorkOrder_cameraId_fkey" FOREIGN KEY ("cameraId") REFERENCES "Camera"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkOrder" ADD CONSTRAINT "WorkOrder_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkOrder" ADD CONSTRAINT "WorkOrder_duplicateOfId_fkey" FOREIGN KEY ("duplicateOfId") REFERENCES "WorkOrder"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkOrderEvent" ADD CONSTRAINT "WorkOrderEvent_workOrderId_fkey" FOREIGN KEY ("workOrderId") REFERENCES "WorkOrder"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkOrderFollower" ADD CONSTRAINT "WorkOrderFollower_workOrderId_fkey" FOREIGN KEY ("workOrderId") REFERENCES "WorkOrder"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkOrderFollower" ADD CONSTRAINT "WorkOrderFollower_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_faultReportId_fkey" FOREIGN KEY ("faultReportId") REFERENCES "FaultReport"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_workOrderId_fkey" FOREIGN KEY ("workOrderId") REFERENCES "WorkOrder"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Agency" ADD CONSTRAINT "Agency_provinceCode_fkey" FOREIGN KEY ("provinceCode") REFERENCES "Province"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Agency" ADD CONSTRAINT "Agency_districtCode_fkey" FOREIGN KEY ("districtCode") REFERENCES "District"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_provinceCode_fkey" FOREIGN KEY ("provinceCode") REFERENCES "Province"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_provinceCode_fkey" FOREIGN KEY ("provinceCode") REFERENCES "Province"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessRequest" ADD CONSTRAINT "AccessRequest_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessRequest" ADD CONSTRAINT "AccessRequest_provinceCode_fkey" FOREIGN KEY ("provinceCode") REFERENCES "Province"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessRequest" ADD CONSTRAINT "AccessRequest_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "District" ADD CONSTRAINT "District_provinceCode_fkey" FOREIGN KEY ("provinceCode") REFERENCES "Province"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Subdistrict" ADD CONSTRAINT "Subdistrict_districtCode_fkey" FOREIGN KEY ("districtCode") REFERENCES "District"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say ------------------------------------------------------------------------------------------

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Nearest cameras: k nearest sites by index order.
CREATE INDEX "Site_position" ON "Site" USING gist (point("longitude", "latitude"));
-- Names as they sound, tolerant of spelling: the expression of domain/cameras/spelling.ts, searchKeyOf.
CREATE INDEX "Site_search" ON "Site" USING gin ((translate(lower(replace("name", 'เเ', 'แ')), '๐๑๒๓๔๕๖๗๘๙ศษณญฎฏฐฑฒธภฆฌฬใฃฅๅำ่้๊๋็์ํ๎ฺฯ !"#$%&''()*+,-./:;<=>?@[\]^_`{|}~–—‘’“”…', '0123456789สสนยดตถทททพคชลไขคาา')) gin_trgm_ops);
CREATE INDEX "Camera_search" ON "Camera" USING gin ((translate(lower(replace("label", 'เเ', 'แ')), '๐๑๒๓๔๕๖๗๘๙ศษณญฎฏฐฑฒธภฆฌฬใฃฅๅำ่้๊๋็์ํ๎ฺฯ !"#$%&''()*+,-./:;<=>?@[\]^_`{|}~–—‘’“”…', '0123456789สสนยดตถทททพคชลไขคาา')) gin_trgm_ops) WHERE "label" <> '';

-- At most one open work order per camera, whoever reports at the same instant.
CREATE UNIQUE INDEX "WorkOrder_one_open_per_camera" ON "WorkOrder" ("cameraId")
  WHERE "cameraId" IS NOT NULL AND "state" NOT IN ('CLOSED', 'REJECTED', 'DUPLICATE');

-- A role of a whole province is held once, too.
CREATE UNIQUE INDEX "Membership_once" ON "Membership" ("userId", "role", "provinceCode", "agencyId") NULLS NOT DISTINCT;
-- One waiting request per person, role and province.
CREATE UNIQUE INDEX "AccessRequest_one_pending" ON "AccessRequest" ("userId", "role", "provinceCode") WHERE "state" = 'PENDING';

-- What the inbox and the outbox look for every second stays small.
CREATE INDEX "InboundEvent_waiting" ON "InboundEvent" ("lane", "timestamp", "receivedAt") WHERE "state" = 'WAITING';
CREATE INDEX "InboundEvent_parked" ON "InboundEvent" ("receivedAt") WHERE "state" = 'PARKED';
CREATE INDEX "OutboundMessage_waiting" ON "OutboundMessage" ("recipient", "createdAt") WHERE "state" = 'WAITING';
CREATE INDEX "FaultReport_unreleased" ON "FaultReport" ("releaseAt") WHERE "releasedAt" IS NULL;

ALTER TABLE "FaultReport" ADD CONSTRAINT "FaultReport_stars" CHECK ("stars" BETWEEN 1 AND 5);
ALTER TABLE "WorkOrder" ADD CONSTRAINT "WorkOrder_cost" CHECK ("costSatang" >= 0);
ALTER TABLE "WorkOrder" ADD CONSTRAINT "WorkOrder_repaired_has_cause" CHECK ("state" <> 'REPAIRED' OR ("cause" IS NOT NULL AND "costSatang" IS NOT NULL));
ALTER TABLE "Camera" ADD CONSTRAINT "Camera_direction" CHECK ("direction" BETWEEN 0 AND 359);
ALTER TABLE "Site" ADD CONSTRAINT "Site_position_on_earth" CHECK ("latitude" BETWEEN -90 AND 90 AND "longitude" BETWEEN -180 AND 180);
