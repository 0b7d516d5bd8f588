/**
 * Does the same with each, so many at a time, begun in order; gives what came of each. When one fails, none is begun any more, those begun
 * are waited for, and the first failure is thrown that is not only a consequence of another.
 */
export async function abreast<Item, Result>(items: Item[], most: number, work: (item: Item) => Promise<Result>, isConsequence: (failure: unknown) => boolean): Promise<Result[]> {
  const results: Result[] = []
  const failures: unknown[] = []
  let next = 0
  async function goOn(): Promise<void> {
    while (next < items.length && !failures.length) {
      const at = next++
      await work(items[at]!).then(result => void (results[at] = result), failure => void failures.push(failure))
    }
  }
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, goOn))
  if (failures.length) throw failures.find(failure => !isConsequence(failure)) ?? failures[0]
  return results
}
