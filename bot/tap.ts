import * as z from 'zod'

/**
 * What a button carries (postback data, at most 300 characters):
 * `a.<token>.<json>` answers questions of the draft with that token · `p.<token>.<question>` a picker's value for one question ·
 * `e.<token>.<question>` edits one answer · `s.<dialogue>.<json>` starts a dialogue with answers already given ·
 * `r.<dialogue>` takes a kept draft up again.
 */
export type Tap
  = | { kind: 'answer', token: string, answers: Record<string, unknown> }
    | { kind: 'pick', token: string, question: string }
    | { kind: 'edit', token: string, question: string }
    | { kind: 'start', dialogue: string, answers: Record<string, unknown> }
    | { kind: 'resume', dialogue: string }

const limit = 300
const object = z.record(z.string(), z.unknown())

function within(data: string): string {
  if (data.length > limit) throw new RangeError(`postback data of ${data.length} characters: ${data.slice(0, 40)}…`)
  return data
}

/** Data of a button that answers one or more questions of the open draft. */
export const answerTap = (token: string, answers: object) => within(`a.${token}.${JSON.stringify(answers)}`)
/** Data of a date and time picker for one question of the open draft. */
export const pickTap = (token: string, question: string) => within(`p.${token}.${question}`)
/** Data of a button that asks one question of the open draft again. */
export const editTap = (token: string, question: string) => within(`e.${token}.${question}`)
/** Data of a button that starts a dialogue, with answers already given. */
export const startTap = (dialogue: string, answers: object = {}) => within(`s.${dialogue}.${JSON.stringify(answers)}`)
/** Data of a button that takes a kept draft up again. */
export const resumeTap = (dialogue: string) => within(`r.${dialogue}`)

/** Reads a button's data; null when it is none of ours (made up, or of another release). */
export function readTap(data: string): Tap | null {
  const [kind, subject, ...rest] = data.split('.')
  if (!subject || data.length > limit) return null
  const tail = rest.join('.')
  if (kind === 'a' || kind === 's') {
    const answers = readAnswers(tail)
    if (!answers) return null
    return kind === 'a' ? { kind: 'answer', token: subject, answers } : { kind: 'start', dialogue: subject, answers }
  }
  if (kind === 'p' && tail) return { kind: 'pick', token: subject, question: tail }
  if (kind === 'e' && tail) return { kind: 'edit', token: subject, question: tail }
  if (kind === 'r' && !tail) return { kind: 'resume', dialogue: subject }
  return null
}

function readAnswers(json: string): Record<string, unknown> | null {
  try {
    return object.parse(JSON.parse(json))
  }
  catch {
    return null
  }
}
