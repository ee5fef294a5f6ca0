// A ClickHouse server as far as our client can tell: its HTTP interface in front of chDB, in a
// process of its own. The parent arms faults over IPC; see test/clickhouse-server.ts.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { createGunzip, gzipSync } from 'node:zlib'
import { drainPending, Session } from 'chdb'

const [, , folder, user = 'default', password = ''] = process.argv
const SESSIONS = 4
/** What belongs to the protocol and is no setting of the engine. */
const PROTOCOL =
  /^(query|query_id|database|default_format|session_id|role|enable_http_compression|wait_end_of_query|param_\w+)$/
const EXCEPTION_TAG = 'abcdefghijklmnop'

const scratch = mkdtempSync(join(tmpdir(), 'lupaus-ch-server-'))
const sessions = Array.from({ length: SESSIONS }, () => new Session(folder))
const free = [...sessions]
const waiting = []
/** Armed faults, oldest first: kind, how many times, and what the statement must contain. */
const armed = []
let asked = 0
let served = serve(0)

process.on('message', message => void obey(message))
process.on('disconnect', () => process.exit(0))

async function obey({ id, act, ...more }) {
  let found
  if (act === 'arm') armed.push(more)
  if (act === 'disarm') found = armed.splice(0).length
  if (act === 'asked') found = asked
  if (act === 'port') found = (await served).address().port
  if (act === 'down') await down()
  if (act === 'up') served = serve(more.port)
  if (act === 'up') await served
  if (act === 'stop') await stop()
  process.send({ id, answer: found })
  if (act === 'stop') process.disconnect()
}

function serve(port) {
  const server = createServer({ keepAliveTimeout: 3_000 }, (request, response) => {
    answer(request, response).catch(error => refuse(response, error))
  })
  return new Promise((done, fail) => {
    server.once('error', fail).listen(port, '127.0.0.1', () => done(server))
  })
}

async function down() {
  const server = await served
  server.closeAllConnections()
  await new Promise(done => server.close(done))
}

async function stop() {
  await down()
  for (const session of sessions) session.close?.()
  await drainPending()
  rmSync(scratch, { recursive: true, force: true })
}

async function answer(request, response) {
  const url = new URL(request.url, 'http://server')
  if (url.pathname === '/ping') {
    response.end('Ok.\n')
    return
  }
  if (!isKnown(request.headers.authorization, url)) {
    throw new Error(
      `Code: 516. DB::Exception: ${user}: Authentication failed: password is incorrect, or there is no user with such name. (AUTHENTICATION_FAILED) (version 26.7.2.1)`,
    )
  }
  const told = url.searchParams.get('query')
  const fault = told === null ? undefined : faultFor(told)
  if (fault?.kind === 'cut-request') {
    request.once('data', () => request.socket.destroy())
    return
  }
  const body = await bodyOf(request)
  const asks = told === null ? asksOf(request, body, url) : { query: told, data: body, url }
  await obeyFaults(fault ?? (told === null ? faultFor(asks.query) : undefined), asks, response)
}

async function obeyFaults(fault, asks, response) {
  const { socket } = response
  if (fault?.kind === 'hang') return
  if (fault?.kind === 'slow') await sleep(fault.ms)
  if (fault?.kind === 'busy') {
    throw new Error(
      'Code: 202. DB::Exception: Too many simultaneous queries. Maximum: 100. (TOO_MANY_SIMULTANEOUS_QUERIES) (version 26.7.2.1)',
    )
  }
  const rows = await execute(asks)
  if (fault?.kind === 'twice') await execute(asks)
  if (fault?.kind === 'lost-answer') socket.destroy()
  else send(fault, rows, headersOf(asks.url), response)
}

function send(fault, rows, headers, response) {
  const { 'content-encoding': packing, ...plain } = headers
  const whole = packing === undefined ? rows : gzipSync(rows)
  if (fault?.kind === 'cut-answer') {
    response.writeHead(200, headers)
    response.write(whole.subarray(0, whole.length >> 1), () => response.socket.destroy())
  } else if (fault?.kind === 'short-answer') {
    response.writeHead(200, plain).end(rows.subarray(0, rows.length >> 1))
  } else if (fault?.kind === 'exception-in-stream' || fault?.kind === 'old-exception') {
    response.writeHead(200, headers).end(broken(fault.kind, rows, headers))
  } else {
    response.writeHead(200, { ...headers, 'x-clickhouse-summary': '{"read_rows":"0"}' }).end(whole)
  }
}

/** Half of the rows and then an error, as servers from 25.11 on and as those before write it. */
function broken(kind, rows, headers) {
  const end = rows.indexOf('\n', Math.floor(rows.length / 2)) + 1
  const message =
    'Code: 241. DB::Exception: Memory limit exceeded. (MEMORY_LIMIT_EXCEEDED) (version 26.7.2.1)\n'
  const tail =
    kind === 'old-exception'
      ? message
      : `\r\n__exception__\r\n${EXCEPTION_TAG}\n${message}${message.length} ${EXCEPTION_TAG}\r\n__exception__\r\n`
  const all = Buffer.concat([rows.subarray(0, end), Buffer.from(tail)])
  return 'content-encoding' in headers ? gzipSync(all) : all
}

function headersOf(url) {
  const isPacked = url.searchParams.get('enable_http_compression') === '1'
  return {
    'content-type': 'application/x-ndjson; charset=UTF-8',
    'x-clickhouse-query-id': url.searchParams.get('query_id') ?? '',
    'x-clickhouse-exception-tag': EXCEPTION_TAG,
    ...(isPacked ? { 'content-encoding': 'gzip' } : {}),
  }
}

function refuse(response, error) {
  if (response.headersSent || response.destroyed) return
  const message = String(error.message ?? error)
  const code = /Code: (\d+)/.exec(message)?.[1] ?? '1002'
  response.writeHead(code === '516' ? 403 : 500, { 'x-clickhouse-exception-code': code })
  response.end(`${message}\n`)
}

function isKnown(header, url) {
  const basic = Buffer.from((header ?? '').replace(/^Basic /, ''), 'base64').toString()
  const given =
    header === undefined
      ? `${url.searchParams.get('user') ?? 'default'}:${url.searchParams.get('password') ?? ''}`
      : basic
  return given === `${user}:${password}`
}

async function bodyOf(request) {
  const isPacked = request.headers['content-encoding'] === 'gzip'
  return buffer(isPacked ? request.pipe(createGunzip()) : request)
}

/** A query in the body, alone or as a form whose other fields are parameters. */
function asksOf(request, body, url) {
  const boundary = /boundary=(.+)$/.exec(request.headers['content-type'] ?? '')?.[1]
  if (boundary === undefined) return { query: body.toString(), data: Buffer.alloc(0), url }
  let query = ''
  for (const part of body.toString().split(`--${boundary}`).slice(1, -1)) {
    const at = part.indexOf('\r\n\r\n')
    const name = /name="([^"]+)"/.exec(part.slice(0, at))?.[1] ?? ''
    const value = part.slice(at + 4).replace(/\r\n$/, '')
    if (name === 'query') query = value
    else url.searchParams.set(name, value)
  }
  return { query, data: Buffer.alloc(0), url }
}

function faultFor(query) {
  const at = armed.findIndex(({ match }) => query.includes(match))
  const fault = armed[at]
  if (fault && --fault.times <= 0) armed.splice(at, 1)
  return fault
}

async function execute({ query, data, url }) {
  asked += 1
  const settings = [...url.searchParams].filter(([name]) => !PROTOCOL.test(name))
  const params = [...url.searchParams].filter(([name]) => /^param_\w+$/.test(name))
  const sets = [...settings, ...params].map(([name, value]) => `SET ${name} = ${quoted(value)};`)
  const session = free.pop() ?? (await new Promise(done => waiting.push(done)))
  const file = join(scratch, `${asked}.ndjson`)
  try {
    const text = data.length > 0 ? over(query, data, file) : query
    const result = await session.queryAsync(`${sets.join(' ')} ${text}`)
    return Buffer.from(result.bytes())
  } finally {
    rmSync(file, { force: true })
    const next = waiting.shift()
    if (next) next(session)
    else free.push(session)
  }
}

/** chDB gives `input()` no rows, so what was sent becomes a file of the same columns. */
function over(query, data, file) {
  const INPUT = /\binput\(('(?:[^'\\]|\\.)*')\)/
  if (!INPUT.test(query)) return `${query}\n${data.toString()}`
  writeFileSync(file, data)
  return query
    .replace(/\s+format JSONEachRow\s*$/i, '')
    .replace(INPUT, (_, columns) => `file(${quoted(file)}, 'JSONEachRow', ${columns})`)
}

function quoted(text) {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
