import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/helpers/longestFirst.ts'

export default defineConfig(({ mode }) => ({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One more than the processors that it is to be quick on: half of the time a file waits for a browser, a server or a clock. With two more,
    // pages in browsers are slow enough to show what a test did not wait for.
    maxWorkers: 3,
    // Files of a project share their worker: what they are made of is loaded once, and is warm. Each file ends what it began.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          // `npm run test:long` runs those that take minutes.
          include: [mode === 'long' ? 'test/**/*.long.ts' : 'test/**/*.test.ts'],
          exclude: ['test/workerd/**'],
          globalSetup: ['test/helpers/globalSetup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'workerd',
          include: mode === 'long' ? [] : ['test/workerd/**/*.test.ts', 'test/bot/report.test.ts', 'test/bot/people.test.ts', 'test/bot/manners.test.ts', 'test/bot/{story,footageStory,near}.test.ts', 'test/server/webhook.test.ts', 'test/server/api/{register,survey,footageNew,riskPoints}.test.ts'],
          globalSetup: ['test/helpers/globalSetup.ts', 'test/helpers/workerBundle.ts'],
          env: { PRODUCT_RUNS_IN: 'workerd' },
        },
      },
    ],
  },
}))
