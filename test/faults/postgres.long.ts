import type { Product } from '../helpers/product'
import type { OwnPostgres } from './ownPostgres'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { insistentLine } from '../crash/conversations'
import { startProduct } from '../helpers/product'
import { ownPostgres } from './ownPostgres'
import { blows } from './postgres'
import { survives } from './survives'

let postgres: OwnPostgres
let product: Product
beforeAll(async () => {
  postgres = await ownPostgres()
  product = await startProduct({ fresh: postgres.fresh, line: insistentLine })
})
afterAll(async () => {
  await product.stop()
  await postgres.fresh.drop()
})

describe('a database that goes away again and again', () => {
  it('loses nothing and doubles nothing: stopped, killed, crowded and exhausted six times each', async () => {
    await survives(product, async (scene) => {
      for (let i = 0; i < 6; i++) {
        for (const blow of Object.values(blows)) await blow(postgres, scene, product)
      }
    }, { reading: 300 })
  }, 900_000)
})
