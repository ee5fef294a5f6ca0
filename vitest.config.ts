import { defineConfig } from 'vitest/config'

// The one default export: vitest asks for it. Forks, because chDB crashes in worker threads.
export default defineConfig({
  test: {
    include: ['{src,tag,console,demo,bench,test}/**/*.test.ts'],
    exclude: ['test/long/**', '**/node_modules/**'],
    globalSetup: ['test/postgres-cluster.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
