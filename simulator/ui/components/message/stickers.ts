/** How the little camera looks: outlines on a 120 × 120 grid. */
export interface Mood { eyes: string, mouth: string, open?: boolean, extra?: string, extraClass?: string }

const dots = 'M40 58v4M64 58v4'
const smiling = 'M36 60c2-6 8-6 10 0M58 60c2-6 8-6 10 0'
const closed = 'M36 58c2 5 8 5 10 0M58 58c2 5 8 5 10 0'

/** The stickers that can be sent: `stickerId` of LINE's free package 446, and how each is drawn here. */
export const stickers: Record<string, Mood> = {
  1988: { eyes: smiling, mouth: 'M42 70c3 12 17 12 20 0z', open: true },
  1989: { eyes: dots, mouth: 'M44 72c4 6 12 6 16 0', extra: 'M84 22c-4-10-18-6-14 4 2 6 14 13 14 13s12-7 14-13c4-10-10-14-14-4z', extraClass: 'heart' },
  1993: { eyes: dots, mouth: 'M44 72c4 6 12 6 16 0', extra: 'M78 24l8 8 16-18', extraClass: 'good' },
  2000: { eyes: closed, mouth: 'M44 73c4 5 12 5 16 0', extra: 'M52 104V86M52 86l-5 8M52 86l5 8', extraClass: 'mark' },
  2005: { eyes: 'M36 56l10 4M68 56l-10 4', mouth: 'M44 78c4-7 12-7 16 0', extra: 'M30 68c-6 8-6 12-1 13s7-5 1-13z', extraClass: 'drop' },
  2008: { eyes: 'M40 54v8M64 54v8', mouth: 'M52 68c5 0 7 4 7 7s-2 7-7 7-7-4-7-7 2-7 7-7z', open: true, extra: 'M92 8v16M92 32v1', extraClass: 'mark' },
  2011: { eyes: closed, mouth: 'M48 74h8', extra: 'M78 24h12L78 38h12M98 8h10L98 20h10', extraClass: 'sleep' },
  2016: { eyes: 'M36 55l10 5-10 5M68 55l-10 5 10 5', mouth: 'M42 74l5 4 5-4 5 4 5-4' },
}

/** The package they belong to. */
export const packageId = '446'

/** How a sticker is drawn; one that is not among ours looks friendly. */
export function moodOf(stickerId: string): Mood {
  return stickers[stickerId] ?? stickers['1988']!
}
