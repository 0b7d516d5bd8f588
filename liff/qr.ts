import QRCode from 'qrcode'

/** Light modules around a QR code, which readers need. */
const margin = 4

/** A QR code of a text as a path to fill; `size`: width and height of its square, in modules. */
export function qrPath(text: string): { size: number, path: string } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const dark = Array.from({ length: modules.size ** 2 }, (_, i) => i).filter(i => modules.data[i])
  return {
    size: modules.size + 2 * margin,
    path: dark.map(i => `M${margin + i % modules.size} ${margin + Math.floor(i / modules.size)}h1v1h-1z`).join(''),
  }
}
