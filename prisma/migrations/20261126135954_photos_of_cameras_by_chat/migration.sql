-- CreateTable
CREATE TABLE "ChatPhotoWanted" (
    "userId" UUID NOT NULL,
    "cameraId" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ChatPhotoWanted_pkey" PRIMARY KEY ("userId")
);

-- AddForeignKey
ALTER TABLE "ChatPhotoWanted" ADD CONSTRAINT "ChatPhotoWanted_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChatPhotoWanted" ADD CONSTRAINT "ChatPhotoWanted_cameraId_fkey" FOREIGN KEY ("cameraId") REFERENCES "Camera"("id") ON DELETE CASCADE ON UPDATE CASCADE;
