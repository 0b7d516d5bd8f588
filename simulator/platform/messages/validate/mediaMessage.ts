import { altText, COMMON, quoteToken } from './everyMessage'
import { byType, list, matching, need, number, object, whole } from './rule'
import { linkUri, mediaUrl, text } from './text'

const digits = matching(/^\d{1,20}$/, 'Must be a number')

export const stickerMessage = object({ ...COMMON, packageId: need(digits), stickerId: need(digits), quoteToken })

export const imageMessage = object({ ...COMMON, originalContentUrl: need(mediaUrl), previewImageUrl: need(mediaUrl) })

export const videoMessage = object({
  ...COMMON,
  originalContentUrl: need(mediaUrl),
  previewImageUrl: need(mediaUrl),
  trackingId: matching(/^[\w\-.=,+*()%$&;:@{}!?<>[\]]{1,100}$/, 'Invalid tracking id'),
})

export const audioMessage = object({ ...COMMON, originalContentUrl: need(mediaUrl), duration: need(whole(1)) })

export const locationMessage = object({
  ...COMMON,
  title: need(text(100)),
  address: need(text(100)),
  latitude: need(number(-90, 90)),
  longitude: need(number(-180, 180)),
})

const area = need(object({ x: need(whole(0)), y: need(whole(0)), width: need(whole(1)), height: need(whole(1)) }))
function type() {}
const label = text(100, 0)

/** A picture with places to tap. */
export const imagemapMessage = object({
  ...COMMON,
  baseUrl: need(mediaUrl),
  altText,
  baseSize: need(object({ width: need(whole(1_040, 1_040)), height: need(whole(1)) })),
  actions: need(list(byType({
    uri: object({ type, label, linkUri: need(linkUri), area }),
    message: object({ type, label, text: need(text(400)), area }),
    clipboard: object({ type, label, clipboardText: need(text(1_000)), area }),
  }), 1, 50)),
  video: object({
    originalContentUrl: need(mediaUrl),
    previewImageUrl: need(mediaUrl),
    area,
    externalLink: object({ linkUri: need(linkUri), label: need(text(30)) }),
  }),
})
