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
  'banner.age':
    'If you are under {n}, choose ‘Only necessary’. With any other choice you tell us that you are at least {n}.',
  'details.age':
    'Only for those who are at least {n}: by switching this on you tell us that you are.',
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
  'banner.choose': 'Choose yourself',
  'banner.open': 'Cookie choices',
  'banner.notice': 'Read more about cookies',
  'details.title': 'Choose what you allow',
  'details.save': 'Save my choices',
  'details.back': 'Back',
  'details.always-on': 'Always on',
  'details.show-trackers': 'Show cookies and other identifiers',
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
