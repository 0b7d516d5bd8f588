import { computed } from 'vue'
import { useLocale } from '../../locales'
import { both } from '../../locales/both'

const texts = both({
  th: {
    none: 'ยังไม่มีคำขอความร่วมมือ',
    noneHint: 'ตำรวจขอความร่วมมือได้จากหน้าของกล้อง เมื่อมีคำขอถึงคุณจะแสดงที่นี่',
    kind: 'ขออะไร',
    direction: 'หันไปทาง',
    point: 'จุดที่อยากให้เห็น',
    pointHelp: 'แตะแผนที่เพื่อปักหมุด ห่างจากกล้องไม่เกิน 500 เมตร',
    gain: 'เห็นเพิ่ม',
    metres: (n: number) => `ประมาณ ${n.toLocaleString('en-US')} ตร.ม. ที่ยังไม่มีกล้องเห็น`,
    note: 'ข้อความถึงผู้ดูแลกล้อง',
    free: 'เป็นการขอความร่วมมือ ไม่ใช่คำสั่ง ผู้ดูแลกล้องปฏิเสธได้เสมอโดยไม่ต้องบอกเหตุผล',
    send: 'ส่งคำขอ',
    sent: 'ส่งคำขอแล้ว เมื่อมีคำตอบจะแจ้งให้ทราบ',
    from: 'ผู้ขอ',
    said: 'ข้อความ',
    taken: 'ข้อความถูกยกเลิก',
    gone: 'เจ้าของนำกล้องออกแล้ว',
    askedOn: 'ขอเมื่อ',
    noted: 'บันทึกแล้ว',
    code: 'รหัสกล้อง',
  },
  en: {
    none: 'There are no requests for co-operation',
    noneHint: 'The police ask on the page of a camera. What is asked of you is shown here.',
    kind: 'What',
    direction: 'Turned to',
    point: 'Point to be seen',
    pointHelp: 'Tap the map to put a pin, at most 500 metres from the camera.',
    gain: 'More is seen',
    metres: n => `about ${n.toLocaleString('en-US')} m² that no camera sees yet`,
    note: 'Message to whoever keeps the camera',
    free: 'This is a request, not an order. Whoever keeps the camera may always say no, without a reason.',
    send: 'Send the request',
    sent: 'The request was sent. You will be told what they answer.',
    from: 'Asked by',
    said: 'Message',
    taken: 'Message taken back',
    gone: 'The owner took the camera out',
    askedOn: 'Asked',
    noted: 'Noted',
    code: 'Camera code',
  },
})

/** Texts of co-operation, in the language of the screen. */
export function useCooperationTexts() {
  const { language } = useLocale()
  return computed(() => language.value === 'TH' ? texts.th : texts.en)
}
