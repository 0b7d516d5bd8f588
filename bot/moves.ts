import type { Move } from '../domain/workOrders/rules'
import { moveLabels } from '../domain/labels/workOrders'
import { politeEnding } from './locales/sentence'
import { folded } from './text'

/** The dialogue of each move that officers make; the others are the reporter's and the clock's. */
export const dialogueOfMove: Partial<Record<Move, string>> = {
  acknowledge: 'acknowledge',
  assign: 'assign',
  start: 'start',
  wait: 'wait',
  resume: 'resume',
  forward: 'forward',
  reject: 'reject',
  markDuplicate: 'duplicate',
  repair: 'repair',
  setPriority: 'priority',
  addNote: 'workNote',
}

const officersMoves = Object.keys(dialogueOfMove) as Move[]
const labels = (move: Move) => [moveLabels[move].th, moveLabels[move].en].map(wordOf)

/** The officer's move that the text begins with (`รับเรื่อง`, `Start W-6911-7K3MX`); null when it names none. */
export function moveNamed(text: string): Move | null {
  const words = folded(text)
  return officersMoves.find(move => labels(move).some(label => words === label || words.startsWith(`${label} `))) ?? null
}

/** The officer's move that the text is, with nothing else but politeness (`รับเรื่องครับ`). */
export function moveAlone(text: string): Move | null {
  const words = folded(text).replace(politeEnding, '')
  return officersMoves.find(move => labels(move).includes(words)) ?? null
}

/** A label as it is typed: without the dots that say that more is asked. */
function wordOf(label: string): string {
  return folded(label.replace('…', ''))
}
