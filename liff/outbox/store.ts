import type { DBSchema, IDBPDatabase } from 'idb'
import type { Kept } from '../composables/draft'
import type { Waiting } from './waiting'
import { openDB } from 'idb'

/** A form as far as it was typed on this device. */
export interface LocalDraft { key: string, data: Kept, at: number }

interface Schema extends DBSchema {
  outbox: { key: string, value: Waiting }
  drafts: { key: string, value: LocalDraft }
}

let opened: Promise<IDBPDatabase<Schema> | null> | undefined

/** What this browser keeps: what waits to be sent, and forms that are not finished. Null where the browser keeps nothing (some private windows). */
export function shelf(): Promise<IDBPDatabase<Schema> | null> {
  return opened ??= openDB<Schema>('songklong', 1, {
    upgrade(db) {
      db.createObjectStore('outbox', { keyPath: 'id' })
      db.createObjectStore('drafts', { keyPath: 'key' })
    },
    terminated: () => opened = undefined,
  }).catch(() => null)
}
