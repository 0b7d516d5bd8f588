import { both } from './both'

/** Places of private cameras; their pages bring their own texts (`pages/owners/texts.ts`). */
export const owners = both({
  th: { title: 'กล้องของฉัน', register: 'ลงทะเบียนกล้อง', checks: 'กล้องรอตรวจ', cooperation: 'ความร่วมมือ', ask: 'ขอความร่วมมือ', privacy: 'ความเป็นส่วนตัว' },
  en: { title: 'My cameras', register: 'Register a camera', checks: 'Cameras to check', cooperation: 'Co-operation', ask: 'Ask for co-operation', privacy: 'Privacy' },
})
