import { describe, it } from 'vitest'
import { killedInTurn } from './killedInTurn'

describe('two servers of which one after the other is killed', () => {
  it('answer everybody once, and nothing is lost', () => killedInTurn({ kills: 4, pause: 700, reading: 50 }), 300_000)
})
