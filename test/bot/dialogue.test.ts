import type { Words } from '../../bot/questions/words'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { applying, backed, dialogue, openQuestion, progress, stillFitting, withAnswers } from '../../bot/dialogue'
import { carried } from '../../bot/questions/carried'
import { freeWords } from '../../bot/questions/words'

const name = (key: string) => freeWords({ key, label: () => key, ask: () => key, most: 10 })
const words = (text: string) => ({ text, messageId: '1' })

interface Trip { seat?: string, where: Words, pet: Words, when: Words, note: Words | null }

const trip = dialogue<Trip>({
  name: 'trip',
  title: () => 'trip',
  questions: {
    seat: carried(z.string()),
    where: name('where'),
    pet: { ...name('pet'), when: answers => answers.where?.text === 'home' },
    when: name('when'),
    note: { ...name('note'), optional: true },
  },
  finish: () => ({ saying: { say: [] } }),
})

describe('a table of questions', () => {
  it('stands at the first question that applies and has no answer', () => {
    expect(openQuestion(trip, {})).toBe('where')
    expect(openQuestion(trip, { where: words('home') })).toBe('pet')
    expect(openQuestion(trip, { where: words('away') })).toBe('when')
    expect(openQuestion(trip, { when: words('now') })).toBe('where')
    expect(openQuestion(trip, { where: words('away'), when: words('now'), note: null })).toBeNull()
  })

  it('never asks what only comes along', () => {
    expect(applying(trip, {})).not.toContain('seat')
  })

  it('takes back the last answer before the open question', () => {
    expect(backed(trip, { where: words('home'), pet: words('cat') })).toEqual({ where: words('home') })
    expect(backed(trip, { where: words('away') })).toEqual({})
    expect(backed(trip, {})).toBeNull()
    expect(backed(trip, { where: words('away'), when: words('now'), note: null })).toEqual({ where: words('away'), when: words('now') })
  })

  it('says how far one is only where there are more than two questions', () => {
    expect(progress(trip, {})).toBe('1/3')
    expect(progress(trip, { where: words('home') })).toBe('2/4')
  })

  it('accepts answers that fit and refuses what does not, unknown questions included', () => {
    expect(withAnswers(trip, {}, { where: words('x'), seat: 'A' })).toEqual({ where: words('x'), seat: 'A' })
    expect(withAnswers(trip, {}, { where: 'x' })).toBeNull()
    expect(withAnswers(trip, {}, { nowhere: 1 })).toBeNull()
    expect(withAnswers(trip, {}, { __proto__: 1, constructor: 1 })).toBeNull()
  })

  it('lets only optional questions be skipped', () => {
    expect(withAnswers(trip, {}, { note: null })).toEqual({ note: null })
    expect(withAnswers(trip, {}, { when: null })).toBeNull()
  })

  it('asks again what no longer fits after the dialogue has changed', () => {
    expect(stillFitting(trip, { where: words('home'), pet: 'a cat of an earlier release', gone: 1 })).toEqual({ where: words('home') })
  })
})
