import type { TestSpecification } from 'vitest/node'
import { BaseSequencer } from 'vitest/node'

/** Files that mostly wait or take a minute by themselves. Begun last, they would keep one processor waiting for the other. */
const long = ['/test/faults/', '/test/crash/', '/test/e2e/', '/test/workerd/', '/test/liff/', '/test/load/']

/** Begins the run with the files that take longest, one project after the other: a worker is used again only by its own project. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isShort = ({ moduleId }: TestSpecification) => Number(!long.some(folder => moduleId.includes(folder)))
    const projects = [...new Set(files.map(({ project }) => project.name))].sort().reverse()
    return (await super.sort(files)).sort((a, b) => projects.indexOf(a.project.name) - projects.indexOf(b.project.name) || isShort(a) - isShort(b))
  }
}
