import { Client } from 'pg'
import type { Log } from './log.ts'

const AGAIN_MS = 2_000
const CONNECT_TIMEOUT_MS = 5_000

/** Hears what is notified on a channel of PostgreSQL, until it is disposed of. */
export type Listen = (channel: string, heard: () => void) => AsyncDisposable

/**
 * Listens on a connection of its own, and connects again by itself when that is lost; `heard` is
 * called then too, for something may have been missed. It never throws: whoever listens polls as well.
 */
export function listenTo(url: string, log: Log): Listen {
  return (channel, heard) => {
    const state: { client: Client | undefined; timer?: NodeJS.Timeout; closed: boolean } = {
      client: undefined,
      closed: false,
    }
    const connect = async () => {
      const client = new Client({
        connectionString: url,
        connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
        keepAlive: true,
      })
      state.client = client
      client.on('error', () => undefined)
      client.on('end', () => {
        if (state.client === client) again()
      })
      client.on('notification', () => heard())
      try {
        await client.connect()
        await client.query(`listen ${client.escapeIdentifier(channel)}`)
        heard()
      } catch {
        await client.end().catch(() => undefined)
        if (state.client === client) again()
      }
    }
    const again = () => {
      state.client = undefined
      if (state.closed) return
      log.warn({ channel }, 'no longer listening to PostgreSQL; polling until it is back')
      state.timer = setTimeout(() => void connect(), AGAIN_MS)
      state.timer.unref()
    }
    void connect()
    return {
      async [Symbol.asyncDispose]() {
        state.closed = true
        clearTimeout(state.timer)
        await state.client?.end().catch(() => undefined)
      },
    }
  }
}
