import { shallowRef } from 'vue'

/** A short word that something was done, and how to take it back. */
export interface Toast { id: number, words: string, tone: 'good' | 'bad', undo?: () => unknown }

const shown = shallowRef<Toast[]>([])
let count = 0

/** The toasts on the screen, and how to show one. It goes by itself, later when it can be undone; a bad one stays until it is closed. */
export function useToasts() {
  return {
    shown,
    toast: (words: string, { undo, tone = 'good' }: Partial<Pick<Toast, 'undo' | 'tone'>> = {}) => {
      shown.value = [...shown.value.slice(-2), { id: ++count, words, tone, undo }]
    },
    close: (id: number) => {
      shown.value = shown.value.filter(one => one.id !== id)
    },
  }
}
