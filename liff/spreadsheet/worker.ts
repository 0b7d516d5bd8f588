import type { OpenFile } from './open'
import type { SheetRow } from './trouble'
import { openFile } from './open'
import { headOf, piecesOf } from './pieces'
import { FileTrouble } from './trouble'

/** What can be asked of the reader, which works beside the page so that the page stays alive. */
const asked = {
  async open(file: File) {
    opened = await openFile(new Uint8Array(await file.arrayBuffer()))
    return { sheets: opened.sheets, sha256: opened.sha256 }
  },
  head: (sheet: number) => headOf(opened!, sheet),
  begin(sheet: number, headingLine: number) {
    pieces = piecesOf(opened!, sheet, headingLine)
  },
  async next() {
    const { value, done } = await pieces!.next()
    return done ? null : value as SheetRow[]
  },
}
let opened: OpenFile | undefined
let pieces: AsyncGenerator<SheetRow[]> | undefined

/** Names and shapes of what can be asked. */
export type Asked = typeof asked

addEventListener('message', async ({ data: { id, name, args } }: MessageEvent<{ id: number, name: keyof Asked, args: never[] }>) => {
  try {
    postMessage({ id, result: await (asked[name] as (...args: never[]) => unknown)(...args) })
  }
  catch (error) {
    postMessage({ id, trouble: error instanceof FileTrouble ? error.code : 'broken' })
  }
})
