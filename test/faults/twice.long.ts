import type { Product } from '../helpers/product'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { insistentLine } from '../crash/conversations'
import { startProduct } from '../helpers/product'
import { everythingTwice } from './twice'

let product: Product
let beside: Product
beforeAll(async () => {
  product = await startProduct({ template: 'demo', line: insistentLine })
  beside = await startProduct({ beside: product })
})
afterAll(async () => {
  await beside.stop()
  await product.stop()
})

describe('a LINE that delivers everything twice and in another order, thousands of times', () => {
  it('is answered as if it had delivered everything once', () => everythingTwice(product, beside, 2_000), 600_000)
})
