import type { Said } from '../syntax/said.ts'
import type { Finding, LintRule } from './rule.ts'

/** Settings of a browser that say no where nobody asked. */
const OF_THE_BROWSER = ['browser-settings', 'do-not-track', 'third-party-cookie-block']

/** Refusing is left to the browser: whoever does nothing is taken to have said yes. */
export const refusedInBrowser: LintRule = {
  code: 'L01',
  article: 'GDPR 4(11), recital 32; 917/2014 § 205(1)',
  find: (policy, law) => {
    const rests = [law.row('consent-clear-act'), law.row('device-not-by-browser-settings')]
    if (!rests.some(row => row)) return []
    return policy
      .at('consent', 'refusals')
      .items()
      .filter(isAlone)
      .map(at => ({ ...leftToBrowser(at), rests }))
  },
}

/** A list of pages for saying no is promised, and nothing stands in it. */
export const emptyOptOuts: LintRule = {
  code: 'L04',
  article: 'GDPR 12(2)',
  find: policy => {
    const list = policy.at('consent', 'opt-outs', 'vendors')
    const isAnnounced = policy.at('consent', 'opt-outs').isThere
    return isAnnounced && (list.words().length === 0 || list.isUnstated) ? [emptyList(list)] : []
  },
}

/** Is a setting of the browser the only way to say no here? */
export function isAlone(way: Said): boolean {
  return OF_THE_BROWSER.some(word => way.at('by').is(word)) && !way.at('beside').is('banner')
}

function leftToBrowser(at: Said): Finding {
  const message = `\`${at.at('by').text() ?? ''}\` alone is no way of saying no: nobody has been asked`
  const help = 'ask first, and add `beside: banner` so that the browser counts as well'
  return { at, message, help }
}

function emptyList(at: Said): Finding {
  const message = '`opt-outs` promises a list of pages for saying no, and none is in it'
  const help = 'name the vendors that have such a page, or take `opt-outs` away'
  return { at, message, help }
}
