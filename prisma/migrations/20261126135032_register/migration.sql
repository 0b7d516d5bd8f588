-- CreateIndex
CREATE INDEX "Camera_agencyId_code_idx" ON "Camera"("agencyId", "code");

-- CreateIndex
CREATE INDEX "Camera_status_code_idx" ON "Camera"("status", "code");

-- CreateIndex
CREATE INDEX "Camera_kind_code_idx" ON "Camera"("kind", "code");

-- CreateIndex
CREATE INDEX "Camera_completeness_code_idx" ON "Camera"("completeness", "code");

-- CreateIndex
CREATE INDEX "Camera_statusSince_code_idx" ON "Camera"("statusSince", "code");

-- CreateIndex
CREATE INDEX "Site_provinceCode_name_id_idx" ON "Site"("provinceCode", "name", "id");

-- CreateIndex
CREATE INDEX "Site_subdistrictCode_idx" ON "Site"("subdistrictCode");
