import type { Rule, Scope } from './rule'
import { isJson } from '../../http'
import { action } from './action'
import { altText, COMMON } from './everyMessage'
import { box, image, video } from './flexComponent'
import { color } from './flexValues'
import { byType, flag, list, need, object, oneOf, wrong } from './rule'

/** Bytes of JSON. Source: "Bubble", "Carousel". */
const BUBBLE_BYTES = 30 * 1_024
const CAROUSEL_BYTES = 50 * 1_024
const MAX_ANIMATED = 10

const type: Rule = () => {}
const blockStyle = object({ backgroundColor: color, separator: flag, separatorColor: color })
const block = byType({ box })

function bubble(inCarousel: boolean): Rule {
  return object({
    type: need(oneOf('bubble')),
    size: oneOf('nano', 'micro', 'deca', 'hecto', 'kilo', 'mega', 'giga'),
    direction: oneOf('ltr', 'rtl'),
    header: block,
    hero: byType({ box, image, ...(!inCarousel && { video }) }),
    body: block,
    footer: block,
    styles: object({ header: blockStyle, hero: blockStyle, body: blockStyle, footer: blockStyle }),
    action: action('flex'),
  }, (value, at, scope) => {
    if (!value.header && !value.hero && !value.body && !value.footer) wrong(scope, at || '/', 'At least one block must be specified')
    if (isJson(value.hero) && value.hero.type === 'video' && !['kilo', 'mega', 'giga', undefined].includes(value.size as string)) wrong(scope, `${at}/hero`, 'invalid property')
  })
}

const carousel = object({ type, contents: need(list(bubble(true), 1, 12)) }, (value, at, scope) => {
  const sizes = new Set((Array.isArray(value.contents) ? value.contents : []).filter(isJson).map(({ size }) => size ?? 'mega'))
  if (sizes.size > 1) wrong(scope, `${at}/contents`, 'Bubbles must have the same size')
})

/** Weighs the whole first: what is light as a whole has no heavy bubble. */
function weigh(value: unknown, limit: number, at: string, scope: Scope): void {
  const bytes = Buffer.byteLength(JSON.stringify(value))
  if (bytes > limit) wrong(scope, at || '/', `The size of the JSON must be at most ${limit} bytes`)
  if (bytes > BUBBLE_BYTES && isJson(value) && value.type === 'carousel' && Array.isArray(value.contents)) { value.contents.forEach((bubble, index) => weigh(bubble, BUBBLE_BYTES, `/contents/${index}`, scope)) }
}

function animations(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + animations(item), 0)
  if (!isJson(value)) return 0
  return (value.type === 'image' && value.animated === true ? 1 : 0) + animations([value.contents, value.header, value.hero, value.body, value.footer].filter(Boolean))
}

const container = byType({ bubble: bubble(false), carousel })

/** The shell of a Flex message; what it contains is checked by `flexContents`. */
export const flexMessage = object({ ...COMMON, altText, contents: need(type) })

/** The container of a Flex message, with places named from its root. */
export const flexContents: Rule = (value, at, scope) => {
  container(value, at, scope)
  weigh(value, isJson(value) && value.type === 'carousel' ? CAROUSEL_BYTES : BUBBLE_BYTES, at, scope)
  if (animations(value) > MAX_ANIMATED) wrong(scope, '/', `At most ${MAX_ANIMATED} images can be animated`)
}
