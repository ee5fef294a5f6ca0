import { progress } from '@clack/prompts'
import { type HistoryPlan, type MadeUpVisit, madeUpHistory } from './history.ts'

export type TrafficWorld = {
  /** Keeps visits through the real rules, marked as made up; called for one batch after another. */
  readonly keep: (visits: readonly MadeUpVisit[]) => Promise<void>
  /** Whether a person is watching: a moving bar, or else plain lines. */
  readonly isTerminal: boolean
  /** Prints one line. */
  readonly say: (line: string) => void
}

export type TrafficTotals = { readonly visits: number; readonly events: number }

const VISITS_A_BATCH = 250
const LINE_EVERY = 5_000

/** Fills the plan's days with made-up visits and says so; answers how many there were. */
export async function makeTraffic(plan: HistoryPlan, world: TrafficWorld): Promise<TrafficTotals> {
  const visits = [...madeUpHistory(plan)]
  world.say(`made-up history: ${plan.days} days, ${visits.length} visits; nobody real is in it`)
  const show = world.isTerminal ? movingBar(visits.length) : plainLines(visits.length, world.say)
  let events = 0
  for (let at = 0; at < visits.length; at += VISITS_A_BATCH) {
    const batch = visits.slice(at, at + VISITS_A_BATCH)
    await world.keep(batch)
    events += batch.reduce((sum, visit) => sum + visit.events.length, 0)
    show.advance(batch.length)
  }
  show.end(`${visits.length} made-up visits, ${events} events sent through the policy`)
  return { visits: visits.length, events }
}

type Show = { readonly advance: (by: number) => void; readonly end: (line: string) => void }

function movingBar(max: number): Show {
  const bar = progress({ style: 'block', max, size: 30 })
  bar.start('filling in made-up visits')
  return { advance: by => bar.advance(by), end: line => bar.stop(line) }
}

function plainLines(max: number, say: (line: string) => void): Show {
  let done = 0
  return {
    advance(by) {
      const before = Math.floor(done / LINE_EVERY)
      done += by
      if (Math.floor(done / LINE_EVERY) > before) say(`${done} of ${max} made-up visits`)
    },
    end: say,
  }
}
