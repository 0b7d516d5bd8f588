import type { LineAction } from '../../composables/lineAction'
import type { FlexBubble, FlexContainer, FlexNode } from './types'

interface Column {
  thumbnailImageUrl?: string
  imageBackgroundColor?: string
  imageUrl?: string
  title?: string
  text?: string
  defaultAction?: LineAction
  action?: LineAction
  actions?: LineAction[]
}

/** A template message's `template`. Source: Messaging API, "Template messages". */
export interface Template extends Column {
  type: string
  imageAspectRatio?: 'rectangle' | 'square'
  imageSize?: 'cover' | 'contain'
  columns?: Column[]
}

const words = (text: string, more: Partial<FlexNode> = {}): FlexNode => ({ type: 'text', text, wrap: true, ...more })
const links = (actions: LineAction[] = []): FlexNode[] => actions.map(action => ({ type: 'button', style: 'link', height: 'sm', action }))

function card(column: Column, look: Template): FlexBubble {
  return {
    type: 'bubble',
    size: look.columns ? 'kilo' : 'mega',
    hero: column.thumbnailImageUrl
      ? {
          type: 'image',
          url: column.thumbnailImageUrl,
          size: 'full',
          aspectRatio: look.imageAspectRatio === 'square' ? '1:1' : '151:100',
          aspectMode: look.imageSize === 'contain' ? 'fit' : 'cover',
          backgroundColor: column.imageBackgroundColor ?? look.imageBackgroundColor,
          action: column.defaultAction,
        }
      : undefined,
    body: {
      type: 'box',
      layout: 'vertical',
      spacing: 'sm',
      paddingAll: 'xl',
      action: column.defaultAction,
      contents: [
        ...(column.title ? [words(column.title, { weight: 'bold' })] : []),
        words(column.text ?? '', { size: 'sm' }),
      ],
    },
    footer: { type: 'box', layout: 'vertical', contents: [{ type: 'separator' }, ...links(column.actions)] },
  }
}

function confirm(template: Template): FlexBubble {
  const [no, yes] = links(template.actions)
  return {
    type: 'bubble',
    body: { type: 'box', layout: 'vertical', contents: [words(template.text ?? '')] },
    footer: { type: 'box', layout: 'horizontal', contents: [no, { type: 'separator' } as FlexNode, yes].filter(part => part !== undefined) },
    styles: { footer: { separator: true } },
  }
}

function picture(column: Column): FlexBubble {
  const label = column.action?.label
  return {
    type: 'bubble',
    size: 'deca',
    action: column.action,
    body: {
      type: 'box',
      layout: 'vertical',
      paddingAll: 'none',
      contents: [
        { type: 'image', url: column.imageUrl, size: 'full', aspectMode: 'cover' },
        ...(label
          ? [{
              type: 'box',
              layout: 'vertical',
              position: 'absolute',
              offsetBottom: '12px',
              offsetStart: '12px',
              offsetEnd: '12px',
              backgroundColor: '#00000099',
              cornerRadius: 'xxl',
              paddingAll: 'md',
              contents: [{ type: 'text', text: label, color: '#ffffff', align: 'center', size: 'sm' }],
            } as FlexNode]
          : []),
      ],
    },
  }
}

/** A template message drawn with Flex, as the LINE app does nowadays. */
export function templateAsFlex(template: Template): FlexContainer {
  switch (template.type) {
    case 'confirm': return confirm(template)
    case 'carousel': return { type: 'carousel', contents: template.columns?.map(column => card(column, template)) ?? [] }
    case 'image_carousel': return { type: 'carousel', contents: template.columns?.map(picture) ?? [] }
    default: return card(template, template)
  }
}
