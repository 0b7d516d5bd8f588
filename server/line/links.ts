import type { Links } from '../../bot/message'
import type { SignedLinks } from '../auth/signedLinks'
import type { Config } from '../config'
import type { PhotoLinks } from '../photos/links'
import type { Account } from './account'

/** Links for messages, made by this server. */
export function links({ line: { liffId }, simulator, publicUrl }: Pick<Config, 'line' | 'simulator' | 'publicUrl'>, photos: PhotoLinks, held: SignedLinks, account: Pick<Account, 'basicId'>): Links {
  return {
    photo: (attachmentId, size) => photos.link(attachmentId, size),
    held: userId => `${publicUrl}/held/${userId}?${held.sign(userId)}`,
    liff: path => simulator ? `${publicUrl}/liff${path}` : liffId ? `https://liff.line.me/${liffId}${path}` : null,
    chat: text => account.basicId && `https://line.me/R/oaMessage/${encodeURIComponent(account.basicId)}/?${encodeURIComponent(text)}`,
  }
}
