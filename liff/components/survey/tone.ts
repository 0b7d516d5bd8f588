import type { CameraStatus } from '../../../domain/enums'
import type { Tone } from '../StatusChip.vue'

/** How a camera's status looks. */
export const toneOf: Record<CameraStatus, Tone> = { NORMAL: 'normal', UNUSABLE: 'unusable', DAMAGED: 'damaged', UNDER_REPAIR: 'repair', REMOVED: 'unusable' }
