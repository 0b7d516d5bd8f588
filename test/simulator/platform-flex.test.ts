import { describe, expect, it } from 'vitest'
import { desk } from './desk'

type Part = Record<string, unknown>

const KI = 'กี'
const words = (more: Part = {}): Part => ({ type: 'text', text: 'a', ...more })
const box = (contents: Part[], more: Part = {}): Part => ({ type: 'box', layout: 'vertical', contents, ...more })
const bubble = (contents: Part[], more: Part = {}): Part => ({ type: 'bubble', body: box(contents), ...more })
const carousel = (contents: Part[]): Part => ({ type: 'carousel', contents })
const image = (more: Part = {}): Part => ({ type: 'image', url: 'https://example.com/a.png', ...more })
const icon = (more: Part = {}): Part => ({ type: 'icon', url: 'https://example.com/a.png', ...more })
const button = (more: Part = {}): Part => ({ type: 'button', action: { type: 'message', label: 'a', text: 'a' }, ...more })
const video = { type: 'video', url: 'https://example.com/a.mp4', previewUrl: 'https://example.com/a.png', altContent: image() }
const gradient = (more: Part = {}) => bubble([box([], { background: { type: 'linearGradient', angle: '90deg', startColor: '#ffffff', endColor: '#00000080', ...more } })])
const times = <T>(count: number, thing: T) => Array.from({ length: count }, () => thing)
/** A bubble of exactly this many bytes of JSON. */
const weighing = (bytes: number) => bubble([words({ text: 'x'.repeat(bytes - Buffer.byteLength(JSON.stringify(bubble([words({ text: '' })])))) })])

/** What it is about, a container at the limit, the same past it, and where LINE says it is wrong. */
const LIMITS: Array<[string, Part, Part, string]> = [
  ['a text has words', bubble([words()]), bubble([words({ text: '' })]), '/body/contents/0/text'],
  ['a text has words or spans', bubble([words({ text: undefined, contents: [{ type: 'span', text: 'a' }] })]), bubble([{ type: 'text' }]), '/body/contents/0/text'],
  ['spans stand in texts only', bubble([words({ contents: [{ type: 'span', text: 'a' }] })]), bubble([{ type: 'span', text: 'a' }]), '/body/contents/0/type'],
  ['a span has words', bubble([words({ contents: [{ type: 'span', text: 'a' }] })]), bubble([words({ contents: [{ type: 'span', text: '' }] })]), '/body/contents/0/contents/0/text'],
  ['fields that exist', bubble([words({ wrap: true })]), bubble([words({ wrapped: true })]), '/body/contents/0/wrapped'],
  ['fields of the bubble that exist', bubble([words()], { direction: 'ltr' }), bubble([words()], { dir: 'ltr' }), '/dir'],
  ['wrap is true or false', bubble([words({ wrap: false })]), bubble([words({ wrap: 'true' })]), '/body/contents/0/wrap'],
  ['sizes that exist', bubble([words({ size: '5xl' })]), bubble([words({ size: '6xl' })]), '/body/contents/0/size'],
  ['sizes in pixels', bubble([words({ size: '14.5px' })]), bubble([words({ size: '14' })]), '/body/contents/0/size'],
  ['only pictures are full', bubble([image({ size: 'full' })]), bubble([words({ size: 'full' })]), '/body/contents/0/size'],
  ['pictures in per cent', bubble([image({ size: '50%' })]), bubble([image({ size: '50pt' })]), '/body/contents/0/size'],
  ['colors with two digits each', bubble([words({ color: '#0F0F0F80' })]), bubble([words({ color: '#FFF' })]), '/body/contents/0/color'],
  ['no names of colors', bubble([words({ color: '#ff0000' })]), bubble([words({ color: 'red' })]), '/body/contents/0/color'],
  ['margins that exist', bubble([words({ margin: 'xxl' })]), bubble([words({ margin: '3xl' })]), '/body/contents/0/margin'],
  ['margins are not in per cent', bubble([words({ margin: '5px' })]), bubble([words({ margin: '5%' })]), '/body/contents/0/margin'],
  ['padding in per cent', bubble([box([], { paddingAll: '5%' })]), bubble([box([], { paddingAll: '5' })]), '/body/contents/0/paddingAll'],
  ['flex is whole', bubble([words({ flex: 0 })]), bubble([words({ flex: 0.5 })]), '/body/contents/0/flex'],
  ['flex is a number', bubble([words({ flex: 1 })]), bubble([words({ flex: '1' })]), '/body/contents/0/flex'],
  ['weights that exist', bubble([words({ weight: 'bold' })]), bubble([words({ weight: 'heavy' })]), '/body/contents/0/weight'],
  ['maxLines is not negative', bubble([words({ maxLines: 0 })]), bubble([words({ maxLines: -1 })]), '/body/contents/0/maxLines'],
  ['a box has a layout', bubble([box([])]), bubble([{ type: 'box', contents: [] }]), '/body/contents/0/layout'],
  ['layouts that exist', bubble([box([], { layout: 'horizontal' })]), bubble([box([], { layout: 'grid' })]), '/body/contents/0/layout'],
  ['a box has contents', bubble([box([])]), bubble([{ type: 'box', layout: 'vertical' }]), '/body/contents/0/contents'],
  ['no buttons on a base line', bubble([box([icon(), words()], { layout: 'baseline' })]), bubble([box([button()], { layout: 'baseline' })]), '/body/contents/0/contents/0/type'],
  ['no boxes on a base line', bubble([box([box([])])]), bubble([box([box([])], { layout: 'baseline' })]), '/body/contents/0/contents/0/type'],
  ['icons on a base line only', bubble([box([icon()], { layout: 'baseline' })]), bubble([icon()]), '/body/contents/0/type'],
  ['borders that exist', bubble([box([], { borderWidth: 'semi-bold' })]), bubble([box([], { borderWidth: 'thick' })]), '/body/contents/0/borderWidth'],
  ['boxes are aligned', bubble([box([], { alignItems: 'center' })]), bubble([box([], { alignItems: 'stretch' })]), '/body/contents/0/alignItems'],
  ['a gradient has an angle', gradient({ angle: '359.5deg' }), gradient({ angle: '360deg' }), '/body/contents/0/background/angle'],
  ['a gradient ends', gradient(), gradient({ endColor: undefined }), '/body/contents/0/background/endColor'],
  ['a picture has an address', bubble([image()]), bubble([{ type: 'image' }]), '/body/contents/0/url'],
  ['pictures come by HTTPS', bubble([image()]), bubble([image({ url: 'http://example.com/a.png' })]), '/body/contents/0/url'],
  ['an address of 2,000', bubble([image({ url: `https://example.com/${'x'.repeat(1980)}` })]), bubble([image({ url: `https://example.com/${'x'.repeat(1981)}` })]), '/body/contents/0/url'],
  ['pictures are at most three times as high as wide', bubble([image({ aspectRatio: '1:3' })]), bubble([image({ aspectRatio: '1:3.1' })]), '/body/contents/0/aspectRatio'],
  ['a ratio has two sides', bubble([image({ aspectRatio: '1.91:1' })]), bubble([image({ aspectRatio: '16/9' })]), '/body/contents/0/aspectRatio'],
  ['a picture fits or covers', bubble([image({ aspectMode: 'cover' })]), bubble([image({ aspectMode: 'fill' })]), '/body/contents/0/aspectMode'],
  ['10 moving pictures', bubble(times(10, image({ animated: true }))), bubble(times(11, image({ animated: true }))), '/'],
  ['a button does something', bubble([button()]), bubble([{ type: 'button' }]), '/body/contents/0/action'],
  ['a button has a label', bubble([button()]), bubble([button({ action: { type: 'message', text: 'a' } })]), '/body/contents/0/action/label'],
  ['of at most 40 grapheme clusters', bubble([button({ action: { type: 'message', label: KI.repeat(40), text: 'a' } })]), bubble([button({ action: { type: 'message', label: KI.repeat(41), text: 'a' } })]), '/body/contents/0/action/label'],
  ['a tapped box needs none', bubble([box([], { action: { type: 'postback', data: 'd' } })]), bubble([box([], { action: { type: 'postback' } })]), '/body/contents/0/action/data'],
  ['actions have fields that exist', bubble([button()]), bubble([button({ action: { type: 'message', label: 'a', text: 'a', data: 'd' } })]), '/body/contents/0/action/data'],
  ['no camera in a bubble', bubble([button()]), bubble([button({ action: { type: 'camera', label: 'a' } })]), '/body/contents/0/action/type'],
  ['buttons have styles that exist', bubble([button({ style: 'secondary' })]), bubble([button({ style: 'danger' })]), '/body/contents/0/style'],
  ['buttons are small or medium', bubble([button({ height: 'md' })]), bubble([button({ height: 'lg' })]), '/body/contents/0/height'],
  ['types that exist', bubble([{ type: 'separator', color: '#cccccc' }, { type: 'filler' }]), bubble([{ type: 'spacer' }]), '/body/contents/0/type'],
  ['the hero is no text', bubble([], { hero: image() }), bubble([], { hero: words() }), '/hero/type'],
  ['the footer is a box', bubble([], { footer: box([button()]) }), bubble([], { footer: button() }), '/footer/type'],
  ['a bubble has a block', { type: 'bubble', hero: image() }, { type: 'bubble' }, '/'],
  ['bubbles have sizes that exist', bubble([], { size: 'deca' }), bubble([], { size: 'huge' }), '/size'],
  ['styles of blocks', bubble([], { styles: { body: { separator: true } } }), bubble([], { styles: { side: {} } }), '/styles/side'],
  ['a film needs a wide bubble', bubble([], { hero: video, size: 'kilo' }), bubble([], { hero: video, size: 'micro' }), '/hero'],
  ['a film stands alone', bubble([], { hero: video }), carousel([bubble([], { hero: video })]), '/contents/0/hero/type'],
  ['a bubble weighs 30 KB', weighing(30 * 1024), weighing(30 * 1024 + 1), '/'],
  ['12 bubbles', carousel(times(12, bubble([words()]))), carousel(times(13, bubble([words()]))), '/contents'],
  ['one bubble at least', carousel([bubble([words()])]), carousel([]), '/contents'],
  ['bubbles of one size', carousel([bubble([]), bubble([], { size: 'mega' })]), carousel([bubble([]), bubble([], { size: 'kilo' })]), '/contents'],
  ['a carousel weighs 50 KB', carousel(times(2, weighing(25 * 1024 - 20))), carousel(times(2, weighing(25 * 1024))), '/'],
  ['a container that exists', bubble([]), { type: 'box', layout: 'vertical', contents: [] }, '/type'],
]

describe('flex messages', () => {
  it.each(LIMITS)('%s', async (_, good, bad, property) => {
    const { call } = await desk()
    const validate = (contents: Part) => call('POST', '/v2/bot/message/validate/push', { messages: [words(), { type: 'flex', altText: 'alt', contents }] })
    expect(await validate(good)).toMatchObject({ status: 200, body: {} })
    const refused = await validate(bad)
    expect(refused).toMatchObject({ status: 400, body: { message: 'A message (messages[1]) in the request body is invalid' } })
    expect(refused.body.details.map((detail: Part) => detail.property)).toContain(property)
  })

  it('need an alternative text', async () => {
    const { call } = await desk()
    const validate = (altText?: string) => call('POST', '/v2/bot/message/validate/push', { messages: [{ type: 'flex', altText, contents: bubble([words()]) }] })
    expect((await validate('x'.repeat(1500))).status).toBe(200)
    for (const altText of [undefined, '', 'x'.repeat(1501)]) { expect(await validate(altText)).toMatchObject({ status: 400, body: { details: [{ property: 'messages[0].altText' }] } }) }
  })
})
