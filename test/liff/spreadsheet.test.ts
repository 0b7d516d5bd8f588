import type { WriteSheet } from 'hucre/xlsx'
import { readFileSync } from 'node:fs'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { asWaitedFor } from '../../liff/spreadsheet/demand'
import { openFile } from '../../liff/spreadsheet/open'
import { headOf, piecesOf } from '../../liff/spreadsheet/pieces'
import { plainSheet, templateSheet } from '../../liff/spreadsheet/write'

const text = (words: string) => new TextEncoder().encode(words)
function utf16(words: string, big = false, mark = true) {
  const units = (mark ? [0xFEFF] : []).concat(Array.from(words, letter => letter.charCodeAt(0)))
  return Uint8Array.from(units.flatMap(unit => big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8]))
}
/** Thai in the one byte a letter of Windows-874. */
const windows874 = (words: string) => Uint8Array.from(words, letter => letter > '\u0E00' ? letter.charCodeAt(0) - 0x0E00 + 0xA0 : letter.charCodeAt(0))

/** All rows: line and cells. */
async function rowsOf(bytes: Uint8Array, sheet = 0) {
  const rows = []
  for await (const { line, cells } of (await openFile(bytes)).rows(sheet)) rows.push([line, ...cells])
  return rows
}
const book = (...sheets: WriteSheet[]) => writeXlsx({ sheets })
const why = (bytes: Uint8Array) => rowsOf(bytes).then(rows => rows, error => error.code as string)

describe('a text', () => {
  const words = 'ชื่อ,ละติจูด\nหน้าตลาด,14.5\n'
  const rows = [[1, 'ชื่อ', 'ละติจูด'], [2, 'หน้าตลาด', '14.5']]
  it.each<[string, Uint8Array]>([
    ['UTF-8', text(words)],
    ['UTF-8 with a mark', text(`\uFEFF${words}`)],
    ['UTF-16', utf16(words)],
    ['UTF-16, big end first', utf16(words, true)],
    ['UTF-16 without a mark', utf16(`a,b${words.slice(0, 0)}\nlatin,1\n`, false, false)],
    ['Windows-874 (TIS-620)', windows874(words)],
    ['semicolons', text(words.replaceAll(',', ';'))],
    ['tabs and CRLF', text(words.replaceAll(',', '\t').replaceAll('\n', '\r\n'))],
    ['a line that names the sign', text(`sep=;\n${words.replaceAll(',', ';')}`)],
  ])('in %s is read', async (name, bytes) => {
    const wanted = name.includes('without') ? [[1, 'a', 'b'], [2, 'latin', '1']] : name.includes('names') ? rows.map(([line, ...cells]) => [Number(line) + 1, ...cells]) : rows
    expect(await rowsOf(bytes)).toEqual(wanted)
  })

  it('keeps quotes, line breaks in cells and empty rows apart', async () => {
    expect(await rowsOf(text('a,b\n"หนึ่ง, ""สอง""\nสาม",x\n\n,,\nc,d'))).toEqual([[1, 'a', 'b'], [2, 'หนึ่ง, "สอง"\nสาม', 'x'], [5, 'c', 'd']])
    expect(await rowsOf(text('ชื่อ;พิกัด\nตลาด;14,5, 100,4\nวัด;14,6, 100,5'))).toEqual([[1, 'ชื่อ', 'พิกัด'], [2, 'ตลาด', '14,5, 100,4'], [3, 'วัด', '14,6, 100,5']])
  })

  it('of a real list, with its mark, is read', async () => {
    const rows = await rowsOf(readFileSync(new URL('../fixtures/cameras.csv', import.meta.url)))
    expect(rows).toHaveLength(41)
    expect(rows.slice(0, 2)).toEqual([[1, 'id', 'name', 'lat', 'lng'], [2, 'NSS01', 'หน้า ร.ร. ศาลามีชัย ตัวที่ 1', '8.382456', '99.97231']])
  })
})

describe('a workbook', () => {
  it('is read with its lines; days are days', async () => {
    const bytes = await book({ name: 'กล้อง', rows: [['บัญชีกล้อง'], [], ['ชื่อ', 'เมื่อ', 'ดี'], ['ตลาด', new Date('2016-08-15'), true]] }, { name: 'ซ่อน', rows: [['x']], hidden: true }, { name: 'A & <B>', rows: [['y', 2.5]] })
    const file = await openFile(bytes)
    expect(file.sheets).toEqual(['กล้อง', 'A & <B>'])
    expect(await rowsOf(bytes)).toEqual([[1, 'บัญชีกล้อง'], [3, 'ชื่อ', 'เมื่อ', 'ดี'], [4, 'ตลาด', '2016-08-15', true]])
    expect(await rowsOf(bytes, 1)).toEqual([[1, 'y', 2.5]])
  })

  it('has the values of its formulas, and a sign where there is none', async () => {
    const cells = new Map([['1,0', { formula: 'B2*2', formulaResult: 28 }], ['2,0', { formula: 'B3*2' }]])
    expect(await rowsOf(await book({ name: 'x', rows: [['a', 'b'], [null, 14], [null, 15]], cells }))).toEqual([[1, 'a', 'b'], [2, 28, 14], [3, '=', 15]])
  })

  it('has what was merged downwards in each row', async () => {
    const rows = [['หน่วยงาน', 'จุด'], ['เทศบาล', 'หนึ่ง'], [null, 'สอง'], [null, 'สาม'], ['อบต.', 'สี่']]
    expect(await rowsOf(await book({ name: 'x', rows, merges: [{ startRow: 1, startCol: 0, endRow: 3, endCol: 0 }, { startRow: 0, startCol: 0, endRow: 0, endCol: 1 }] }))).toEqual([[1, 'หน่วยงาน', 'จุด'], [2, 'เทศบาล', 'หนึ่ง'], [3, 'เทศบาล', 'สอง'], [4, 'เทศบาล', 'สาม'], [5, 'อบต.', 'สี่']])
  })

  it('with macros is read without them', async () => {
    expect(await rowsOf(await writeXlsx({ sheets: [{ name: 'x', rows: [['ก', 1]] }], vbaProject: text('macro') }))).toEqual([[1, 'ก', 1]])
  })

  it('is handed on in pieces of 1,000 rows, and no row is lost', async () => {
    const file = await openFile(await book({ name: 'x', rows: Array.from({ length: 2_501 }, (_, i) => [`จุด ${i}`, i]) }))
    expect((await headOf(file, 0)).length).toBe(30)
    const pieces = []
    for await (const piece of piecesOf(file, 0, 1)) pieces.push(piece)
    expect(pieces.map(piece => piece.length)).toEqual([1_000, 1_000, 500])
    expect(pieces.flat().map(({ line }) => line)).toEqual(Array.from({ length: 2_500 }, (_, i) => i + 2))
  })
})

describe('a file that cannot be read says why', () => {
  const old = (word: string) => Uint8Array.from([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ...Array.from<number>({ length: 1_016 }).fill(0), ...utf16(word, false, false)])
  it.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
    ['empty', () => new Uint8Array()],
    ['empty', () => text('  \r\n \n')],
    ['tooBig', () => new Uint8Array(50_000_001)],
    ['xls', () => old('Workbook')],
    ['locked', () => old('EncryptedPackage')],
    ['locked', () => writeXlsx({ sheets: [{ name: 'x', rows: [['ก']] }], encryption: { password: 'ลับ', spinCount: 10 } })],
    ['webPage', () => text('<html><table><tr><td>ชื่อ')],
    ['notSheet', () => text('%PDF-1.7')],
    ['notSheet', () => Uint8Array.from([0xFF, 0xD8, 0xFF, 0xE0])],
    ['notSheet', () => Uint8Array.from([1, 2, 0, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19])],
    ['broken', async () => (await book({ name: 'x', rows: [['ก']] })).subarray(0, 600)],
    ['encoding', () => Uint8Array.from([0x93, 0xFA, 0x96, 0x7B, 0x8C, 0xEA, 0x2C, 0x83, 0x65, 0x83, 0x58, 0x83, 0x67])],
  ])('%s: %#', async (code, bytes) => {
    expect(await why(await bytes())).toBe(code)
  })

  it('and 50 MB is not too big', async () => {
    expect(await why(new Uint8Array(50_000_000).fill(0x61))).toEqual([[1, 'a'.repeat(2_000)]])
  })

  it('has no rows below its headings', async () => {
    const file = await openFile(await book({ name: 'x', rows: [[]] }))
    await expect(headOf(file, 0)).rejects.toMatchObject({ code: 'empty' })
  })
})

describe('what is written', () => {
  it('is a template with drop-down lists, which reads back as headings', async () => {
    const choices = ['โดม', 'หมุนและซูมได้']
    const bytes = await templateSheet('กล้อง', 'รายการ', [{ heading: 'ชื่อจุดติดตั้ง' }, { heading: 'ประเภทกล้อง', choices }, { heading: 'ระบบ', choices: ['IP'] }])
    expect(await rowsOf(bytes)).toEqual([[1, 'ชื่อจุดติดตั้ง', 'ประเภทกล้อง', 'ระบบ']])
    const { sheets } = await readXlsx(bytes)
    expect(sheets[0]!.dataValidations).toMatchObject([{ type: 'list', range: 'B2:B2001', formula1: '\'รายการ\'!$A$2:$A$3' }, { type: 'list', range: 'C2:C2001', formula1: '\'รายการ\'!$B$2:$B$2' }])
    expect(await rowsOf(bytes, 1)).toEqual([[1, 'ประเภทกล้อง', 'ระบบ'], [2, 'โดม', 'IP'], [3, 'หมุนและซูมได้']])
  })

  it('has no formulas in it, whatever the cells say', async () => {
    const { sheets } = await readXlsx(await plainSheet('x', ['ก'], [['=1+1'], ['@x']]))
    expect(sheets[0]!.rows).toEqual([['ก'], ['=1+1'], ['@x']])
    expect(Array.from(sheets[0]!.cells ?? []).filter(([, { formula }]) => formula)).toEqual([])
  })
})

describe('a file', () => {
  /** Reads on by itself, and keeps what was not asked for yet. */
  async function* eager(stream: ReadableStream<Uint8Array>) {
    const kept: Uint8Array[] = []
    const state = { over: false, tell: () => {} }
    void (async () => {
      const reader = stream.getReader()
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        kept.push(part.value)
        state.tell()
      }
      state.over = true
      state.tell()
    })()
    while (!state.over || kept.length) {
      if (kept.length) yield kept.shift()!
      else await new Promise<void>(resolve => state.tell = resolve)
    }
  }

  it('is given to its reader as rows are waited for, not as fast as it reads', async () => {
    let handed = 0
    function* parts() {
      while (handed < 100) yield Uint8Array.of(handed++)
    }
    const taken: number[] = []
    for await (const [part] of asWaitedFor(parts(), eager)) {
      taken.push(part!)
      for (let rest = 0; taken.length === 10 && rest < 50; rest++) await new Promise(resolve => setTimeout(resolve))
      expect(handed).toBeLessThan(taken.length + 3)
    }
    expect(taken).toEqual(Array.from({ length: 100 }, (_, i) => i))
  })
})
