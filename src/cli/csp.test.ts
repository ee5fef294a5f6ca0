import { expect, test } from 'vitest'
import { lupaus } from '../../test/scratch/cli.ts'

const SHOP = 'policies/childrens-shop.yaml'
const OWN = "'self' 127.0.0.1 localhost pikkunalle.example www.pikkunalle.example"
const csp = async (...args: string[]) => (await lupaus('csp', SHOP, ...args)).out

test('`lupaus csp` prints the header of a state of consent, exactly', async () => {
  const { code, out, err } = await lupaus('csp', SHOP, '--consent', 'none')
  expect([code, err]).toEqual([0, ''])
  expect(out).toBe(
    `default-src 'none'; script-src ${OWN}; style-src ${OWN}; ` +
      `img-src ${OWN} data: blob:; font-src ${OWN} data: blob:; media-src ${OWN} data: blob:; ` +
      `connect-src ${OWN}; frame-src ${OWN}; worker-src 'self' blob:; manifest-src 'self'; ` +
      `form-action ${OWN}; base-uri 'none'; object-src 'none'; frame-ancestors 'self'\n`,
  )
  expect(await csp()).toBe(out)
})

test('each purpose brings the hosts of its own vendors, and a vendor refused by name brings none', async () => {
  const host = 'pixel.revontuli.example'
  expect(await csp('--consent', 'marketing')).toContain(host)
  expect(await csp('--consent', 'personalisation, marketing')).toContain(host)
  expect(await csp('--consent', 'all')).toContain(host)
  expect(await csp('--consent', 'personalisation')).toBe(await csp())
  expect(await csp('--consent', 'marketing', '--without', 'revontuli-ads')).not.toContain(host)
})

test('in an element neither frames nor workers may start, and inline is let in only when asked', async () => {
  const meta = await csp('--meta')
  expect(meta).toContain("frame-src 'none'; worker-src 'none';")
  expect(meta).not.toContain('frame-ancestors')
  expect(meta).not.toContain('unsafe-inline')
  expect(await csp('--inline', '--hosts', 'privacy.example:8443')).toContain(
    "www.pikkunalle.example 'unsafe-inline'",
  )
  expect(await csp('--hosts', 'privacy.example:8443')).toContain(' privacy.example:8443 ')
})

test('a purpose or vendor that the policy does not have is named, with those that it has', async () => {
  const purpose = await lupaus('csp', SHOP, '--consent', 'analytics,ads')
  expect(purpose).toMatchObject({ code: 2, out: '' })
  expect(purpose.err).toContain(
    'the policy asks no consent for `ads`; it asks for personalisation, analytics, marketing',
  )
  // What is done without asking cannot be granted.
  expect((await lupaus('csp', SHOP, '--consent', 'functional')).code).toBe(2)
  const vendor = await lupaus('csp', SHOP, '--consent', 'all', '--without', 'nobody')
  expect(vendor.code).toBe(2)
  expect(vendor.err).toContain('no vendor `nobody`')
  expect((await lupaus('csp')).code).toBe(2)
  expect((await lupaus('csp', 'no-such.yaml')).code).toBe(1)
})
