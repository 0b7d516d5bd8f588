import type { Links } from '../../bot/message'
import type { PhotoLinks } from '../photos/links'
import type { Account } from './account'

/** Links for messages, made by this server. */
export function links(photos: PhotoLinks, account: Pick<Account, 'basicId'>): Links {
  return {
    photo: (attachmentId, size) => photos.link(attachmentId, size),
    chat: text => account.basicId && `https://line.me/R/oaMessage/${encodeURIComponent(account.basicId)}/?${encodeURIComponent(text)}`,
  }
}
