import { defineConfig } from 'vitest/config'

const PURE = [
  'shared/domain/**/*.test.ts',
  'shared/rehearsal/**/*.test.ts',
  'academies/**/*.test.ts',
  'shared/imports/**/*.test.ts',
  'web/**/*.test.ts',
  'test/law/*.test.ts',
]
const NEVER = ['node_modules', 'cdk.out', 'out']

export default defineConfig({
  test: {
    // Both cores of a small machine: one waits for the store while the other counts.
    maxWorkers: 2,
    // Files share a process: no test changes a module, and to load them and synthesise the stacks once costs a third less.
    isolate: false,
    reporters: ['default', './test/support/closing-line.ts'],
    projects: [
      { test: { name: 'rules', include: PURE, exclude: NEVER, testTimeout: 60_000 } },
      {
        test: {
          name: 'whole',
          include: ['**/*.test.ts'],
          exclude: [...NEVER, ...PURE],
          globalSetup: ['test/support/dynamodb-local.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
