import { Fault } from '../base/fault.ts'

const WAITING_MAX = 1_000

/** A few things that each do one piece of work at a time, and those who wait for one. */
export type Turns<Client> = {
  take<T>(work: (client: Client) => Promise<T>): Promise<T>
  /** Refuses new work and waits for what runs: a connection closed under work aborts the engine. */
  stop(): Promise<void>
}

/** Hands each piece of work a client of its own, in the order of asking; a `Fault` when 1,000 wait. */
export function turns<Client>(clients: readonly Client[]): Turns<Client> {
  const free = [...clients]
  const waiting: ((client: Client) => void)[] = []
  const running = new Set<Promise<unknown>>()
  let stopped = false

  const next = () =>
    new Promise<Client>(resolve => {
      const client = free.pop()
      if (client !== undefined) resolve(client)
      else waiting.push(resolve)
    })
  const give = (client: Client) => {
    const first = waiting.shift()
    if (first) first(client)
    else free.push(client)
  }
  const turn = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
    const client = await next()
    try {
      return await work(client)
    } finally {
      give(client)
    }
  }

  return {
    async take(work) {
      if (stopped) throw closed()
      if (waiting.length >= WAITING_MAX) throw busy()
      const done = turn(work)
      running.add(done)
      try {
        return await done
      } finally {
        running.delete(done)
      }
    },
    async stop() {
      stopped = true
      await Promise.allSettled(running)
    },
  }
}

function closed(): Fault {
  return new Fault(
    'clickhouse.unavailable',
    'the event store is closed',
    'start Lupaus again: it was stopping when this was asked',
  )
}

function busy(): Fault {
  return new Fault(
    'clickhouse.unavailable',
    `the event store has ${WAITING_MAX} statements waiting`,
    'ask again later, and for less at a time',
  )
}
