import type { Person } from './person'
import { setTimeout as sleep } from 'node:timers/promises'
import { causeLabels } from '../../../domain/labels/workOrders'
import { anyOf } from './person'

const causes = Object.values(causeLabels).map(({ th }) => th)

/** Somebody of an agency, who works one order after the other through to repaired. */
export async function officer(me: Person): Promise<never> {
  for (;;) {
    await me.says('my work', 'งานของฉัน')
    if (await me.taps('open order', 'ดูงานนี้')) await works(me)
    else await sleep(1_000)
  }
}

/** Takes the order that is open as far as it goes. */
async function works(me: Person): Promise<void> {
  await me.taps('take on', 'รับเรื่อง')
  if (await me.taps('assign', 'มอบหมาย')) await me.taps('assign to', Math.random() < 0.5 ? /^สมศักดิ์ บุญมี/ : 'ฉันเอง', 'ฉันเอง')
  await me.taps('start', 'เริ่มซ่อม', 'ซ่อมต่อ')
  if (!await me.taps('repaired', 'ซ่อมเสร็จ')) return
  await me.sendsPhoto()
  await me.taps('next', 'ต่อไป')
  // A colleague who works on the same order may have been quicker: then there is no such question.
  const cause = anyOf(me.choices.filter(({ label }) => causes.includes(label!)))
  if (!cause) return
  await me.taps('cause', cause.label!)
  await me.says('cost', '๓๕๐')
  await me.taps('skip', 'ข้าม')
  await me.taps('confirm repair', 'ยืนยัน')
}
