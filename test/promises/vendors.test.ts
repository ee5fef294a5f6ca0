import { describe, expect, test } from 'vitest'
import { LANGS } from '../../src/base/lang.ts'
import { moment } from '../../src/base/time.ts'
import {
  bannerWords,
  cookieNotice,
  cspText,
  diffPolicies,
  type Facts,
  type Policy,
  policyOn,
  renderNotice,
} from '../../src/policy/index.ts'
import { changed, codesOf, compiled, type Lists, type Node, promisedBy, the } from './changed.ts'

const OK = ['compiles']
const BANK = 'bank-analytics'
const SHOP = 'childrens-shop'
const DEALER = 'machine-dealer'

/** A visitor who agreed to everything. */
function yesToAll({ rules }: Policy): Facts {
  const granted = Object.entries(rules.purposes).map(([id, { terms }]) => [id, terms])
  const now = moment('2026-11-22')
  return {
    ...{ granted: Object.fromEntries(granted), chosenUnder: [], signals: [] },
    ...{ until: moment('2027-05-22'), now, withdrawn: false },
  }
}
const loads = (policy: Policy) =>
  cspText(policy.rules, yesToAll(policy), { hosts: [], by: 'header' })
const noticeOf = (policy: Policy, lang: (typeof LANGS)[number]) =>
  renderNotice(cookieNotice(policy, lang), 'txt').replaceAll(/\s+/g, ' ')

describe('data that leaves the Union, day by day', () => {
  const policyFor = (edit: (policy: Lists) => void, day: string) => {
    const { policy, diagnostics } = changed(BANK, edit, day)
    if (!policy) throw new Error(JSON.stringify(diagnostics))
    return policy
  }
  const due = (policy: Lists) => {
    the(policy.transfers, 'google')['review-by'] = '2026-11-22'
  }
  const google = (policy: Policy) =>
    policy.vendors.filter(({ id }) => id.startsWith('google')).map(one => one.transferred)

  test('proves: transfer.mechanism (002.51): from the day after its review was due, a transfer has no host that a browser may contact', () => {
    const [last, late] = [policyFor(due, '2026-11-22'), policyFor(due, '2026-11-23')]
    expect(google(last)).toEqual([true, true])
    expect(loads(last)).toContain('www.google-analytics.com')
    expect(google(late)).toEqual([false, false])
    expect(loads(late)).not.toContain('google')
    expect(loads(late)).toContain('www.linkedin.com')
  })

  test('proves: transfer.mechanism: a policy that runs on for days closes by itself, and opens again once it was looked at', () => {
    const first = policyFor(due, '2026-11-22')
    const late = policyOn(first, '2026-11-23')
    expect(loads(late)).not.toContain('google')
    expect(late.rules.purposes).toEqual(first.rules.purposes)
    expect(late.appRules.vendors).toEqual(late.rules.vendors)
    expect(policyOn(late, '2026-11-22')).toEqual(first)
    expect(policyOn(first, '2026-11-22')).toBe(first)
  })

  test('proves: transfer.mechanism: a decision on adequacy holds only where there is one on that day', () => {
    const { policy } = changed(BANK, () => {}, '2026-11-22')
    if (!policy) throw new Error('the bank does not compile')
    // The decision on the United States is of July 2023.
    expect(google(policyOn(policy, '2023-07-09'))).toEqual([false, false])
    expect(google(policyOn(policy, '2023-07-10'))).toEqual([true, true])
  })

  test('proves: transfer.mechanism: the notice of that day says that nothing goes there', () => {
    const late = policyFor(due, '2026-11-23')
    const said = {
      fi: /ei juuri nyt lähde mitään[^.]*: Google Analytics ja Google Ads\./,
      sv: /går just nu ingenting[^.]*: Google Analytics och Google Ads\./,
      en: /Nothing goes to these services at present[^.]*: Google Analytics and Google Ads\./,
    }
    for (const lang of LANGS) {
      expect(noticeOf(late, lang)).toMatch(said[lang])
      expect(noticeOf(policyFor(due, '2026-11-22'), lang)).not.toMatch(said[lang])
    }
  })
})

describe('who contacts a vendor', () => {
  test('proves: vendor.ga-receives-anonymous (003.19, 003.40, 004.62): no consent lets a browser contact Google where the notice promises that it gets nothing that identifies', () => {
    for (const name of [SHOP, DEALER]) {
      const policy = compiled(name)
      expect(promisedBy(policy)).toContain('vendor.ga-receives-anonymous')
      expect(loads(policy)).not.toContain('google-analytics')
      expect(policy.trackers.filter(one => one.vendor === 'google-analytics')).toEqual([])
    }
    const open = changed(SHOP, ({ vendors }) => {
      delete the(vendors, 'google-analytics')['through']
    }).policy
    expect(open && loads(open)).toContain('google-analytics')
  })

  const server = (edit: (policy: Lists) => void) => codesOf(changed(SHOP, edit))
  const google = (policy: Lists) => the(policy.vendors, 'google-analytics')

  test('what only our server talks to has no tracker in a browser', () => {
    const tracker = (policy: Lists) => the(policy['trackers'] as Node[], 'link')
    const swap = (policy: Lists) => void (tracker(policy)['vendor'] = 'google-analytics')
    expect(server(swap)).toEqual(['L0812', 'L15'])
    const inBrowser = (policy: Lists) => {
      swap(policy)
      google(policy)['through'] = 'browser'
      google(policy)['receives'] = { form: 'pseudonymous', ip: 'never' }
    }
    expect(server(inBrowser)).toEqual(OK)
  })

  test.for([
    [{ form: 'anonymous', ip: 'never' }, OK],
    [{ form: 'aggregate', ip: 'never' }, OK],
    [{ form: 'pseudonymous', ip: 'never' }, ['L0816']],
    [{ form: 'anonymous', ip: 'truncated' }, ['L0816']],
  ] as const)('what our server hands on is said truly: %j', ([receives, codes]) => {
    expect(server(policy => void (google(policy)['receives'] = receives))).toEqual(codes)
  })

  test('an entry that the catalogue does not have is refused', () => {
    expect(server(policy => void (google(policy)['catalogue'] = 'googel'))).toEqual(['L0815'])
  })

  test('the sign of a vendor’s own opt-out is that of the catalogue, for the web and for apps', () => {
    const policy = compiled(SHOP)
    const sign = 'prop:ga-disable-* call:_gaUserPrefs.ioo'
    for (const rules of [policy.rules, policy.appRules])
      expect(rules.vendors.map(({ id, optOutSign }) => [id, optOutSign])).toEqual([
        ['google-analytics', sign],
        ['revontuli-ads', undefined],
        ['tuike-video', undefined],
      ])
    const dealer = compiled(DEALER)
    const purposes = dealer.appRules.vendors.find(({ id }) => id === 'lakeus-ads')?.purposes
    expect(purposes).toEqual(['marketing'])
  })

  const SAID = {
    fi: [
      /ne näkevät selaimesi IP-osoitteen: Revontuli Ads ja Tuike\./,
      /vain oma palvelimemme\. Ne eivät saa IP-osoitettasi[^.]*: Google Analytics\./,
    ],
    sv: [
      /de ser webbläsarens IP-adress: Revontuli Ads och Tuike\./,
      /Bara vår egen server[^.]*\. De får varken din IP-adress[^.]*: Google Analytics\./,
    ],
    en: [
      /they see its IP address: Revontuli Ads and Tuike\./,
      /Only our own server[^.]*\. They get neither your IP address[^.]*: Google Analytics\./,
    ],
  }

  test.for(LANGS)(
    'proves: vendor.ip-not-combined (004.66): the notice in %s says who sees the address of the browser, and who does not',
    lang => {
      for (const said of SAID[lang]) expect(noticeOf(compiled(SHOP), lang)).toMatch(said)
    },
  )
})

describe('what a contract has to forbid', () => {
  const without = (clause: string, edit: (policy: Lists) => void = () => {}) =>
    codesOf(
      changed(DEALER, policy => {
        const contract = the(policy.vendors, 'lakeus-ads')['contract'] as { clauses: string[] }
        contract.clauses = contract.clauses.filter(held => held !== clause)
        edit(policy)
      }),
    )

  test('proves: vendor.ip-not-combined (004.66): whoever receives anything of visitors may not combine their address', () => {
    expect(without('no-own-use')).toEqual(OK)
    expect(without('ip-not-combined')).toEqual(['L0813'])
    const silent = (policy: Lists) => void delete the(policy.vendors, 'lakeus-ads')['receives']
    expect(without('ip-not-combined', silent)).toEqual(OK)
  })

  test('proves: vendor.no-identification (000.08, 000.10): whoever takes part on devices may not find out who somebody is, when others may not', () => {
    expect(without('no-identification')).toEqual(['L0814'])
    const silent = (policy: Lists) => void delete the(policy.vendors, 'lakeus-ads')['receives']
    expect(without('no-identification', silent)).toEqual(['L0814'])
  })

  test('proves: vendor.no-identification: a vendor that gets nothing of visitors needs no clause', () => {
    const policy = compiled('electricity-cookies')
    const aside = policy.said.vendors?.find(({ id }) => id === 'vertaavirta')
    expect(aside?.contract).toBeUndefined()
    expect(promisedBy(policy)).toContain('vendor.no-identification')
  })
})

describe('asking again', () => {
  type Edit = (policy: Lists) => void
  const follow = (before: Edit, after: Edit, name = BANK) =>
    diffPolicies(compiled(name, before), compiled(name, after)).map(one => [
      one.path,
      one.kind,
      one.consequence,
      one.purposes,
    ])
  const none: Edit = () => {}
  const ads = (policy: Lists) => the(policy.vendors, 'revontuli-ads')
  const bare: Edit = policy => {
    policy['trackers'] = (policy['trackers'] as Node[]).filter(
      ({ vendor }) => vendor !== 'revontuli-ads',
    )
    ads(policy)['receives'] = { form: 'anonymous', ip: 'never' }
  }
  const server: Edit = policy => {
    bare(policy)
    ads(policy)['through'] = 'server'
  }

  test('a vendor that the browser is to contact from now on is asked for; the reverse is not', () => {
    const at = 'vendors.revontuli-ads.through'
    expect(follow(server, bare, SHOP)).toEqual([[at, 'wider', 'ask-again', ['marketing']]])
    expect(follow(bare, server, SHOP)).toEqual([[at, 'narrower', 'nothing', ['marketing']]])
  })

  test('a country to which data goes from now on is asked for, of the purposes that go there', () => {
    const more: Edit = ({ transfers }) => {
      the(transfers, 'google')['to'] = ['US', 'JP']
    }
    const found = follow(none, more)
    expect(found).toEqual([
      ['transfers.google.to.JP', 'new-transfer', 'ask-again', ['analytics', 'advertising']],
    ])
    expect(follow(more, none).map(([, , follows]) => follows)).toEqual(['nothing'])
  })

  test('a recipient that is new is asked for where the purpose rests on consent, told of elsewhere', () => {
    const given =
      (purpose: string): Edit =>
      policy => {
        const recipient = { id: 'helpers', category: 'insurance-companies', role: 'controller' }
        policy.recipients.push({ ...recipient, purposes: [purpose], when: ['insurance-claim'] })
      }
    const path = 'recipients.helpers'
    expect(follow(none, given('surveys-and-contests'), DEALER)).toEqual([
      [path, 'new-recipient', 'ask-again', ['surveys-and-contests']],
    ])
    expect(follow(none, given('accounting'), DEALER)).toEqual([
      [path, 'new-recipient', 'inform', ['accounting']],
    ])
    expect(follow(given('accounting'), none, DEALER).map(([, , follows]) => follows)).toEqual([
      'nothing',
    ])
  })

  test('a vendor that is elsewhere from now on is asked for, and one that left is not', () => {
    const moved: Edit = policy => void (ads(policy)['country'] = 'SE')
    expect(follow(none, moved, SHOP)).toEqual([
      ['vendors.revontuli-ads.country', 'new-vendor', 'ask-again', ['marketing']],
    ])
  })
})

describe('how long browsers really keep a cookie', () => {
  const life = (lifetime: string, keep?: string) => {
    const { policy } = changed(SHOP, held => {
      const tracker = the(held['trackers'] as Node[], 'campaign')
      tracker['lifetime'] = lifetime
      if (keep !== undefined) tracker['browsers-keep'] = keep
    })
    return policy?.trackers.find(({ id }) => id === 'campaign')?.kept
  }
  const DAYS = { count: 400, unit: 'day' }

  test('proves: device.vendor-per-tracker: 400 days are 400 days, and 401 are cut to them', () => {
    expect(life('400 days')).toBeUndefined()
    expect(life('400 days', '400 days')).toBeUndefined()
    expect(life('401 days', '400 days')).toEqual(DAYS)
    expect(life('401 days', '7 days')).toEqual({ count: 7, unit: 'day' })
  })

  const CUT = { fi: 'enintään 400 päivää', sv: 'högst 400 dagar', en: 'at most 400 days' } as const

  test.for(LANGS)(
    'proves: device.vendor-per-tracker: notice and banner in %s print both times where browsers cut one',
    lang => {
      const policy = compiled(SHOP)
      const rows = bannerWords(policy, lang).details.purposes.flatMap(({ trackers }) => trackers)
      const cut = rows.filter(row => row.lifetime.includes(CUT[lang])).map(({ name }) => name)
      expect(cut).toEqual(['shop_customer'])
      expect(noticeOf(policy, lang)).toContain(CUT[lang])
    },
  )
})

describe('what stops working without a tracker', () => {
  const WITHOUT = { fi: 'ei toimi: ', sv: 'fungerar inte: ', en: 'does not work: ' } as const
  const CART = { fi: 'ostoskori', sv: 'kundvagn', en: 'shopping cart' } as const

  test.for(LANGS)(
    'proves: device.block-consequences-told (003.07, 003.28): the banner in %s says exactly what depends on each tracker',
    lang => {
      const policy = compiled(SHOP)
      const rows = bannerWords(policy, lang).details.purposes.flatMap(({ trackers }) => trackers)
      const told = rows.filter(({ use }) => use.includes(WITHOUT[lang])).map(({ name }) => name)
      const declared = policy.said.trackers.filter(({ features }) => features !== undefined)
      expect(told.toSorted()).toEqual(declared.map(({ name }) => name).toSorted())
      const cart = rows.find(({ name }) => name === 'shop_cart')?.use ?? ''
      expect(cart.toLowerCase()).toContain(`${WITHOUT[lang]}${CART[lang]}`)
      expect(noticeOf(policy, lang).toLowerCase()).toContain(`${WITHOUT[lang]}${CART[lang]}`)
    },
  )
})

describe('pages elsewhere that help', () => {
  test.for(LANGS)(
    'proves: notice.help-links (003.22, 003.41, 004.72): every page that the policies name is linked in %s, in that language',
    lang => {
      for (const name of [SHOP, DEALER]) {
        const policy = compiled(name)
        const html = renderNotice(cookieNotice(policy, lang), 'html')
        const links = policy.links.map(({ urls }) => urls[lang].replaceAll('&', '&amp;'))
        expect(links.length).toBeGreaterThan(2)
        for (const href of links) expect(html).toContain(`href="${href}"`)
      }
    },
  )

  test('proves: notice.help-links: a page without https, or without one of the languages, is refused', () => {
    const link = (urls: Record<string, string>) =>
      changed(SHOP, policy => {
        const [first] = policy['links'] as Node[]
        if (first) first['urls'] = urls
      }).policy
    const all = { fi: 'https://a.example/', sv: 'https://a.example/', en: 'https://a.example/' }
    expect(link(all)).toBeDefined()
    expect(link({ ...all, sv: 'http://a.example/' })).toBeUndefined()
    expect(link({ fi: all.fi, en: all.en })).toBeUndefined()
    expect(promisedBy(compiled(SHOP, policy => void delete policy['links']))).not.toContain(
      'notice.help-links',
    )
  })

  test('proves: notice.help-links: every page has an owner and the day when somebody last opened it', () => {
    for (const name of [SHOP, DEALER, BANK, 'electricity-cookies'])
      for (const { owner, verified } of compiled(name).said.links ?? [])
        expect([typeof owner, verified]).toEqual(['string', expect.stringMatching(/^\d{4}-/)])
  })
})

describe('every store has words', () => {
  test.for(['cache', 'service-worker', 'indexed-db'])('a tracker may lie in `%s`', store => {
    const stored = (lifetime: string) =>
      changed(SHOP, policy => {
        const tracker = the(policy['trackers'] as Node[], 'link')
        Object.assign(tracker, { store, lifetime })
      })
    expect(codesOf(stored('session'))).toContain('L0207')
    const { policy } = stored('30 days')
    if (!policy) throw new Error('the store is not taken')
    const shop = compiled(SHOP)
    const [added] = diffPolicies(shop, policy).filter(({ path }) => path.endsWith('.store'))
    for (const lang of LANGS) {
      const words = bannerWords(policy, lang).details.purposes.flatMap(({ trackers }) => trackers)
      const said = words.find(({ name }) => name === 'lupaus_link')?.store ?? store
      expect(said).not.toBe(store)
      expect(noticeOf(policy, lang).toLowerCase()).toContain(said.split(' (')[0])
      expect(added?.words[lang]).toContain(said)
    }
  })
})
