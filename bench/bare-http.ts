import { createServer } from 'node:http'
import { printCpu } from './cpu.ts'

/** The least a collector could do: reads the same body, parses it, answers 204, keeps nothing. */
export function serveBare(): void {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      JSON.parse(Buffer.concat(chunks).toString())
      response.writeHead(204).end()
    })
  })
  printCpu()
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    process.stdout.write(`ready http://127.0.0.1:${port}\n`)
  })
}

if (process.argv[1]?.endsWith('/bench/bare-http.js')) serveBare()
