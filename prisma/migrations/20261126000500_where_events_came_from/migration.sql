-- AlterTable
ALTER TABLE "InboundEvent" ADD COLUMN     "requestId" TEXT,
ADD COLUMN     "traceparent" TEXT;
