/** Width and height of a PNG or JPEG, read from its header; undefined when it is neither. */
export function imageSize(bytes: Uint8Array): { type: 'image/png' | 'image/jpeg', width: number, height: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length >= 24 && view.getUint32(0) === 0x89504E47 && view.getUint32(4) === 0x0D0A1A0A && view.getUint32(12) === 0x49484452) { return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) } }
  if (bytes.length >= 4 && view.getUint16(0) === 0xFFD8) return jpegSize(view)
}

function jpegSize(view: DataView) {
  let at = 2
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xFF) return undefined
    const marker = view.getUint8(at + 1)
    if (isFrame(marker)) return { type: 'image/jpeg' as const, width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += marker === 0xFF ? 1 : 2 + view.getUint16(at + 2)
  }
}

/** SOF0 to SOF15 without DHT, JPG and DAC. */
function isFrame(marker: number): boolean {
  return marker >= 0xC0 && marker <= 0xCF && ![0xC4, 0xC8, 0xCC].includes(marker)
}
