import type { Json } from '../../http'
import type { Rule, Scope } from './rule'
import { isJson } from '../../http'
import { action } from './action'
import { altText, COMMON } from './everyMessage'
import { below, byType, list, matching, need, object, oneOf, wrong } from './rule'
import { graphemeText, mediaUrl } from './text'

const type: Rule = () => {}
const imageAspectRatio = oneOf('rectangle', 'square')
const imageSize = oneOf('cover', 'contain')
const card = {
  thumbnailImageUrl: mediaUrl,
  imageBackgroundColor: matching(/^#[0-9a-f]{6}$/i, 'Must be a color such as #FFFFFF'),
  title: graphemeText(40),
  text: need(() => {}),
  defaultAction: action('imageCarousel'),
}

/** The text may be `long` without picture and title, 60 with one of them. */
function textOf(long: number) {
  return (value: Json, at: string, scope: Scope): void => {
    if (value.text !== undefined && value.text !== null) graphemeText(value.thumbnailImageUrl || value.title ? 60 : long)(value.text, below(at, 'text', scope), scope)
  }
}

const buttons = object({ type, ...card, imageAspectRatio, imageSize, actions: need(list(action('template'), 1, 4)) }, textOf(160))

const confirm = object({ type, text: need(graphemeText(240)), actions: need(list(action('template'), 2, 2)) })

const carousel = object({
  type,
  imageAspectRatio,
  imageSize,
  columns: need(list(object({ ...card, actions: need(list(action('template'), 1, 3)) }, textOf(120)), 1, 10)),
}, sameInAllColumns)

/** All columns have as many actions as the first, and picture and title as the first has. */
function sameInAllColumns(value: Json, at: string, scope: Scope): void {
  const columns = (Array.isArray(value.columns) ? value.columns : []).filter(isJson)
  const differs = (feature: (column: Json) => unknown) => columns.some(column => feature(column) !== feature(columns[0]!))
  const property = below(at, 'columns', scope)
  if (differs(({ actions }) => Array.isArray(actions) && actions.length)) wrong(scope, property, 'The number of actions must be the same for all columns')
  if (differs(({ thumbnailImageUrl }) => Boolean(thumbnailImageUrl)) || differs(({ title }) => Boolean(title))) { wrong(scope, property, 'Image and title must be set for all columns or for none') }
}

const imageCarousel = object({ type, columns: need(list(object({ imageUrl: need(mediaUrl), action: need(action('imageCarousel')) }), 1, 10)) })

/** Buttons, confirm, carousel and image carousel. Source: "Template messages". */
export const templateMessage = object({
  ...COMMON,
  altText,
  template: need(byType({ buttons, confirm, carousel, image_carousel: imageCarousel })),
})
