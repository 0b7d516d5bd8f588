import type { LineAction } from './lineAction'
import { shallowRef } from 'vue'

/** What can lie over the chat: the side drawers on a phone, and the sheets that a person fills in. */
export type Open
  = | { name: 'people' | 'panel' | 'attach' | 'photo' | 'place' | 'sticker' | 'qr' | 'newPerson' | 'newGroup' }
    | { name: 'dateTime', action: LineAction }
    | { name: 'picture', src: string }
    | { name: 'liff', url: string }

const open = shallowRef<Open | null>(null)

/** The one open drawer or sheet. */
export function useSheets() {
  return {
    open,
    show: (what: Open) => { open.value = what },
    close: () => { open.value = null },
  }
}
