import type { CooperationKind, CooperationState } from '../../prisma/client'
import type { CooperationMove } from '../cooperation/rules'
import type { Label } from './label'

/** What is asked. */
export const cooperationKindLabels: Record<CooperationKind, Label> = {
  TURN: { th: 'ขอหันกล้อง', en: 'Turn the camera' },
  ADD: { th: 'ขอเพิ่มกล้อง', en: 'Add a camera' },
}

/** How it stands. */
export const cooperationStateLabels: Record<CooperationState, Label> = {
  ASKED: { th: 'รอคำตอบ', en: 'Waiting for an answer' },
  LATER: { th: 'ขอคิดดูก่อน', en: 'Thinking about it' },
  YES: { th: 'ยินดี', en: 'Willing' },
  NO: { th: 'ไม่สะดวก', en: 'Not convenient' },
  DONE: { th: 'เรียบร้อยแล้ว', en: 'Done' },
  WITHDRAWN: { th: 'สิ้นสุดแล้ว', en: 'Ended' },
}

/** Colour of a state. */
export const cooperationTones = { ASKED: 'info', LATER: 'info', YES: 'repair', NO: 'unusable', DONE: 'normal', WITHDRAWN: 'unusable' } as const satisfies Record<CooperationState, string>

/** What can be done; `done` of a camera to be added. */
export const cooperationMoveLabels: Record<CooperationMove, Label> = {
  agree: { th: 'ยินดี', en: 'Gladly' },
  decline: { th: 'ไม่สะดวก', en: 'Not convenient' },
  think: { th: 'ขอคิดดูก่อน', en: 'Let me think' },
  done: { th: 'หันแล้ว', en: 'It is turned' },
  withdraw: { th: 'ยกเลิกคำขอ', en: 'Take it back' },
}

/** In place of "it is turned". */
export const addedLabel: Label = { th: 'เพิ่มแล้ว', en: 'It is added' }
