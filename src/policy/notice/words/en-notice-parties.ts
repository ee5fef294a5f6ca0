/** In English: parts of the notice: partners, recipients and transfers. */
export const enNoticeParties = {
  'vendors.settings': 'settings',
  'vendors.terms': 'terms',
  'vendors.roles.caption': 'What the partner does with the data',
  'vendors.role': 'Role',
  'vendors.receives': 'What it gets',
  'vendors.ip.never': 'we send no IP address',
  'vendors.ip.truncated': 'we send the IP address shortened',
  'vendors.own-uses': 'What it does for itself',
  'vendors.onward': 'When or to whom it hands data on',
  'vendors.clauses': 'Our contracts have these terms:',
  'opt-outs.title': 'Pages where you can say no',
  'opt-outs.text':
    'We always ask for your consent ourselves. Besides, you can say no to these services on their own pages:',
  'social.title': 'Social media',
  'social.text':
    'We have a page of our own in these services. When you use the service, its own terms apply.',
  'social.controls':
    'In the settings of the service you see what advertising is aimed at you, and can limit it. Your own choice with us holds regardless.',
  'social.caption': 'The services, their terms and settings',
  'recipients.title': 'Whom we give data to',
  'recipients.text': 'We give data only to these recipients, and only in these situations.',
  'recipients.caption': 'Recipients by category',
  'recipients.who': 'Recipient',
  'recipients.when': 'When',
  'recipients.told': 'When you ask to see your data, we also tell you to whom it has been given.',
  'recipients.reviewed': 'We choose our partners with care and review each of them at set times.',
  'processors.title': 'Who processes data for us',
  'processors.text':
    'These companies process data for us. We have a written contract with each of them.',
  'processors.instructions':
    'They follow our instructions and do not use the data for ends of their own.',
  'processors.security': 'We ask them regularly to show how they protect the data.',
  'processors.caption': 'Processors',
  'processors.service': 'What it does',
  'transfers.title': 'Transfers outside the EU and the EEA',
  'transfers.text': 'Data goes outside the EU and the EEA only in this way.',
  'transfers.caption': 'Countries to which data goes, and the ground of the transfer',
  'transfers.to': 'Country',
  'transfers.whom': 'To whom',
  'transfers.mechanism': 'Ground of the transfer',
  'transfers.document': 'Document',
  'transfers.servers':
    'The service {service} processes and stores data about the use of the site on servers of {company}, also outside the EU and the EEA. Where it goes: {countries}.',
  'transfers.copy': 'You get a copy of the safeguards by writing to us: <mail>{email}</mail>.',
  'refusal.intro': 'You can also say no like this:',
  'refusal.browser-settings':
    'Your browser’s settings: when you block cookies, we do not try to get round that.',
  'refusal.do-not-track': 'Do Not Track: when your browser sends it, it is a no for us.',
  'refusal.third-party-cookie-block':
    'A block on third-party cookies: when it is on, we do not try to get round it.',
  'refusal.vendor-opt-out':
    'The partner’s own page: when you say no there, it holds on our site, too.',
  'refusal.service-settings': 'The service’s own settings: there you can limit its advertising.',
  'refusal.beside':
    'They come on top of our own question and do not replace it. Merely using the site is not consent.',
  'given.intro': 'This is how you give your consent:',
  'given.banner': 'You choose it yourself when we ask on the site. Purpose: {purposes}.',
  'given.own-choice': 'You tick a box that is not ticked in advance. Purpose: {purposes}.',
  'choices.asks-again': 'If you say no, we do not ask again within {within}.',
  'without.features':
    'If you block one of these identifiers, the function that depends on it does not work:',
  'tracker.browsers-keep': '{lifetime}; browsers keep it for at most {kept}',
  'vendors.receives.text': '{form}, {ip}',
  'vendors.through.browser':
    'Once you have agreed, your browser contacts these services itself, and they see its IP address: {names}.',
  'vendors.through.server':
    'Only our own server contacts these services. They get neither your IP address nor any identifier by which your browser could be recognised: {names}.',
  'vendors.through.none':
    'Nothing goes to these services at present, because there is no valid ground for transferring data outside the EU and the EEA: {names}.',
  'tracker.features': '{use}; without it this does not work: {features}',
}
