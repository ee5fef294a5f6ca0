import { defineConfig } from 'vitest/config'

// Tests that open no store and change nothing outside themselves: their files share a process, so that
// the language is loaded once and not a hundred times.
const PURE = [
  'src/{base,policy,verify}/**/*.test.ts',
  'console/**/*.test.ts',
  'test/{laws,spec,spelling,tidy}/**/*.test.ts',
]
const EVERY = ['{src,sdk,tag,console,demo,bench,test}/**/*.test.ts']
const NEVER = ['test/long/**', '**/node_modules/**']

// The one default export: vitest asks for it. Forks, because chDB crashes in worker threads.
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { extends: true, test: { ...shared('pure'), include: PURE, exclude: NEVER, isolate: false } },
      {
        extends: true,
        test: {
          ...shared('whole'),
          include: EVERY,
          exclude: [...NEVER, ...PURE],
          globalSetup: ['test/postgres-cluster.ts'],
        },
      },
    ],
  },
})

function shared(name: string) {
  return { name, pool: 'forks', testTimeout: 60_000, hookTimeout: 120_000 } as const
}
