import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    globalSetup: ['test/support/dynamodb-local.ts'],
    include: ['**/*.test.ts'],
    exclude: ['node_modules', 'cdk.out', 'out'],
    reporters: ['default', './test/support/closing-line.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
