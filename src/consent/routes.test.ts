import { afterAll, beforeAll, expect, test } from 'vitest'
import { SHOP_POLICY, type World, world } from '../../test/world.ts'

let here: World

beforeAll(async () => {
  here = await world()
})
afterAll(() => here[Symbol.asyncDispose]())

test('the tag comes with the policy in force, and changes with it', async () => {
  const first = await tag()
  expect(first.text).toContain(here.policy().version.slice(0, 16))
  const etag = first.headers.get('etag') ?? ''
  const again = await fetch(`${here.url}/lupaus.js`, { headers: { 'if-none-match': etag } })
  expect(again.status).toBe(304)

  await here.usePolicy(SHOP_POLICY.replace('lasts: 6 months', 'lasts: 5 months'))
  const changed = await fetch(`${here.url}/lupaus.js`, { headers: { 'if-none-match': etag } })
  expect(changed.status).toBe(200)
  expect(await changed.text()).toContain(here.policy().version.slice(0, 16))
  expect(first.text).not.toContain(here.policy().version.slice(0, 16))
})

test.for(['br', 'gzip', 'identity'])(
  'the tag is one text, however it is sent: %s',
  async coding => {
    const plain = await tag('identity')
    const coded = await tag(coding)
    expect(coded.text).toBe(plain.text)
    expect(coded.headers.get('content-encoding')).toBe(coding === 'identity' ? null : coding)
  },
)

test('the tag cannot be made to end its script early', async () => {
  const { text } = await tag()
  expect(text).not.toContain('</script')
})

test.for([
  ['fi', 200],
  ['sv', 200],
  ['de', 404],
] as const)('the details in %s answer %i', async ([lang, status]) => {
  const answer = await fetch(`${here.url}/v1/details/${lang}`)
  expect(answer.status).toBe(status)
})

test.for([
  ['an unknown field', { extra: 1 }, /must not have additional properties|extra/],
  ['a wrong language', { lang: 'de' }, /lang/],
  ['words that are no hash', { words: 'hello' }, /words/],
  ['thirty-three purposes', { granted: Array.from({ length: 33 }, () => 'a') }, /granted/],
] as const)('a choice with %s is turned away, and says why', async ([, part, help]) => {
  const choice = { lang: 'fi', words: 'a'.repeat(64), granted: [], via: 'banner', signals: [] }
  const answer = await fetch(`${here.url}/v1/choices`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...choice, ...part }),
  })
  expect(answer.status).toBe(400)
  const body = (await answer.json()) as { error: string; help: string }
  expect(body.error).toBe('wrong-shape')
  expect(body.help).toMatch(help)
})

async function tag(coding = 'identity'): Promise<{ text: string; headers: Headers }> {
  const headers = { 'accept-encoding': coding }
  const answer = await fetch(`${here.url}/lupaus.js`, { headers })
  return { text: await answer.text(), headers: answer.headers }
}
