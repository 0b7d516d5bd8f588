import { both } from './both'

/** Problems and suggestions. */
export const problems = both({
  th: {
    title: 'ปัญหาและข้อเสนอแนะ',
    tell: 'แจ้งปัญหาหรือข้อเสนอแนะ',
    change: 'แก้ไขเรื่องที่แจ้ง',
    again: 'แจ้งอีกครั้ง',
    none: 'ยังไม่มีเรื่องที่แจ้งไว้',
    noneHint: 'บอกปัญหาและสิ่งที่จะช่วยได้ สำนักงานจังหวัดและคณะกรรมการเห็นเรื่องนี้',
    noneHintReader: 'เมื่อหน่วยงานแจ้งปัญหาหรือข้อเสนอแนะ จะแสดงที่นี่',
    stored: (number: string) => `รับ ${number} แล้ว`,
    topic: 'เรื่อง',
    text: 'ปัญหาหรือข้อเสนอแนะ',
    textHelp: 'พิมพ์ หรือกดไมโครโฟนบนแป้นพิมพ์แล้วพูด',
    suggestion: 'สิ่งที่จะช่วยได้',
  },
  en: {
    title: 'Problems and suggestions',
    tell: 'Tell a problem or suggestion',
    change: 'Change what was told',
    again: 'Tell it again',
    none: 'Nothing was told yet',
    noneHint: 'Say what is wrong and what would help. The provincial office and the committee see it.',
    noneHintReader: 'What agencies tell is shown here.',
    stored: number => `${number} is stored`,
    topic: 'Topic',
    text: 'Problem or suggestion',
    textHelp: 'Type, or speak with the microphone of your keyboard',
    suggestion: 'What would help',
  },
})
