import type { Content } from 'pdfmake'
import type { Sticker } from '../../domain/cameras/queries'
import type { Fitted } from './lines'
import { createRequire } from 'node:module'
import pdfmake from 'pdfmake'
import { colours } from '../../bot/cards/colours'
import { fitted } from './lines'
import { chatLink } from './link'
import { qrSvg } from './qr'
import { stickerTexts as t } from './texts'

/** Points in a millimetre. */
const mm = 72 / 25.4

const page = { width: 210 * mm, height: 297 * mm }
const columns = 2
const rows = 4
const sticker = { width: 95 * mm, height: 68 * mm }
const left = (page.width - columns * sticker.width) / 2
const top = (page.height - rows * sticker.height) / 2

/** How many stickers one A4 page holds. */
export const perPage = columns * rows

const resolve = createRequire(import.meta.url).resolve
const regular = resolve('@expo-google-fonts/sarabun/400Regular/Sarabun_400Regular.ttf')
const bold = resolve('@expo-google-fonts/sarabun/700Bold/Sarabun_700Bold.ttf')

/**
 * A4 pages of QR stickers with cut marks, eight a page, to be printed at actual size. A scanned sticker opens the chat with the camera's
 * code typed in.
 * @param cameras in the order they are printed; throws a RangeError when there are none
 * @param options what all stickers share
 * @param options.basicId the LINE account's `@…`
 * @returns a PDF
 */
export async function stickerSheet(cameras: Sticker[], { basicId }: { basicId: string }): Promise<Uint8Array> {
  if (cameras.length === 0) throw new RangeError('No camera to print a sticker for')
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(path => path === regular || path === bold)
  pdfmake.setFonts({ Sarabun: { normal: regular, bold } })
  const pages = Math.ceil(cameras.length / perPage)
  const document = pdfmake.createPdf({
    pageSize: 'A4',
    pageMargins: 0,
    info: { title: t.call },
    defaultStyle: { font: 'Sarabun', color: colours.ink, lineHeight: 1 },
    background: () => cutMarks(),
    content: Array.from({ length: pages }, (_, i) => ({
      stack: cameras.slice(i * perPage, (i + 1) * perPage).flatMap((camera, place) => drawn(camera, place, basicId)),
      ...(i > 0 && { pageBreak: 'before' as const }),
    })),
  })
  return new Uint8Array(await document.getBuffer())
}

function drawn(camera: Sticker, place: number, basicId: string): Content[] {
  const inset = 4 * mm
  const x = left + (place % columns) * sticker.width + inset
  const y = top + Math.floor(place / columns) * sticker.height + inset
  const width = sticker.width - 2 * inset
  const band = 13 * mm
  const qr = 44 * mm
  const beside = { x: x + qr + 2 * mm, width: width - qr - 2 * mm }
  const name = fitted(camera.siteName, beside.width, { fontSize: 12.5, most: 2 }, { fontSize: 11, most: 3 })
  const label = fitted(camera.label, beside.width, { fontSize: 10.5, most: 1 }, { fontSize: 9.5, most: 1 })
  const agency = fitted(camera.agencyName ?? '', beside.width, { fontSize: 10, most: 2 }, { fontSize: 9, most: 2 })
  return [
    { canvas: [{ type: 'rect', x: 0, y: 0, w: width, h: band, r: 4, color: colours.brand }], absolutePosition: { x, y } },
    {
      columns: [{ width, stack: [{ text: t.call, fontSize: 17, bold: true }, { text: t.callEnglish, fontSize: 9, margin: [0, -2, 0, 0] }], color: '#FFFFFF', alignment: 'center' }],
      absolutePosition: { x, y: y + 0.9 * mm },
    },
    { svg: qrSvg(chatLink(basicId, t.typed(camera.code))), width: qr, height: qr, absolutePosition: { x: x - 2 * mm, y: y + band + 1.5 * mm } },
    {
      columns: [{
        width: beside.width,
        stack: [
          { text: t.camera, fontSize: 9, color: colours.softInk },
          { text: camera.code, fontSize: 26, bold: true, noWrap: true, margin: [0, -4, 0, 3] },
          ...texts(name, { bold: true }),
          ...texts(label, {}),
          ...texts(agency, { color: colours.softInk, margin: [0, 3, 0, 0] }),
        ],
      }],
      absolutePosition: { x: beside.x, y: y + band + 3 * mm },
    },
  ]
}

/** Lines that are broken already; a margin stands before the first. */
function texts({ lines, fontSize }: Fitted, { margin, ...style }: { bold?: boolean, color?: string, margin?: [number, number, number, number] }): Content[] {
  return lines.map((text, i) => ({ text, fontSize, noWrap: true, ...style, ...(i === 0 && margin && { margin }) }))
}

/** Ticks outside the stickers at every cut, and small crosses where cuts meet. */
function cutMarks(): Content {
  const verticals = Array.from({ length: columns + 1 }, (_, i) => left + i * sticker.width)
  const horizontals = Array.from({ length: rows + 1 }, (_, i) => top + i * sticker.height)
  const line = (x1: number, y1: number, x2: number, y2: number) => ({ type: 'line' as const, x1, y1, x2, y2, lineWidth: 0.4, lineColor: colours.softInk })
  const tick = 4 * mm
  const arm = 1.5 * mm
  return {
    canvas: [
      ...verticals.flatMap(x => [line(x, top - 2 * mm - tick, x, top - 2 * mm), line(x, page.height - top + 2 * mm, x, page.height - top + 2 * mm + tick)]),
      ...horizontals.flatMap(y => [line(left - 2 * mm - tick, y, left - 2 * mm, y), line(page.width - left + 2 * mm, y, page.width - left + 2 * mm + tick, y)]),
      ...verticals.slice(1, -1).flatMap(x => horizontals.flatMap(y => [line(x - arm, y, x + arm, y), line(x, y - arm, x, y + arm)])),
    ],
  }
}
