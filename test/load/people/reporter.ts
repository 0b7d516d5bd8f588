import type { Person, Scene } from './person'
import { textsOf } from '../../helpers/messages'
import { anyOf } from './person'

const symptoms = ['ไม่มีภาพ', 'ภาพไม่ชัด', 'ถูกทำลาย', 'กล้องหาย']
const details = ['ดับตั้งแต่เมื่อคืน สายห้อยลงมา', 'เห็นเป็นฝ้ามาสามวันแล้ว', 'เสาเอียงหลังรถชน', 'มืดสนิททั้งคืน']

/** What somebody with a broken camera before them does, over and over, a day's mix of it. */
export async function reporter(me: Person, scene: Scene): Promise<never> {
  await me.follows()
  for (;;) {
    const dice = Math.random()
    if (dice < 0.4) await reportsByPlace(me, scene)
    else if (dice < 0.65) await reportsInOneSentence(me, scene)
    else if (dice < 0.9) await looksAfterReports(me)
    else await me.says('help', 'วิธีใช้')
  }
}

async function reportsByPlace(me: Person, scene: Scene): Promise<void> {
  await me.says('report', 'แจ้งกล้องเสีย')
  const { latitude, longitude } = anyOf(scene.places)!
  await me.sendsPlace({ latitude: latitude + (Math.random() - 0.5) / 100, longitude: longitude + (Math.random() - 0.5) / 100 })
  for (const code of textsOf(me.sees).join(' ').match(/\b\d{2}-\d{5}\b/g) ?? []) if (!scene.codes.includes(code)) scene.codes.push(code)
  if (await me.taps('symptom', anyOf(symptoms)!, 'ไม่มีภาพ')) await tellsMore(me)
  else await me.says('cancel', 'ยกเลิก')
}

async function reportsInOneSentence(me: Person, scene: Scene): Promise<void> {
  const code = anyOf(scene.codes)
  if (!code) return reportsByPlace(me, scene)
  await me.says('sentence', `กล้อง ${code} ${anyOf(symptoms)}`)
  await tellsMore(me)
}

async function tellsMore(me: Person): Promise<void> {
  if (Math.random() < 0.4) await me.sendsPhoto()
  if (Math.random() < 0.4) await me.says('details', anyOf(details)!)
  await me.says('done', 'เสร็จ')
}

/** Asks how it stands; confirms what was repaired, and gives stars. */
async function looksAfterReports(me: Person): Promise<void> {
  await me.says('my reports', 'ติดตามเรื่อง')
  if (await me.taps('confirm', 'ใช้ได้แล้ว')) await me.taps('stars', '★★★★★', /^★/)
}
