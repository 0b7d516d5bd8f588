import { FileTrouble } from './trouble'

/** One file inside of a ZIP archive. Sizes in bytes. */
export interface Entry { name: string, method: number, packed: number, size: number, at: number }

/** The table of contents of a ZIP archive (APPNOTE 4.3.12). Throws FileTrouble `broken`. */
export function entriesOf(bytes: Uint8Array): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && end > bytes.length - 70_000 && view.getUint32(end, true) !== 0x06054B50) end--
  if (end < 0 || view.getUint32(end, true) !== 0x06054B50) throw new FileTrouble('broken')
  const entries = new Map<string, Entry>()
  let at = view.getUint32(end + 16, true)
  for (let i = view.getUint16(end + 10, true); i > 0 && at + 46 <= bytes.length && view.getUint32(at, true) === 0x02014B50; i--) {
    const [length, extra, comment] = [28, 30, 32].map(offset => view.getUint16(at + offset, true)) as [number, number, number]
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length))
    entries.set(name, { name, method: view.getUint16(at + 10, true), packed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true), at: view.getUint32(at + 42, true) })
    at += 46 + length + extra + comment
  }
  return entries
}

/** An entry as it is packed. Throws FileTrouble `broken`. */
function packedOf(bytes: Uint8Array, { at, packed }: Entry): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (at + 30 > bytes.length) throw new FileTrouble('broken')
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  return bytes.subarray(from, from + packed) as Uint8Array<ArrayBuffer>
}

/** The same entries in another order, as an archive that is read from its beginning: each with its sizes before it (APPNOTE 4.3.7). In parts of at most 1 MB. */
export function* reordered(bytes: Uint8Array, entries: Entry[]): Generator<Uint8Array<ArrayBuffer>> {
  for (const entry of entries) {
    const name = new TextEncoder().encode(entry.name)
    const head = new DataView(new ArrayBuffer(30))
    head.setUint32(0, 0x04034B50, true)
    head.setUint16(4, 20, true)
    head.setUint16(8, entry.method, true)
    head.setUint32(18, entry.packed, true)
    head.setUint32(22, entry.size, true)
    head.setUint16(26, name.length, true)
    yield new Uint8Array(head.buffer)
    yield name
    const packed = packedOf(bytes, entry)
    for (let from = 0; from < packed.length; from += 1_000_000) yield packed.subarray(from, from + 1_000_000)
  }
}

/** The text of an entry, as it is unpacked. Throws FileTrouble `broken`. */
export async function* textOf(bytes: Uint8Array, entry: Entry): AsyncGenerator<string> {
  const blob = new Blob([packedOf(bytes, entry)])
  const stream = entry.method === 0 ? blob.stream() : blob.stream().pipeThrough(new DecompressionStream('deflate-raw'))
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader()
  for (;;) {
    const { done, value } = await reader.read().catch(() => { throw new FileTrouble('broken') })
    if (done) return
    yield value
  }
}
