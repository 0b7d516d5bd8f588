import { expect, it } from 'vitest'
import { boxStyle, letterSize, placeIn } from '../../../simulator/ui/components/flex/style'
import { templateAsFlex } from '../../../simulator/ui/components/flex/templates'

const row = { type: 'box', layout: 'horizontal', spacing: 'md' } as const
const column = { type: 'box', layout: 'vertical', spacing: 'lg' } as const
const text = { type: 'text', text: 'ก' }

it('shares a row by the parts given, 1 unless said', () => {
  expect(placeIn(row, { ...text, flex: 7 }, 0)).toMatchObject({ flex: '7 1 0' })
  expect(placeIn(row, text, 0)).toMatchObject({ flex: '1 1 0' })
  expect(placeIn(row, { ...text, flex: 0 }, 0)).toMatchObject({ flex: '0 0 auto' })
})

it('lets icons, rules and boxes with a width take only what they need', () => {
  for (const node of [{ type: 'icon' }, { type: 'separator' }, { type: 'box', width: '72px' }]) expect(placeIn(row, node, 0)).toMatchObject({ flex: '0 0 auto' })
})

it('puts the box\'s spacing before all but the first, and a component\'s own margin over it', () => {
  expect(placeIn(column, text, 0).marginTop).toBeUndefined()
  expect(placeIn(column, text, 1).marginTop).toBe('12px')
  expect(placeIn(column, { ...text, margin: 'xxl' }, 1).marginTop).toBe('20px')
  expect(placeIn(row, text, 1).marginInlineStart).toBe('8px')
})

it('takes an absolutely placed component out of the row', () => {
  expect(placeIn(row, { type: 'box', position: 'absolute', offsetTop: '4px', offsetEnd: 'md' }, 1)).toMatchObject({ position: 'absolute', top: '4px', insetInlineEnd: '8px' })
})

it('paints gradients with an optional middle', () => {
  const background = { type: 'linearGradient', angle: '90deg', startColor: '#000000', endColor: '#ffffff' }
  expect(boxStyle({ ...row, background }).background).toBe('linear-gradient(90deg, #000000, #ffffff)')
  expect(boxStyle({ ...row, background: { ...background, centerColor: '#ff0000', centerPosition: '20%' } }).background).toBe('linear-gradient(90deg, #000000, #ff0000 20%, #ffffff)')
})

it('lets one padding override the padding of all sides', () => {
  expect(boxStyle({ ...row, paddingAll: 'xl', paddingTop: '3px' })).toMatchObject({ paddingTop: '3px', paddingBottom: '16px' })
})

it('knows letter sizes as keywords and as pixels', () => {
  expect([letterSize(), letterSize('xxs'), letterSize('5xl'), letterSize('17px')]).toEqual(['16px', '11px', '74px', '17px'])
})

it('draws a confirm template as one bubble with two links', () => {
  const bubble = templateAsFlex({ type: 'confirm', text: '?', actions: [{ type: 'message', label: 'ใช่' }, { type: 'message', label: 'ไม่' }] })
  expect(bubble).toMatchObject({ type: 'bubble', footer: { layout: 'horizontal', contents: [{ type: 'button' }, { type: 'separator' }, { type: 'button' }] } })
})

it('draws an image carousel as one bubble a picture, each tappable', () => {
  const carousel = templateAsFlex({ type: 'image_carousel', columns: [{ imageUrl: 'https://e/1', action: { type: 'uri', label: 'ดู', uri: 'https://e' } }] })
  expect(carousel).toMatchObject({ type: 'carousel', contents: [{ action: { type: 'uri' }, body: { contents: [{ type: 'image', url: 'https://e/1' }, { position: 'absolute' }] } }] })
})
