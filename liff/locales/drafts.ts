import { both } from './both'

/** Forms that are kept while they are typed. */
export const drafts = both({
  th: {
    left: 'ทำต่อจากเดิมไหม',
    leftAt: (when: string) => `มีข้อมูลที่กรอกค้างไว้เมื่อ ${when}`,
    resume: 'ทำต่อจากเดิม',
    afresh: 'เริ่มใหม่',
    savedAt: (time: string) => `เก็บที่กรอกไว้แล้ว ${time}`,
  },
  en: {
    left: 'Go on where you left off?',
    leftAt: (when: string) => `You left something unfinished on ${when}.`,
    resume: 'Go on',
    afresh: 'Start afresh',
    savedAt: (time: string) => `What you typed is kept, ${time}`,
  },
})
