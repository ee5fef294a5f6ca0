/** Choices per vendor, age, what changed, and what lies on the device, in English. */
export const enDevice = {
  'nav.label': 'Your privacy, page by page',
  'nav.choices': 'Choices',
  'nav.device': 'On this device',
  'nav.why': 'Why do I see this?',
  'nav.receipts': 'Receipts',
  'nav.data': 'My data',
  'nav.rights': 'Your rights',

  'did.young':
    'Thank you for saying so. Nothing that builds a picture of you is in use, and the rest of your choice stands.',
  'did.kept': 'Nothing new is allowed. What you had allowed earlier stands as it was.',

  'vendors.heading':
    '{count, plural, one {The company that takes part} other {The companies that take part}}',
  'vendors.lead':
    'A company takes part only if you tick both the purpose and the company. You can allow the purpose and still leave a company out.',
  'vendors.about': '{company}, {country}.',
  'vendors.through.browser': 'Your browser contacts it directly.',
  'vendors.through.server':
    'Only our server contacts it: your browser does not, and no network address or identifier of yours is passed on.',
  'vendors.nowhere': 'It gets nothing: data may not go to that country.',
  'vendors.elsewhere': 'is chosen further up on this page',
  'vendors.privacy': 'How {name} uses data',
  'vendors.opt-out': 'Say no at {name} itself',
  'vendors.settings': 'Your settings at {name}',

  'delta.heading': 'Something has changed since you chose',
  'delta.lead':
    'You chose on {chosen}. Since then this has changed, and until you answer it is not in use:',
  'delta.new': 'This purpose is new.',
  'delta.unknown':
    'The terms have changed. What exactly, is told under “Every version of the policy”.',
  'delta.allow': 'Allow this',
  'delta.refuse': 'Do not allow',
  'delta.rest': 'We ask about nothing else. The rest of what you have allowed stands either way.',

  'age.title': 'Are you {years} or older?',
  'age.lead':
    'Before this is switched on we have to know: {purposes}. Everything else you chose is already saved.',
  'age.yes': 'I am {years} or older',
  'age.no': 'I am younger than {years}',
  'age.why':
    'Nobody is profiled before this question has been answered. We keep only your answer, no age and no date of birth.',
  'age.later': 'Leave it unanswered: then it stays off',

  'device.title': 'On this device',
  'device.lead':
    'What this site may store in your browser, what of it is here now, how long it lives, and a button to erase it.',
  'device.here':
    '{count, plural, =0 {Nothing is here now} one {Here now: # thing} other {Here now: # things}}',
  'device.here.none': 'Your browser sent none of the cookies that the policy names.',
  'device.here.text':
    'Your browser sent these with this very request. We show how long a value is, never the value itself, so that nobody looking over your shoulder learns it.',
  'device.length': '{count, plural, one {# character} other {# characters}} long',
  'device.since': 'Here since {day}',
  'device.since.unknown': 'It does not tell since when',
  'device.ends.lifetime': 'Ends on {day}',
  'device.ends.cap': 'Ends on {day}, however often you visit',
  'device.ends.consent': 'Ends on {day} with your consent',
  'device.ends.browser': 'Ends on {day}, because browsers keep nothing longer',
  'device.ends.latest.lifetime': 'Ends on {day} at the latest',
  'device.ends.session': 'Ends when you close the browser',
  'device.refused': 'You do not allow this, so it may not be here.',
  'device.column.standing': 'Now',
  'device.column.erase': 'Erase',
  'device.erase': 'Erase',
  'device.erase.name': 'Erase {name}',
  'device.erased': 'Erased: {name}.',
  'device.erased.not':
    'It could not be erased, because the page had been open for too long or the request did not come from it. Nothing was changed. Please try again.',
  'device.choice.note':
    'This one holds your choice itself. If you erase it, the answer is no again and we ask anew.',
  'device.undeclared.heading': 'Not named by the policy',
  'device.undeclared.text':
    'Your browser also sent these cookies. Our policy does not name them and we do not use them. They may come from another service at the same address or from an extension of your browser. You can erase them here all the same.',
  'device.script.heading': 'What only a script can see',
  'device.script.text':
    'These are not sent to us. Whether they are here shows only to a script in this page.',
  'device.script.off':
    'No script is running now, so this page does not know. All of it together can be erased without a script under “My data”.',
  'device.script.here': 'here now',
  'device.script.gone': 'not here',
  'device.vendor.heading': 'At the addresses of others',
  'device.vendor.text':
    'These are stored under another company’s own address, where we can neither see nor erase them. Without your consent they are never contacted. The company’s own pages:',
  'device.absent.heading': 'Allowed by the policy but not here',
  'device.absent.show': '{count, plural, one {Show # name} other {Show # names}}',
  'device.all': 'Erase everything at once',
  'probe.vendor.optOut':
    'Of the links to the vendors’ own pages for saying no, {listed} of {wanted} stand beside the choice (three languages).',
  'probe.vendor.settings':
    'Of the links to the settings of the vendors’ own services, {listed} of {wanted} stand beside the choice (three languages).',
  'probe.erasure':
    'Trial erasures of {wanted} declared cookies: {erased} were ended, and {again, plural, =0 {none was} one {# was} other {# were}} set again.',
} as const
