import { expect, it } from 'vitest'
import { splitLinks } from '../../../simulator/ui/composables/links'
import { readUri } from '../../../simulator/ui/composables/uri'

it('reads an oaMessage link as words to send', () => {
  expect(readUri(`https://line.me/R/oaMessage/%40songklong/?${encodeURIComponent('กล้อง 15-00012')}`, null)).toEqual({ kind: 'message', text: 'กล้อง 15-00012' })
})

it('keeps a badly encoded oaMessage as it is', () => {
  expect(readUri('https://line.me/R/oaMessage/@a/?100%', null)).toEqual({ kind: 'message', text: '100%' })
})

it('opens LIFF links at this desk\'s app, with path and query', () => {
  for (const uri of ['https://liff.line.me/1234-abcd/cameras/15-00012?x=1', 'http://localhost:3000/liff/cameras/15-00012?x=1']) {
    expect(readUri(uri, 'http://localhost:3000/liff/')).toEqual({ kind: 'liff', url: 'http://localhost:3000/liff/cameras/15-00012?x=1' })
  }
  expect(readUri('http://localhost:3000/liffs', 'http://localhost:3000/liff')).toEqual({ kind: 'page', url: 'http://localhost:3000/liffs' })
})

it('leaves LIFF links alone when there is no app on this desk', () => {
  expect(readUri('https://liff.line.me/1234-abcd', null)).toEqual({ kind: 'page', url: 'https://liff.line.me/1234-abcd' })
})

it.each([
  ['tel:0812345678', { kind: 'call', number: '0812345678' }],
  ['https://line.me/R/nv/location/', { kind: 'sheet', sheet: 'place' }],
  ['https://line.me/R/nv/camera/', { kind: 'sheet', sheet: 'photo' }],
  ['https://example.com/a', { kind: 'page', url: 'https://example.com/a' }],
])('reads %s as the phone does', (uri, meaning) => expect(readUri(uri, null)).toEqual(meaning))

it('finds links in Thai text and leaves the full stop outside', () => {
  expect(splitLinks('ดูที่ https://example.com/a?b=1. แล้วตอบ')).toEqual([
    { text: 'ดูที่ ' },
    { text: 'https://example.com/a?b=1', href: 'https://example.com/a?b=1' },
    { text: '. แล้วตอบ' },
  ])
})
