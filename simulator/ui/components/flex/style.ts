import type { CSSProperties } from 'vue'
import type { FlexNode } from './types'

/** LINE's keywords in CSS pixels, as the LINE app draws them at its default font size. */
const spaces: Record<string, string> = { none: '0', xs: '2px', sm: '4px', md: '8px', lg: '12px', xl: '16px', xxl: '20px' }
const letters: Record<string, string> = { 'xxs': '11px', 'xs': '13px', 'sm': '14px', 'md': '16px', 'lg': '19px', 'xl': '22px', 'xxl': '29px', '3xl': '35px', '4xl': '48px', '5xl': '74px' }
const pictures: Record<string, string> = { 'xxs': '40px', 'xs': '60px', 'sm': '80px', 'md': '100px', 'lg': '120px', 'xl': '140px', 'xxl': '160px', '3xl': '180px', '4xl': '200px', '5xl': '220px', 'full': '100%' }
const borders: Record<string, string> = { 'none': '0', 'light': '0.5px', 'normal': '1px', 'medium': '2px', 'semi-bold': '3px', 'bold': '4px' }
const bubbles: Record<string, string> = { nano: '120px', micro: '160px', deca: '220px', hecto: '241px', kilo: '260px', mega: '300px', giga: '500px' }
const ends: Record<string, string> = { start: 'flex-start', end: 'flex-end', center: 'center', top: 'flex-start', bottom: 'flex-end' }

/** A length: keyword, `12px`, `50%` or nothing. */
const length = (table: Record<string, string>, value: string | undefined) => value === undefined ? undefined : table[value] ?? value

/** Width of a bubble by its size keyword. */
export const bubbleWidth = (size = 'mega'): string => bubbles[size] ?? bubbles.mega!

/** Size of letters: keyword or pixels. */
export const letterSize = (size = 'md'): string => letters[size] ?? size

/** `flex-start`, `center` or `flex-end` for `align` and `gravity`. */
export const side = (value: string | undefined): string | undefined => value && ends[value]

/** `20:13` as a CSS ratio. */
export const ratio = (value = '1:1'): string => value.replace(':', ' / ')

/** Width of an image: keyword, pixels or per cent. */
export const pictureWidth = (size = 'md'): string => pictures[size] ?? size

/** How a component sits in its parent box: share of the space, gap before it, offset. `index` counts from 0. */
export function placeIn(parent: FlexNode | undefined, node: FlexNode, index: number): CSSProperties {
  const across = parent !== undefined && parent.layout !== 'vertical'
  const gap = length(spaces, node.margin ?? (index > 0 ? parent?.spacing : undefined))
  const away = node.position === 'absolute'
  return {
    ...(away || !parent ? {} : across ? shareOfRow(node) : shareOfColumn(node)),
    maxWidth: node.maxWidth ?? '100%',
    ...(gap && !away && (across ? { marginInlineStart: gap } : { marginTop: gap })),
    position: node.position ?? 'relative',
    top: length(spaces, node.offsetTop),
    bottom: length(spaces, node.offsetBottom),
    insetInlineStart: length(spaces, node.offsetStart),
    insetInlineEnd: length(spaces, node.offsetEnd),
  }
}

/** In a row everything shares the width by default; icons, separators and boxes with a width take what they need. */
function shareOfRow(node: FlexNode): CSSProperties {
  const flex = node.flex ?? (['icon', 'separator'].includes(node.type) || node.width ? 0 : 1)
  return flex > 0 ? { flex: `${flex} 1 0`, minWidth: '0' } : { flex: '0 0 auto' }
}

/** In a column everything is as high as it needs by default; fillers take the rest. */
function shareOfColumn(node: FlexNode): CSSProperties {
  const flex = node.flex ?? (node.type === 'filler' ? 1 : 0)
  return { flex: flex > 0 ? `${flex} 0 auto` : '0 0 auto' }
}

/** A box itself: direction, padding, ground, border, size. */
export function boxStyle(node: FlexNode): CSSProperties {
  const pad = (value: string | undefined) => length(spaces, value ?? node.paddingAll)
  return {
    flexDirection: node.layout === 'vertical' ? 'column' : 'row',
    alignItems: node.layout === 'baseline' ? 'baseline' : node.alignItems,
    justifyContent: node.justifyContent,
    paddingTop: pad(node.paddingTop),
    paddingBottom: pad(node.paddingBottom),
    paddingInlineStart: pad(node.paddingStart),
    paddingInlineEnd: pad(node.paddingEnd),
    background: gradient(node.background) ?? node.backgroundColor,
    border: node.borderWidth && node.borderWidth !== 'none' ? `${length(borders, node.borderWidth)} solid ${node.borderColor ?? '#000'}` : undefined,
    borderRadius: length(spaces, node.cornerRadius),
    overflow: node.cornerRadius ? 'hidden' : undefined,
    width: node.width,
    height: node.height,
    maxHeight: node.maxHeight,
  }
}

function gradient(of: FlexNode['background']): string | undefined {
  if (of?.type !== 'linearGradient') { return undefined }
  const middle = of.centerColor ? `, ${of.centerColor} ${of.centerPosition ?? '50%'}` : ''
  return `linear-gradient(${of.angle}, ${of.startColor}${middle}, ${of.endColor})`
}

/** Letters of a text or span. */
export function textStyle(node: FlexNode): CSSProperties {
  return {
    fontSize: node.size && letterSize(node.size),
    fontWeight: node.weight && (node.weight === 'bold' ? 600 : 400),
    color: node.color,
    textDecoration: node.decoration && (node.decoration === 'none' ? 'none' : node.decoration),
    fontStyle: node.style === 'italic' ? 'italic' : undefined,
  }
}
