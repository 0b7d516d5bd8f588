import type { Rule } from './rule'
import { isJson } from '../../http'
import { action } from './action'
import * as v from './flexValues'
import { byType, flag, list, need, object, oneOf, whole, wrong } from './rule'
import { mediaUrl, text } from './text'

const type: Rule = () => {}
const ANY = 100_000
const tap = action('flex')
const placed = { margin: v.space, position: v.position, offsetTop: v.inset, offsetBottom: v.inset, offsetStart: v.inset, offsetEnd: v.inset }

const span = object({ type: need(oneOf('span')), text: need(text(ANY)), size: v.fontSize, color: v.color, weight: v.weight, style: v.fontStyle, decoration: v.decoration })

const textComponent = object({
  type,
  ...placed,
  flex: v.flexRatio,
  text: text(ANY),
  contents: list(span, 1, ANY),
  size: v.fontSize,
  align: v.align,
  gravity: v.gravity,
  color: v.color,
  weight: v.weight,
  style: v.fontStyle,
  decoration: v.decoration,
  wrap: flag,
  lineSpacing: v.pixels,
  maxLines: whole(0),
  adjustMode: v.adjustMode,
  scaling: flag,
  action: tap,
}, (value, at, scope) => {
  if (typeof value.text !== 'string' && !Array.isArray(value.contents)) wrong(scope, `${at}/text`, 'must be specified')
})

const button = object({
  type,
  ...placed,
  flex: v.flexRatio,
  action: need(action('flexButton')),
  style: oneOf('primary', 'secondary', 'link'),
  height: oneOf('sm', 'md'),
  color: v.color,
  gravity: v.gravity,
  adjustMode: v.adjustMode,
  scaling: flag,
})

export const image = object({
  type,
  ...placed,
  flex: v.flexRatio,
  url: need(mediaUrl),
  align: v.align,
  gravity: v.gravity,
  size: v.imageSize,
  aspectRatio: v.aspectRatio,
  aspectMode: oneOf('fit', 'cover'),
  backgroundColor: v.color,
  action: tap,
  animated: flag,
})

const icon = object({ type, ...placed, url: need(mediaUrl), size: v.fontSize, aspectRatio: v.aspectRatio, scaling: flag })
const separator = object({ type, margin: v.space, color: v.color })
const filler = object({ type, flex: v.flexRatio })

const rowTypes: Record<string, Rule> = { button, image, text: textComponent, separator, filler }
const inRow = byType(rowTypes)
const inLine = byType({ icon, text: textComponent, filler })

/** A box and all that is in it, boxes too; a baseline box holds only icons and texts. */
export const box = object({
  type,
  ...placed,
  layout: need(oneOf('horizontal', 'vertical', 'baseline')),
  contents: need(() => {}),
  flex: v.flexRatio,
  spacing: v.space,
  backgroundColor: v.color,
  borderColor: v.color,
  borderWidth: v.borderWidth,
  cornerRadius: v.cornerRadius,
  width: v.length,
  maxWidth: v.length,
  height: v.length,
  maxHeight: v.length,
  paddingAll: v.inset,
  paddingTop: v.inset,
  paddingBottom: v.inset,
  paddingStart: v.inset,
  paddingEnd: v.inset,
  action: tap,
  justifyContent: oneOf('center', 'flex-start', 'flex-end', 'space-between', 'space-around', 'space-evenly'),
  alignItems: oneOf('center', 'flex-start', 'flex-end'),
  background: object({
    type: need(oneOf('linearGradient')),
    angle: need(v.angle),
    startColor: need(v.color),
    endColor: need(v.color),
    centerColor: v.color,
    centerPosition: v.percent,
  }),
}, ({ layout, contents }, at, scope) => {
  if (contents !== undefined && contents !== null) list(layout === 'baseline' ? inLine : inRow, 0, ANY)(contents, `${at}/contents`, scope)
})
rowTypes.box = box

/** Stands only in the hero of a single bubble of size kilo, mega or giga. */
export const video = object({
  type,
  url: need(mediaUrl),
  previewUrl: need(mediaUrl),
  altContent: need(byType({ box, image })),
  aspectRatio: v.aspectRatio,
  action: tap,
}, (value, at, scope) => {
  if (isJson(value.action) && value.action.type !== 'uri') wrong(scope, `${at}/action`, 'invalid property')
})
