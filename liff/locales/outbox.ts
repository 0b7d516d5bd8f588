import { both } from './both'

/** What waits to be sent. */
export const outbox = both({
  th: {
    title: 'รอส่ง',
    count: (n: number) => `รอส่ง ${n}`,
    needsYou: (n: number) => `ต้องดู ${n}`,
    empty: 'ส่งครบแล้ว',
    emptyHint: 'สิ่งที่บันทึกตอนไม่มีสัญญาณจะรออยู่ที่นี่ แล้วส่งเองเมื่อมีสัญญาณ',
    noNetwork: 'ไม่มีสัญญาณ ทุกอย่างเก็บไว้ในเครื่องนี้ และจะส่งเองเมื่อมีสัญญาณ',
    goesOut: 'กำลังส่งทีละรายการ ปิดหน้านี้ได้ รายการที่เหลือจะส่งเมื่อเปิดแอปครั้งหน้า',
    waiting: 'รอส่ง',
    sending: (percent: number) => `กำลังส่ง ${percent}%`,
    stuck: 'ต้องให้คุณดู',
    kept: 'เก็บไว้ในเครื่องแล้ว จะส่งเองเมื่อมีสัญญาณ',
    now: 'ส่งตอนนี้',
    drop: 'ไม่ส่งรายการนี้',
    dropped: 'นำออกแล้ว',
    what: { site: 'จุดติดตั้ง', camera: 'กล้อง', photo: 'รูป', status: 'สถานะ', removal: 'การนำออก' },
  },
  en: {
    title: 'To be sent',
    count: (n: number) => `To send: ${n}`,
    needsYou: (n: number) => `Needs you: ${n}`,
    empty: 'Everything was sent',
    emptyHint: 'What you save without a network waits here and goes out by itself.',
    noNetwork: 'There is no network. Everything is kept on this device and goes out by itself.',
    goesOut: 'Going out one by one. You can close this page; the rest goes out the next time the app is open.',
    waiting: 'Waiting',
    sending: (percent: number) => `Sending ${percent}%`,
    stuck: 'Needs you',
    kept: 'Kept on this device; it goes out when there is a network',
    now: 'Send now',
    drop: 'Do not send this',
    dropped: 'Taken out',
    what: { site: 'Point', camera: 'Camera', photo: 'Photo', status: 'Status', removal: 'Removal' },
  },
})
