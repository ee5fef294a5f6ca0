import { expect, test } from 'vitest'
import { Broken, bulkOf, paramsOf, PARAMS_MAX, REQUEST_MAX, REQUESTS_MAX } from './params.ts'

test('a request, its parameters and a bulk have their limits, and one more is too many', () => {
  const url = `url=${'x'.repeat(REQUEST_MAX - 4)}`
  expect(paramsOf(url)).not.toBeInstanceOf(Broken)
  expect(paramsOf(`${url}x`)).toMatchObject({ status: 413 })
  const many = Array.from({ length: PARAMS_MAX }, (_, i) => `p${i}=1`).join('&')
  expect(paramsOf(many)).not.toBeInstanceOf(Broken)
  expect(paramsOf(`${many}&one=1`)).toMatchObject({ status: 400 })
  const bulk = (count: number) => bulkOf(JSON.stringify({ requests: Array(count).fill('?a=b') }))
  expect(bulk(REQUESTS_MAX)).not.toBeInstanceOf(Broken)
  expect(bulk(REQUESTS_MAX + 1)).toMatchObject({ status: 413 })
  for (const body of ['{', '{}', '{"requests":[]}', '{"requests":{}}', '{"requests":null}'])
    expect(bulkOf(body)).toMatchObject({ status: 400 })
})

test('a request of a bulk is a query, an address with one, or an object; anything else is in nobody’s way', () => {
  const requests = [
    '?a=1',
    'https://host.example/matomo.php?a=1#x',
    'a=1',
    { a: 1, b: {} },
    7,
    null,
    [],
  ]
  const bulk = bulkOf(JSON.stringify({ requests, token_auth: 't' }))
  if (bulk instanceof Broken) throw new Error(bulk.help)
  expect(bulk.token).toBe('t')
  const texts = bulk.requests.map(one => (one instanceof Broken ? one.error : [...one].join()))
  expect(texts).toEqual(['a,1', 'a,1', 'a,1', 'a,1', 'malformed', 'malformed', 'malformed'])
})

test('the query goes before the body, and a name of JavaScript’s own is a name like any', () => {
  const params = paramsOf('url=a&__proto__=x&constructor=y', 'url=b&rec=1')
  if (params instanceof Broken) throw new Error(params.help)
  expect([...params]).toEqual([
    ['url', 'a'],
    ['rec', '1'],
    ['__proto__', 'x'],
    ['constructor', 'y'],
  ])
  expect(({} as Record<string, unknown>)['x']).toBeUndefined()
})
