import { createServer, type ServerResponse } from 'node:http'
import { type AddressInfo } from 'node:net'

/** The least a collector could do: reads the same body, parses it, answers 204, keeps nothing. */
export function serveBare(): void {
  serveBodies((body, response) => {
    JSON.parse(body.toString())
    response.writeHead(204).end()
  })
}

/** A server that does one thing with each body; prints `ready` and its address. */
export function serveBodies(take: (body: Buffer, response: ServerResponse) => void): void {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => take(Buffer.concat(chunks), response))
  })
  server.listen(0, '127.0.0.1', () => {
    const address: AddressInfo | string | null = server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    process.stdout.write(`ready http://127.0.0.1:${port}\n`)
  })
}

if (process.argv[1]?.endsWith('/bench/bare-http.js')) serveBare()
