/** Colours of the product's one face; text on its ground is at least 4.5 : 1. */
export const colours = {
  ink: '#10201D',
  softInk: '#5B6B67',
  line: '#DDE4E1',
  paper: '#F4F7F6',
  brand: '#0B6B5D',
} as const

/** A state's tone: its sign (never colour alone), text and ground. */
export const tones = {
  normal: { sign: '●', ink: '#18794E', ground: '#E6F4EC' },
  repair: { sign: '◐', ink: '#A15C00', ground: '#FDF1DC' },
  damaged: { sign: '▲', ink: '#B42318', ground: '#FDECEA' },
  unusable: { sign: '■', ink: '#475467', ground: '#EEF1F4' },
  info: { sign: '○', ink: '#175CD3', ground: '#E8F0FE' },
} as const

export type Tone = keyof typeof tones
