import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { BlockList, isIP } from 'node:net'
import { Reader, type Response } from 'mmdb-lib'

const DATA = '@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb'
const MAPPED = /^::ffff:(?=\d+\.)/i

/** Addresses of no country: private, of this machine, of documentation, of multicast. */
const NOWHERE = new BlockList()
for (const [net, bits] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
  ] as const),
  ...([
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
  ] as const),
  ...([
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
  ] as const),
  ...([
    ['203.0.113.0', 24],
    ['224.0.0.0', 3],
  ] as const),
] as const) {
  NOWHERE.addSubnet(net, bits, 'ipv4')
}
for (const [net, bits] of [
  ...([
    ['::', 127],
    ['64:ff9b::', 96],
    ['100::', 64],
    ['2001:db8::', 32],
  ] as const),
  ...([
    ['fc00::', 7],
    ['fe80::', 10],
    ['ff00::', 8],
  ] as const),
] as const) {
  NOWHERE.addSubnet(net, bits, 'ipv6')
}

/** Country of an address, ISO 3166-1 alpha-2; empty when it has none or is unknown. */
export type CountryOf = (address: string | undefined) => string

/**
 * Reads the data at the first address (27 ms, 8 MB of memory). No address is remembered, not even
 * in a cache: looking one up takes three microseconds.
 */
export function openCountries(): CountryOf {
  let reader: Reader<Response> | undefined
  return address => {
    const plain = (address ?? '').replace(MAPPED, '').split('%', 1)[0] ?? ''
    const family = isIP(plain)
    if (family === 0 || NOWHERE.check(plain, family === 4 ? 'ipv4' : 'ipv6')) return ''
    reader ??= new Reader<Response>(readFileSync(createRequire(import.meta.url).resolve(DATA)))
    return codeOf(reader.get(plain))
  }
}

/** This data keeps the code by itself, not in the places that the reader's types know. */
function codeOf(found: object | null): string {
  const code = found && 'country_code' in found ? found.country_code : ''
  return typeof code === 'string' && /^[A-Z]{2}$/.test(code) ? code : ''
}
