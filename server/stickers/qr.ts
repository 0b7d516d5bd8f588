import QRCode from 'qrcode'

/** Empty modules around the code. Source: ISO/IEC 18004. */
const quiet = 4

/** A QR code as one black SVG path on white, quiet zone included; a tenth of it may be dirty (level M reads with 15 % lost). */
export function qrSvg(text: string): string {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules
  let path = ''
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (!data[y * size + x]) continue
      const from = x
      while (x + 1 < size && data[y * size + x + 1]) x++
      path += `M${from + quiet} ${y + quiet}h${x + 1 - from}v1h-${x + 1 - from}z`
    }
  }
  const side = size + 2 * quiet
  return `<svg viewBox="0 0 ${side} ${side}"><path fill="#000" d="${path}"/></svg>`
}
