import { defineConfig } from 'vitest/config'

const e2e = ['test/e2e/**/*.test.ts', 'test/cli/**/*.test.ts', 'test/matchers/types.test.ts']

/** Tests of single parts that need servers of our own by the dozen, wait in real time, or hold another program against us. */
const servers = [
  'test/action/github/**/*.test.ts',
  'test/docs.test.ts',
  'test/fixtures/**/*.test.ts',
  'test/{gate,target-check}.test.ts',
  'test/certificate/parse.test.ts',
  'test/judge/diagnose/**/*.test.ts',
  'test/judge/further-certificates.test.ts',
  'test/matchers/**/*.test.ts',
  'test/net/{starttls,tls}.test.ts',
  'test/probe/active/payloads.test.ts',
  'test/probe/{exchange,line,shorter-trial}.test.ts',
  'test/registry/against-*.test.ts',
  'test/report/{html,junit,sarif}.test.ts',
  'test/trace/hostile.test.ts',
]

// Three projects, quickest first. `unit` is pure, or a short talk on loopback: under thirty seconds on two cores, to be run at every turn.
// `servers` takes minutes off it that are spent waiting for servers. `e2e` has real servers, processes and the built package.
// A new test file is a unit test until it shows in the times of `npx vitest run --project unit`.
export default defineConfig({
  test: {
    // Vitest leaves one core free, which is half of a small machine.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...servers, ...e2e, 'test/types/**'],
          // Nothing here changes what another file sees: modules are loaded once a worker, not once a file.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'servers',
          include: servers,
          exclude: e2e,
          // Silence is told from slowness by waiting: a busy machine gets the time it needs.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: e2e,
          globalSetup: ['test/e2e/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
