import { complain } from '../src/cli/complain.ts'
import { ownTerminal } from '../src/cli/terminal.ts'
import { isLang } from '../src/base/lang.ts'
import { dayOf } from '../src/base/time.ts'
import { systemClock } from '../src/platform/clock.ts'
import { readConfig } from '../src/platform/config.ts'
import { callControl } from '../src/platform/control.ts'
import type { MadeUpVisit } from './history.ts'
import { makeTraffic } from './traffic.ts'

const DAYS = 90
const SEED = 'a shop for children'

// Fills the running demo with made-up history: what `npm run demo:traffic` runs.
const terminal = ownTerminal()
try {
  const { data } = readConfig(process.env, {})
  const ask = (command: string, args: Parameters<typeof callControl>[2]) =>
    callControl(data, command, args, () => {})
  const days = new Map<string, { day: string; lang: string; outcome: string; choices: number }>()
  await ask('made-up-clear', {})
  await makeTraffic(
    { days: DAYS, seed: SEED, until: systemClock.now() },
    {
      isTerminal: process.stdout.isTTY,
      say: line => terminal.out(`${line}\n`),
      keep: async visits => {
        for (const visit of visits) count(days, visit)
        await ask('made-up-visits', { visits: visits.map(wireOf) })
      },
    },
  )
  await ask('made-up-choices', { counts: [...days.values()] })
  terminal.out('the console shows it; run this again to replace it\n')
} catch (error) {
  process.exitCode = complain(error, terminal)
}

function count(
  days: Map<string, { day: string; lang: string; outcome: string; choices: number }>,
  { at, lang, granted }: MadeUpVisit,
): void {
  if (!isLang(lang)) return
  const [day, outcome] = [dayOf(at), outcomeOf(granted)]
  const key = `${day} ${lang} ${outcome}`
  const choices = (days.get(key)?.choices ?? 0) + 1
  days.set(key, { day, lang, outcome, choices })
}

function outcomeOf(granted: readonly string[]): string {
  if (granted.length === 0) return 'none'
  return granted.length === 3 ? 'all' : 'some'
}

function wireOf({ at, granted, visitors, visit, userAgent, events }: MadeUpVisit) {
  return {
    ...{ at, granted, userAgent },
    visitors: { ...visitors },
    ...(visit === undefined ? {} : { visit }),
    events: events.map(event => ({ ...event, fields: { ...event.fields } })),
  }
}
