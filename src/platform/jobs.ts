import { Logger, parseCronItems, run } from 'graphile-worker'
import type { Log } from './log.ts'

/** Something to do by the clock: five cron fields in UTC, run once even beside other workers. */
export type Job = { readonly name: string; readonly cron: string; run(): Promise<void> }

const ATTEMPTS_MAX = 3

/** Starts the jobs on the queue that lives in PostgreSQL; closing waits for the one that runs. */
export async function openJobs(
  url: string,
  jobs: readonly Job[],
  log: Log,
): Promise<AsyncDisposable> {
  const runner = await run({
    connectionString: url,
    concurrency: 1,
    noHandleSignals: true,
    logger: new Logger(() => (level: string, message) => {
      if (level === 'error') log.error({ job: message }, 'a job failed')
    }),
    taskList: Object.fromEntries(jobs.map(job => [job.name, () => job.run()])),
    parsedCronItems: parseCronItems(
      jobs.map(({ name, cron }) => ({
        task: name,
        match: cron,
        options: { maxAttempts: ATTEMPTS_MAX },
      })),
    ),
  })
  return { [Symbol.asyncDispose]: () => runner.stop() }
}
