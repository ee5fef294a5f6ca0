import { open } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { serveBodies } from './bare-http.ts'

/**
 * The least a durable collector could do: appends the body as it came to a file, answers 204 after
 * the fdatasync, and what came meanwhile shares the next one.
 */
export async function serveRawAppend(path: string): Promise<void> {
  const file = await open(path, 'a')
  let waiting: { body: Buffer; response: ServerResponse }[] = []
  let isWriting = false
  const write = async () => {
    isWriting = true
    while (waiting.length > 0) {
      const group = waiting
      waiting = []
      await file.write(Buffer.concat(group.map(one => one.body)))
      await file.datasync()
      for (const { response } of group) response.writeHead(204).end()
    }
    isWriting = false
  }
  serveBodies((body, response) => {
    waiting.push({ body, response })
    if (!isWriting) void write()
  })
}

const [, self, path] = process.argv
if (self?.endsWith('/bench/raw-append.js') && path !== undefined) await serveRawAppend(path)
