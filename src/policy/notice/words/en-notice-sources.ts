/** In English: where events come from, and counting without identity. */
export const enNoticeSources = {
  'event-source.web': 'Our own sites',
  'event-source.app': 'Our own apps',
  'event-source.server': 'Our own servers',
  'event-source.partner': 'Partners’ sites',
  'event-source.machine': 'Machines',
  'assertion.consent': 'what you chose',
  'assertion.time': 'when something happened',
  'assertion.orders': 'orders and refunds',
  'assertion.place': 'region and town',
  'assertion.device': 'which device you used',
  'events-from.title': 'Where events reach us from',
  'events-from.text':
    'We accept events only from these sources. The same rules hold for every event, wherever it comes from.',
  'events-from.told': 'May tell us: {what}.',
  'events-from.nothing-more': 'Tell us only what happened.',
  'events-from.partner':
    'We accept an event from a partner’s site only if you yourself have given us your consent.',
  'purpose.text.counted':
    'We want to {aims}. We count visits without identifying you, and store nothing on your device for it.',
  'uses.counted':
    'We count visits without identifying you: for this we store nothing on your device and read nothing stored on it. The visits of one day are told apart by a code that the server computes from your IP address, the name of your browser and a random number. The random number is only in memory and is destroyed when the day ends. After that nobody can tell which visits were yours.',
}
