import type { Label } from './label'

/** The eight directions, clockwise from north, each with an arrow that points there on a map with north up. */
export const directionLabels = {
  N: { th: 'ทิศเหนือ', en: 'north', arrow: '↑' },
  NE: { th: 'ทิศตะวันออกเฉียงเหนือ', en: 'north-east', arrow: '↗' },
  E: { th: 'ทิศตะวันออก', en: 'east', arrow: '→' },
  SE: { th: 'ทิศตะวันออกเฉียงใต้', en: 'south-east', arrow: '↘' },
  S: { th: 'ทิศใต้', en: 'south', arrow: '↓' },
  SW: { th: 'ทิศตะวันตกเฉียงใต้', en: 'south-west', arrow: '↙' },
  W: { th: 'ทิศตะวันตก', en: 'west', arrow: '←' },
  NW: { th: 'ทิศตะวันตกเฉียงเหนือ', en: 'north-west', arrow: '↖' },
} satisfies Record<string, Label & { arrow: string }>

/** One of the eight directions. */
export type Direction = keyof typeof directionLabels
