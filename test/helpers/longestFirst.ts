import type { TestSpecification } from 'vitest/node'
import { BaseSequencer } from 'vitest/node'

/** Files that mostly wait or take a minute by themselves. Begun last, they would keep one processor waiting for the other. */
const long = ['/test/faults/', '/test/crash/', '/test/e2e/', '/test/workerd/', '/test/liff/', '/test/load/']

/** Begins the run with the files that take longest. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => long.some(folder => moduleId.includes(folder))
    const sorted = await super.sort(files)
    return [...sorted.filter(isLong), ...sorted.filter(file => !isLong(file))]
  }
}
