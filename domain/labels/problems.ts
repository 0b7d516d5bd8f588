/** What can go wrong with a request before it reaches the domain: HTTP status and the sentence in both languages, saying what to do next. */
export const problems = {
  signInNeeded: {
    status: 401,
    th: 'ยังไม่ได้เข้าสู่ระบบ หรือหมดเวลาแล้ว เข้าสู่ระบบอีกครั้งด้วย LINE',
    en: 'You are not signed in, or not any more. Sign in again with LINE.',
  },
  signInExpired: {
    status: 401,
    th: 'การเข้าสู่ระบบจาก LINE หมดอายุแล้ว เข้าสู่ระบบอีกครั้ง หากยังเข้าไม่ได้ ตรวจว่าวันและเวลาของเครื่องถูกต้อง',
    en: 'The sign-in from LINE has expired. Sign in again. If that does not help, check the date and time of your device.',
  },
  signInRefused: {
    status: 401,
    th: 'ยืนยันตัวตนจาก LINE ไม่สำเร็จ ปิดหน้านี้แล้วเปิดจากแชตอีกครั้ง',
    en: 'LINE could not confirm who you are. Close this page and open it from the chat again.',
  },
  signInNotSetUp: {
    status: 503,
    th: 'แอปนี้ยังไม่ได้ตั้งค่าการเข้าสู่ระบบ ผู้ดูแลระบบต้องตั้ง LINE_LOGIN_CHANNEL_ID และ LIFF_ID',
    en: 'Signing in is not set up yet. Whoever runs this must set LINE_LOGIN_CHANNEL_ID and LIFF_ID.',
  },
  lineNotReached: {
    status: 503,
    th: 'ติดต่อ LINE เพื่อยืนยันตัวตนไม่ได้ในขณะนี้ รอสักครู่แล้วลองอีกครั้ง',
    en: 'LINE cannot be reached to confirm who you are. Wait a moment and try again.',
  },
  inputInvalid: {
    status: 422,
    th: 'ยังบันทึกไม่ได้ แก้ไขข้อมูลที่ระบุไว้ แล้วลองอีกครั้ง',
    en: 'Not saved yet. Correct what is marked, then try again.',
  },
  notJson: {
    status: 400,
    th: 'อ่านข้อมูลที่ส่งมาไม่ได้ ต้องเป็น JSON ที่ถูกต้อง',
    en: 'The body could not be read. It must be well-formed JSON.',
  },
  tooLarge: {
    status: 413,
    th: 'ข้อมูลที่ส่งมาใหญ่เกินไป ส่งทีละส่วน',
    en: 'That is too much at once. Send it in parts.',
  },
  notAPhoto: {
    status: 422,
    th: 'ไฟล์นี้ไม่ใช่รูปถ่าย เลือกรูป JPEG, PNG, WebP หรือ GIF',
    en: 'This file is not a photo. Choose a JPEG, PNG, WebP or GIF.',
  },
  photoTooLarge: {
    status: 413,
    th: 'รูปใหญ่เกินไป ส่งได้ไม่เกิน 10 MB และ 50 ล้านพิกเซล ย่อรูปแล้วลองอีกครั้ง',
    en: 'The photo is too large: at most 10 MB and 50 megapixels. Make it smaller and try again.',
  },
  photoDamaged: {
    status: 422,
    th: 'เปิดรูปนี้ไม่ได้ ไฟล์อาจเสียหาย ถ่ายใหม่หรือเลือกรูปอื่น',
    en: 'This photo cannot be opened; its file may be damaged. Take it again or choose another one.',
  },
  keyInvalid: {
    status: 422,
    th: 'Idempotency-Key ต้องเป็น UUID',
    en: 'The Idempotency-Key must be a UUID.',
  },
  keyUsed: {
    status: 422,
    th: 'Idempotency-Key นี้ใช้กับคำขออื่นไปแล้ว ใช้รหัสใหม่',
    en: 'This Idempotency-Key was used for another request. Use a new one.',
  },
  apiKeyUnknown: {
    status: 401,
    th: 'ไม่รู้จักกุญแจนี้ ตรวจว่าคัดลอกมาครบ (ขึ้นต้นด้วย sgk_) และส่งในรูป Authorization: Bearer …',
    en: 'This key is not known. Check that it was copied whole (it begins with sgk_) and is sent as Authorization: Bearer …',
  },
  apiKeyRevoked: {
    status: 401,
    th: 'กุญแจนี้ถูกยกเลิกแล้ว ขอดอกใหม่จากผู้ดูแลระดับจังหวัด',
    en: 'This key was revoked. Ask the secretary of the province for another one.',
  },
  apiKeyExpired: {
    status: 401,
    th: 'กุญแจนี้หมดอายุแล้ว ขอดอกใหม่จากผู้ดูแลระดับจังหวัด',
    en: 'This key has expired. Ask the secretary of the province for another one.',
  },
  apiKeyNotHere: {
    status: 401,
    th: 'ที่อยู่นี้ใช้กุญแจไม่ได้ ต้องเข้าสู่ระบบด้วย LINE ดูที่อยู่ที่อ่านด้วยกุญแจได้ที่ /api/docs',
    en: 'This address takes no key: one has to sign in with LINE. Those that can be read with a key are listed at /api/docs.',
  },
  apiKeyScope: {
    status: 403,
    th: 'กุญแจนี้ไม่มีสิทธิ์ {scope} ขอกุญแจที่มีสิทธิ์นี้จากผู้ดูแลระดับจังหวัด',
    en: 'This key is not for {scope}. Ask the secretary of the province for one that is.',
  },
  tooManyRequests: {
    status: 429,
    th: 'ใช้งานถี่เกินไป รออีก {seconds} วินาทีแล้วลองใหม่',
    en: 'Too many requests. Wait {seconds} seconds and try again.',
  },
  otherSite: {
    status: 403,
    th: 'คำขอนี้มาจากเว็บไซต์อื่น เปิดหน้านี้จากแชต แล้วลองอีกครั้ง',
    en: 'This request came from another website. Open the page from the chat and try again.',
  },
  nothingHere: {
    status: 404,
    th: 'ไม่มีที่อยู่นี้ ดูรายการทั้งหมดที่ /api/docs',
    en: 'There is nothing at this address. All of them are listed at /api/docs.',
  },
  unexpected: {
    status: 500,
    th: 'ระบบขัดข้องชั่วคราว ลองอีกครั้ง หากยังไม่ได้ แจ้งรหัสนี้กับผู้ดูแลระบบ: {request}',
    en: 'Something went wrong. Try again; if it goes on, tell whoever runs this this code: {request}',
  },
} as const
