import type { messagingApi } from '@line/bot-sdk'
import type { Choice, Utterance } from '../say'
import type { Tone } from './colours'
import { action } from '../say'
import { clipped } from '../text'
import { colours, tones } from './colours'

type Component = messagingApi.FlexComponent
type Bubble = messagingApi.FlexBubble

/** What a card says: what it is, its state, its facts, what can be done next. */
export interface Card {
  /** One line, bold; long names run to two. */
  title: string
  chip?: { word: string, tone: Tone }
  /** Label and value, 3 : 7, and what tapping the row does. Empty values are left out. */
  rows?: Row[]
  /** Long labels, short values: 6 : 4. */
  wideLabels?: true
  /** A short text below the rows. */
  note?: string
  /** Steps of a time line, oldest first. */
  steps?: { when: string, what: string, now?: boolean }[]
  /** The likely one first: it is filled, the others are links. At most three. */
  buttons?: Choice[]
  /** No button is filled (each undoes or refuses something). */
  plain?: boolean
  /** Photo of the thing itself. */
  photo?: { preview: string, full: string }
  size?: 'kilo' | 'mega'
}

/** A fact on a card; `link`: its label stands at the end of the row. */
export type Row = [label: string, value: string, link?: Choice]

/** LINE's limit for the label of a button in a Flex message. */
const labelLength = 40

/** A card as a Flex bubble. */
export function bubble(card: Card): Bubble {
  const body: Component[] = [
    title(card.title),
    ...(card.chip ? [chip(card.chip)] : []),
    ...rows(card.rows ?? [], card.wideLabels ? 6 : 3),
    ...(card.note ? [{ type: 'text' as const, text: card.note, size: 'sm', color: colours.softInk, wrap: true, margin: 'md' }] : []),
    ...steps(card.steps ?? []),
  ]
  const buttons = (card.buttons ?? []).slice(0, 3)
  return {
    type: 'bubble',
    size: card.size ?? 'mega',
    ...(card.photo && { hero: hero(card.photo) }),
    body: { type: 'box', layout: 'vertical', spacing: 'sm', paddingAll: 'lg', contents: body },
    ...(buttons.length > 0 && {
      footer: { type: 'box', layout: 'vertical', spacing: 'xs', paddingAll: 'md', contents: buttons.map((b, i) => button(b, i === 0 && !card.plain)) },
    }),
  }
}

/** One card as a message. `alt` says the whole card in one sentence: lock screens and LINE for PC's list show it. */
export function cardMessage(alt: string, card: Card, about?: string): Utterance {
  return flex(alt, bubble(card), about)
}

/** Up to 12 cards of one size side by side. `shows`: what each speaks of. */
export function carousel(alt: string, cards: Card[], about?: string, shows?: string[]): Utterance {
  const bubbles = cards.slice(0, 12).map(card => bubble({ ...card, size: 'kilo' }))
  const said = bubbles.length === 1 ? flex(alt, bubbles[0]!, about) : flex(alt, { type: 'carousel', contents: bubbles }, about)
  return shows ? { ...said, shows } : said
}

function flex(alt: string, contents: messagingApi.FlexContainer, about?: string): Utterance {
  const message: messagingApi.FlexMessage = { type: 'flex', altText: clipped(alt, 400), contents }
  return about ? { message, about } : { message }
}

const title = (words: string): Component => ({ type: 'text', text: words, weight: 'bold', size: 'md', color: colours.ink, wrap: true, maxLines: 2 })

function chip({ word, tone }: { word: string, tone: Tone }): Component {
  const { sign, ink, ground } = tones[tone]
  return {
    type: 'box',
    layout: 'horizontal',
    contents: [
      { type: 'box', layout: 'vertical', flex: 0, backgroundColor: ground, cornerRadius: 'md', paddingAll: 'xs', paddingStart: 'md', paddingEnd: 'md', contents: [{ type: 'text', text: `${sign} ${word}`, size: 'xs', weight: 'bold', color: ink, wrap: true }] },
      { type: 'filler' },
    ],
  }
}

function rows(given: Row[], share: number): Component[] {
  return given.filter(([, value]) => value !== '').map(([label, value, link]): Component => ({
    type: 'box',
    layout: 'horizontal',
    spacing: 'sm',
    contents: [
      { type: 'text', text: label, size: 'sm', color: colours.softInk, flex: share, wrap: true },
      { type: 'text', text: value, size: 'sm', color: colours.ink, flex: link ? 8 - share : 10 - share, wrap: true },
      ...(link ? [{ type: 'text' as const, text: link.label, size: 'sm', color: colours.brand, weight: 'bold' as const, flex: 2, align: 'end' as const }] : []),
    ],
    ...(link && { action: action(link, labelLength), paddingTop: 'xs', paddingBottom: 'xs' }),
  }))
}

function steps(given: NonNullable<Card['steps']>): Component[] {
  if (given.length === 0) return []
  const lines = given.map(({ when, what, now }): Component => ({
    type: 'box',
    layout: 'horizontal',
    spacing: 'sm',
    contents: [
      { type: 'text', text: now ? '●' : '○', size: 'xs', color: now ? colours.brand : colours.softInk, flex: 0 },
      {
        type: 'box',
        layout: 'vertical',
        contents: [
          { type: 'text', text: what, size: 'xs', color: colours.ink, weight: now ? 'bold' : 'regular', wrap: true },
          { type: 'text', text: when, size: 'xs', color: colours.softInk, wrap: true },
        ],
      },
    ],
  }))
  return [{ type: 'separator', margin: 'md', color: colours.line }, { type: 'box', layout: 'vertical', spacing: 'xs', margin: 'md', contents: lines }]
}

function hero({ preview, full }: { preview: string, full: string }): Component {
  return { type: 'image', url: preview, size: 'full', aspectRatio: '20:13', aspectMode: 'cover', backgroundColor: colours.paper, action: { type: 'uri', label: 'photo', uri: full } }
}

function button(of: Choice, filled: boolean): Component {
  return { type: 'button', height: 'sm', action: action(of, labelLength), ...(filled ? { style: 'primary', color: colours.brand } : { style: 'link', color: colours.brand }) }
}
