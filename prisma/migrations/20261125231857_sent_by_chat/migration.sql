-- CreateIndex
CREATE INDEX "SentMessage_chatId_sentAt_idx" ON "SentMessage"("chatId", "sentAt" DESC);
