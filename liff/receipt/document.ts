import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces'
import type { Language } from '../../domain/enums'
import type { RequestInFull, RequestItem } from '../pages/requests/requests'
import type { ReceiptTexts } from './texts'
import { footageCauseLabels, itemStateLabels } from '../../domain/labels/footage'
import { inLanguage } from '../../domain/labels/label'
import { bangkokDay, thaiDateTime, thaiPeriod } from '../../domain/time/bangkok'
import { BUDDHIST } from '../../domain/time/years'
import { receiptTexts } from './texts'
import { breaking } from './words'

/** Points in a millimetre. */
const mm = 72 / 25.4

/** 12 points of Sarabun are as tall as the 16 points of TH SarabunPSK that official papers are written in. */
const sizes = { title: 15, text: 12, table: 10, small: 9 }

/**
 * The record that footage was handed over (ใบรับ–ส่งมอบภาพจากกล้อง), A4, in the reader's language: what was asked for, each camera and what came of it,
 * hashes, and lines to sign on. `now`: when it is made.
 */
export function receiptDocument(request: RequestInFull, language: Language, now: Date): TDocumentDefinitions {
  const t = language === 'TH' ? receiptTexts.th : receiptTexts.en
  return {
    pageSize: 'A4',
    pageMargins: [25 * mm, 20 * mm, 20 * mm, 20 * mm],
    info: { title: `${t.title} ${request.number}` },
    defaultStyle: { font: 'Sarabun', fontSize: sizes.text, lineHeight: 1.1 },
    footer: (page, pages) => ({
      margin: [25 * mm, 6 * mm, 20 * mm, 0],
      fontSize: sizes.small,
      columns: [{ text: `${request.number} · ${t.made(thaiDateTime(now, language))}`, width: '*' }, { text: t.page(page, pages), width: 'auto' }],
    }),
    content: [
      { text: t.title, fontSize: sizes.title, bold: true, alignment: 'center', margin: [0, 0, 0, 8] },
      { columns: [field(t.number, request.number), { ...field(t.date, longDate(now, language)), alignment: 'right' }], margin: [0, 0, 0, 4] },
      about(request, t),
      { text: breaking(t.declared), margin: [0, 8, 0, 6] },
      cameras(request, t, language),
      ...proof(request, t),
      signatures(request, t),
    ],
  }
}

const field = (name: string, value: string) => ({ text: [{ text: `${name} `, bold: true }, value] })

/** `27 พฤศจิกายน 2569`, as official papers write it. */
function longDate(at: Date, language: Language): string {
  return at.toLocaleDateString(language === 'TH' ? 'th-TH-u-ca-buddhist-nu-latn' : 'en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Asia/Bangkok' }).replace(/ ?พ\.ศ\. ?/, ' ')
}

/** What was asked for, a line each; what is empty has none. */
function about(request: RequestInFull, t: ReceiptTexts): Content {
  const rows = [
    [t.station, request.station],
    [t.subject, t.subjectIs(request.offence ?? '')],
    [t.caseNumber, request.caseNumber ?? t.taken],
    [t.place, request.placeText],
    [t.basis, request.legalBasis && t.laws[request.legalBasis]],
    [t.purpose, request.purpose],
    [t.officer, request.officer],
  ] as const
  const body = rows.flatMap(([name, value]): TableCell[][] => value ? [[{ text: name, bold: true }, { text: breaking(value) }]] : [])
  return { table: { widths: [24 * mm, '*'], body }, layout: { defaultBorder: false, paddingLeft: () => 0, paddingTop: () => 0, paddingBottom: () => 2 } }
}

function cameras(request: RequestInFull, t: ReceiptTexts, language: Language): Content {
  const isReceived = ({ state }: RequestItem) => Number(state === 'RECEIVED')
  const rows = request.items.toSorted((a, b) => isReceived(b) - isReceived(a)).map((item, i): TableCell[] => [
    { text: String(i + 1), alignment: 'center' },
    { text: [{ text: `${item.camera?.code ?? t.outside}\n`, bold: true }, ...[breaking(placeOf(item, t))].flat()] as Content[] },
    { text: breaking(`${whole(thaiPeriod(new Date(item.from), new Date(item.to), language))} ${otherYear(new Date(item.from), t, language)}`) },
    { text: breaking(result(item, t, language)) },
    { text: item.state === 'RECEIVED' ? breaking(giver(item, t)) : '–' },
    { text: item.state === 'RECEIVED' ? breaking([request.officer, item.receivedAt && whole(thaiDateTime(new Date(item.receivedAt), language))].filter(Boolean).join('\n')) : '–' },
  ])
  const head = t.columns.map((text): TableCell => ({ text, bold: true, alignment: 'center' }))
  return { fontSize: sizes.table, table: { headerRows: 1, dontBreakRows: true, widths: [16, '*', 78, 60, 74, 84], body: [head, ...rows] }, layout: lines }
}

const lines = { hLineWidth: () => 0.6, vLineWidth: () => 0.6, paddingTop: () => 2, paddingBottom: () => 3 }

/** The word behind a time stays with it. */
const whole = (time: string): string => time.replaceAll(' น.', '\u00A0น.')

function placeOf({ camera }: RequestItem, t: ReceiptTexts): string {
  if (!camera) return ''
  return camera.isWithdrawn ? t.withdrawn : [camera.siteName, camera.label].filter(Boolean).join(' · ')
}

/** Who gave it: of a private camera no name is known here. */
const giver = ({ camera, agencyName }: RequestItem, t: ReceiptTexts): string => camera?.isPrivate ? t.owner : agencyName ?? '–'

/** The year in the calendar that the language does not use. */
function otherYear(at: Date, t: ReceiptTexts, language: Language): string {
  const year = Number(bangkokDay(at).slice(0, 4))
  return t.year(language === 'TH' ? year : year + BUDDHIST)
}

function result({ state, complete, cause }: RequestItem, t: ReceiptTexts, language: Language): string {
  const word = state === 'RECEIVED' && complete === false ? t.part : inLanguage(itemStateLabels[state], language)
  return cause ? `${word} (${inLanguage(footageCauseLabels[cause], language)})` : word
}

function proof({ items }: RequestInFull, t: ReceiptTexts): Content[] {
  const received = items.filter(({ state }) => state === 'RECEIVED')
  const head = t.proofColumns.map((text): TableCell => ({ text, bold: true, alignment: 'center' }))
  const rows = received.map(({ camera, sha256, bytes }): TableCell[] => [camera?.code ?? t.outside, { text: sha256 ?? t.noHash, fontSize: sha256 ? 8 : sizes.small }, { text: bytes?.toLocaleString('en-US') ?? '–', alignment: 'right' }])
  return [
    { text: t.proof, bold: true, margin: [0, 10, 0, 4] },
    { fontSize: sizes.small, table: { headerRows: 1, dontBreakRows: true, widths: [52, '*', 72], body: [head, ...rows] }, layout: lines },
  ]
}

/** Who gave, who took, and a witness; they stay together. */
function signatures({ officer }: RequestInFull, t: ReceiptTexts): Content {
  const dots = (length: number) => '.'.repeat(length)
  const one = (as: string, name: string | null): Content => ({
    alignment: 'center',
    margin: [0, 18, 0, 0],
    stack: [`${t.signed} ${dots(36)} ${as}`, `( ${name ?? dots(44)} )`, `${t.rank} ${dots(34)}`, `${t.date} ${dots(40)}`],
  })
  return { unbreakable: true, stack: [{ columns: [one(t.givenBy, null), one(t.takenBy, officer)], columnGap: 12 }, { columns: [one(t.witness, null), one(t.witness, null)], columnGap: 12 }] }
}
