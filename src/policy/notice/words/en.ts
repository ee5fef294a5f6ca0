/** In English: public pages and banner. */
export const en = {
  'column.name': 'Name',
  'column.use': 'What it does',
  'column.vendor': 'Whose it is',
  'column.store': 'Stored as',
  'column.lifetime': 'How long',
  'banner.title': 'Cookies: you decide',
  'banner.body':
    'We use cookies and similar techniques for {always}. Only with your consent do we also use them for {asked}. Take your time: you can change your mind whenever you like.',
  'details.age': 'Only for those who are at least {n}: we ask for that separately.',
  'banner.body.only-asked':
    'We use cookies and similar techniques only with your consent: for {asked}. Take your time. You can change your mind whenever you like.',
  'banner.body.only-necessary':
    'We use cookies and similar techniques only for {always}, and for nothing else.',
  'banner.signal':
    'Your browser asks that you not be tracked. We respect that: {what} {n, plural, one {stays} other {stay}} off unless you choose otherwise yourself.',
  'banner.signal.some':
    'Your browser asks that you not be tracked. We respect that unless you choose otherwise yourself.',
  'banner.accept': 'Accept all',
  'banner.refuse': 'Only necessary',
  'banner.choose': 'Let me choose',
  'banner.open': 'Cookie choices',
  'banner.notice': 'Read more about cookies',
  'details.title': 'Choose what you allow',
  'details.save': 'Save my choices',
  'details.back': 'Back',
  'details.always-on': 'Always on',
  'details.show-trackers': 'Show cookies and other identifiers',
  'details.vendor': '{company}, {country}',
  'age.title': 'Are you {n} or older?',
  'age.text':
    'We use these only if you are at least {n}. If you are not, they stay off, and everything else works as before.',
  'age.of-age': 'I am {n} or older',
  'age.too-young': 'I am under {n}',
  'delta.title': 'Something about cookies has changed',
  'delta.intro': 'What you chose before still holds. We ask only about what is new or has changed.',
  'delta.accept': 'Allow',
  'delta.refuse': 'Do not allow',
  'delta.again': 'We ask again because the terms or the settings of your browser have changed.',
  'embed.text':
    'This content comes from {vendor} ({company}, {country}). If you show it, {vendor} gets your IP address and may store data on your device.',
  'embed.grant':
    'You thereby give us and this partner your consent to ‘{purpose}’. Other partners stay off. You can withdraw your consent whenever you like.',
  'embed.show': 'Show the content',
  'embed.notice': 'Read more about our partners',
  'embed.later': 'Your consent is saved. The content appears when you reload the page.',
  'embed.reload': 'Reload the page',
  'purpose.text.services':
    'These are needed for services that you ask for yourself: {services}. That is why we do not ask for permission.',
  'purpose.text.consent': 'Only with your consent. We want to {aims}.',
  'purpose.text.unasked': 'We want to {aims}.',
  'page.skip': 'Skip to the content',
  'page.languages': 'Language',
  'page.footer': 'Privacy',
  'page.notice': 'Cookies',
  'page.choices': 'Your choices',
  'page.promises': 'Our promises',
  'page.versions': 'Earlier versions',
  'page.number': 'Page {page} of {pages}',
}
