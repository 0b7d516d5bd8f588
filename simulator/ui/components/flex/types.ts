import type { LineAction } from '../../composables/lineAction'

/** Any Flex component as LINE's JSON has it; which keys mean something depends on `type`. Source: Messaging API, "Flex Message". */
export interface FlexNode {
  type: string
  layout?: 'horizontal' | 'vertical' | 'baseline'
  contents?: FlexNode[]
  flex?: number
  spacing?: string
  margin?: string
  position?: 'relative' | 'absolute'
  offsetTop?: string
  offsetBottom?: string
  offsetStart?: string
  offsetEnd?: string
  paddingAll?: string
  paddingTop?: string
  paddingBottom?: string
  paddingStart?: string
  paddingEnd?: string
  backgroundColor?: string
  background?: { type: string, angle: string, startColor: string, endColor: string, centerColor?: string, centerPosition?: string }
  borderColor?: string
  borderWidth?: string
  cornerRadius?: string
  width?: string
  maxWidth?: string
  height?: string
  maxHeight?: string
  justifyContent?: string
  alignItems?: string
  action?: LineAction
  text?: string
  size?: string
  weight?: string
  color?: string
  align?: 'start' | 'end' | 'center'
  gravity?: 'top' | 'bottom' | 'center'
  wrap?: boolean
  maxLines?: number
  decoration?: string
  style?: string
  lineSpacing?: string
  adjustMode?: 'shrink-to-fit'
  url?: string
  previewUrl?: string
  aspectRatio?: string
  aspectMode?: 'fit' | 'cover'
  altContent?: FlexNode
}

/** Look of one block of a bubble. */
export interface BlockStyle { backgroundColor?: string, separator?: boolean, separatorColor?: string }

/** A bubble: header, hero, body and footer, each optional. */
export interface FlexBubble {
  type: 'bubble'
  size?: string
  direction?: 'ltr' | 'rtl'
  header?: FlexNode
  hero?: FlexNode
  body?: FlexNode
  footer?: FlexNode
  styles?: Partial<Record<'header' | 'hero' | 'body' | 'footer', BlockStyle>>
  action?: LineAction
}

/** What a Flex message holds. */
export type FlexContainer = FlexBubble | { type: 'carousel', contents: FlexBubble[] }
