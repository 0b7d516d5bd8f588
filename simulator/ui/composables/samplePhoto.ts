/** What a sample photo shows. */
export const scenes = ['sampleBroken', 'sampleRepaired', 'sampleStreet'] as const

type Scene = typeof scenes[number]

function sky(pen: CanvasRenderingContext2D, from: string, to: string): void {
  const ground = pen.createLinearGradient(0, 0, 0, 480)
  ground.addColorStop(0, from)
  ground.addColorStop(1, to)
  pen.fillStyle = ground
  pen.fillRect(0, 0, 960, 720)
}

function street(pen: CanvasRenderingContext2D): void {
  pen.fillStyle = '#8d9a86'
  pen.fillRect(0, 470, 960, 60)
  pen.fillStyle = '#565c61'
  pen.fillRect(0, 520, 960, 200)
  pen.fillStyle = '#e7e2c4'
  for (let x = 20; x < 960; x += 160) { pen.fillRect(x, 610, 90, 12) }
  for (const [x, width, height, wall] of [[30, 190, 210, '#d9c9a8'], [240, 150, 150, '#b8c7cf'], [640, 240, 190, '#cfae9a']] as const) {
    pen.fillStyle = wall
    pen.fillRect(x, 480 - height, width, height)
    pen.fillStyle = '#7b4a3a'
    pen.fillRect(x - 12, 470 - height, width + 24, 22)
    pen.fillStyle = '#5f7480'
    for (let window = x + 20; window < x + width - 40; window += 60) { pen.fillRect(window, 510 - height, 34, 44) }
  }
}

function pole(pen: CanvasRenderingContext2D, hanging: boolean): void {
  pen.fillStyle = '#9aa3a8'
  pen.fillRect(500, 120, 20, 430)
  pen.fillRect(420, 150, 90, 12)
  pen.save()
  pen.translate(420, 168)
  pen.rotate(hanging ? 1.1 : 0.12)
  pen.fillStyle = '#f4f6f6'
  pen.fillRect(-120, -26, 130, 56)
  pen.fillStyle = '#20292c'
  pen.beginPath()
  pen.arc(-118, 2, 24, 0, Math.PI * 2)
  pen.fill()
  pen.restore()
  if (!hanging) { return }
  pen.strokeStyle = '#20292c'
  pen.lineWidth = 6
  pen.beginPath()
  pen.moveTo(500, 190)
  pen.bezierCurveTo(560, 300, 470, 330, 540, 400)
  pen.stroke()
}

/** Draws a photo as a JPEG of 960 × 720 px, so that no file is needed to try one out. */
export async function drawSample(scene: Scene): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = 960
  canvas.height = 720
  const pen = canvas.getContext('2d')!
  sky(pen, scene === 'sampleBroken' ? '#a9b8c4' : '#6fb4e8', scene === 'sampleBroken' ? '#dfe6ea' : '#e8f4fb')
  street(pen)
  if (scene !== 'sampleStreet') { pole(pen, scene === 'sampleBroken') }
  pen.fillStyle = '#fffc'
  pen.font = '600 30px monospace'
  pen.fillText(new Date().toISOString().slice(0, 16).replace('T', ' '), 24, 696)
  return new Promise((done, fail) => canvas.toBlob(blob => blob ? done(blob) : fail(new Error('no JPEG')), 'image/jpeg', 0.85))
}
