import type { Tone } from '../components/StatusChip.vue'

/** A picture that MapLibre takes; drawn twice as large as it is shown. */
export interface Sign { width: number, height: number, data: Uint8ClampedArray }

/** Device pixels for each pixel of the screen. */
export const sharpness = 2

const size = 26

/** A colour of `style/tokens.css`, as it is now (light or dark). */
export const colour = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()

function canvas(width: number, height: number): CanvasRenderingContext2D {
  const element = document.createElement('canvas')
  element.width = width * sharpness
  element.height = height * sharpness
  const pen = element.getContext('2d', { willReadFrequently: true })!
  pen.scale(sharpness, sharpness)
  return pen
}
const taken = (pen: CanvasRenderingContext2D): Sign => pen.getImageData(0, 0, pen.canvas.width, pen.canvas.height)

/** The sign of each state in the middle of a disc: told apart by its shape, too. The same signs as in words: ● ◐ ▲ ■ ◆. */
const shapes: Record<Tone, (pen: CanvasRenderingContext2D, at: number) => void> = {
  normal: (pen, at) => pen.arc(at, at, 5, 0, 2 * Math.PI),
  repair(pen, at) {
    pen.arc(at, at, 5, Math.PI / 2, -Math.PI / 2)
    pen.closePath()
  },
  damaged(pen, at) {
    pen.moveTo(at, at - 6)
    pen.lineTo(at + 6, at + 5)
    pen.lineTo(at - 6, at + 5)
    pen.closePath()
  },
  unusable: (pen, at) => pen.rect(at - 4.5, at - 4.5, 9, 9),
  info(pen, at) {
    for (const [x, y] of [[0, -6], [6, 0], [0, 6], [-6, 0]] as const) pen.lineTo(at + x, at + y)
    pen.closePath()
  },
}

/** A camera's mark: `normal`, `damaged-hidden` … */
function mark(name: string): Sign {
  const [tone, hidden] = name.split('-') as [Tone, string | undefined]
  const pen = canvas(size, size)
  const middle = size / 2
  pen.lineWidth = 2.5
  pen.strokeStyle = colour(tone)
  pen.fillStyle = colour('card')
  if (hidden) pen.setLineDash([4, 3])
  pen.beginPath()
  pen.arc(middle, middle, middle - 2, 0, 2 * Math.PI)
  pen.fill()
  pen.stroke()
  pen.setLineDash([])
  pen.fillStyle = colour(tone)
  pen.beginPath()
  shapes[tone](pen, middle)
  pen.fill()
  if (tone === 'repair') {
    pen.lineWidth = 1.5
    pen.beginPath()
    pen.arc(middle, middle, 5, 0, 2 * Math.PI)
    pen.stroke()
  }
  return taken(pen)
}

/** The marks of what is no camera: a risk (!), a place that no camera covers (×), a proposed point (+). Filled, so that they are not taken for cameras. */
const marks: Record<string, { tone: string, letter: string, edge: (pen: CanvasRenderingContext2D) => void }> = {
  risk: { tone: 'damaged', letter: '!', edge: pen => [[13, 2], [25, 24], [1, 24]].forEach(([x, y]) => pen.lineTo(x!, y!)) },
  uncovered: { tone: 'unusable', letter: '×', edge: pen => pen.rect(3, 3, 20, 20) },
  proposal: { tone: 'brand', letter: '+', edge: pen => [[13, 1], [25, 13], [13, 25], [1, 13]].forEach(([x, y]) => pen.lineTo(x!, y!)) },
}

function filled(name: string): Sign {
  const { tone, letter, edge } = marks[name]!
  const pen = canvas(size, size)
  pen.lineWidth = 2
  pen.lineJoin = 'round'
  pen.fillStyle = colour(tone)
  pen.strokeStyle = colour('card')
  pen.beginPath()
  edge(pen)
  pen.closePath()
  pen.fill()
  pen.stroke()
  pen.fillStyle = colour('card')
  pen.font = '700 15px sans-serif'
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(letter, 13, name === 'risk' ? 16.5 : 14)
  return taken(pen)
}

/** Words on a ground of their own; a number of cameras on a disc that grows with it. */
function words(text: string, { disc }: { disc: boolean }): Sign {
  const font = `600 14px ${getComputedStyle(document.body).fontFamily}`
  const measure = canvas(1, 1)
  measure.font = font
  const wide = Math.ceil(measure.measureText(text).width)
  const [width, height] = disc ? [Math.max(36, wide + 18), Math.max(36, wide + 18)] : [wide + 12, 24]
  const pen = canvas(width, height)
  pen.font = font
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  if (disc) {
    pen.fillStyle = colour('brand')
    pen.strokeStyle = colour('card')
    pen.lineWidth = 3
    pen.beginPath()
    pen.arc(width / 2, height / 2, width / 2 - 2, 0, 2 * Math.PI)
    pen.fill()
    pen.stroke()
  }
  else {
    pen.lineWidth = 4
    pen.lineJoin = 'round'
    pen.strokeStyle = colour('paper')
    pen.strokeText(text, width / 2, height / 2)
  }
  pen.fillStyle = colour(disc ? 'on-brand' : 'soft-ink')
  pen.fillText(text, width / 2, height / 2 + 1)
  return taken(pen)
}

/** The picture of a name: `count:<text>`, `words:<text>`, `mark:<what>`, else a state's. Drawn here, because MapLibre's own letters need fonts from a server and break Thai. */
export function signOf(name: string): Sign {
  if (name.startsWith('count:')) return words(name.slice(6), { disc: true })
  if (name.startsWith('words:')) return words(name.slice(6), { disc: false })
  if (name.startsWith('mark:')) return filled(name.slice(5))
  return mark(name)
}
