import type { BotMessage } from './api'
import type { Camera } from './orders'
import { place, tap, text } from './events'

/** One thing said, which may depend on the answer before it. */
type Act = (answer: BotMessage[]) => object

const done = () => text('เสร็จ')

/** What people say, a day's mix: reporting by place and by code, adding a detail, following, help. */
export const rounds: Array<(camera: Camera) => Act[]> = [
  ({ latitude, longitude }) => [() => text('แจ้งกล้องเสีย'), () => place(latitude, longitude), answer => tap(buttonIn(answer, 'ไม่มีภาพ')), done],
  ({ code }) => [() => text(code), () => text('ภาพไม่ชัด'), () => text('เห็นเป็นฝ้ามาสามวันแล้ว'), done],
  () => [() => text('ติดตามเรื่อง')],
  ({ code }) => [() => text(`กล้อง ${code} ไม่บันทึก`), done, () => text('ติดตามเรื่อง')],
  () => [() => text('วิธีใช้')],
]

/** The data of the first button with this label; an echo has none, and gets something as long. */
function buttonIn(answer: unknown, label: string): string {
  return find(answer, label) ?? 's.report.{"camera":"018f0000-0000-7000-8000-000000000000","symptom":"NO_PICTURE"}'
}

function find(node: unknown, label: string): string | undefined {
  if (typeof node !== 'object' || node === null) return undefined
  const action = node as { label?: unknown, data?: unknown }
  if (action.label === label && typeof action.data === 'string') return action.data
  for (const inner of Object.values(node)) {
    const found = find(inner, label)
    if (found) return found
  }
  return undefined
}
