import { describe, it } from 'vitest'
import { killedInTurn } from './killedInTurn'

describe('two servers of which one after the other is killed, every few seconds for a minute', () => {
  it('answer everybody once, and nothing is lost', () => killedInTurn({ kills: 20, pause: 3_000, reading: 200 }), 600_000)
})
