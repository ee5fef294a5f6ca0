/** Why, receipts, my data and its erasure, in English. */
export const enMine = {
  'why.title': 'Why do I see this?',
  'why.lead':
    'For each purpose: what holds in this browser, which of your choices decided it, under which line of the policy, and what it leads to.',
  'why.on': 'in use',
  'why.off': 'not in use',
  'why.decided': 'Who decided',
  'why.by.service':
    'Nobody had to be asked: it is needed for the service you are using, and for nothing else.',
  'why.by.contract': 'Nobody had to be asked: it is needed for your order or contract.',
  'why.by.interest': 'It rests on our legitimate interest. You can object to it.',
  'why.by.yes': 'You did, on {day}: you allowed it. That holds until {until}.',
  'why.by.no': 'You did, on {day}: you did not allow it.',
  'why.by.nobody': 'You have not chosen. Without a yes the answer is no.',
  'why.by.withdrawn': 'You did: you allowed it on {day} and have withdrawn it since.',
  'why.by.lapsed': 'Your choice of {day} ran out on {until}, so the answer is no again.',
  'why.by.terms':
    'You allowed it on {day}, but its terms have changed since. Until you answer again, it is off.',
  'why.by.signal': 'Your browser did: it sends {signals}, which the policy takes as a no.',
  'why.by.other': 'Something could not be read, and what cannot be read is refused.',
  'why.leads': 'What it leads to',
  'why.leads.functional': 'The functions you use work. Nothing is chosen for you by it.',
  'why.leads.recommendations.on':
    'Products and content shown to you may be chosen by what you have looked at here.',
  'why.leads.recommendations.off':
    'Products and content are not chosen by what you have looked at here: you see what everyone sees.',
  'why.leads.ads.on': 'Ads shown to you may be chosen by what you have done here.',
  'why.leads.ads.off':
    'Ads are not chosen by what you have done here. Any ad you see is one that anyone would see in its place.',
  'why.leads.analytics.on':
    'Your visits are part of our statistics. What you see does not change because of it.',
  'why.leads.analytics.off': 'Your visits are not part of our statistics.',
  'why.leads.analytics.counted':
    'Your visit is counted, but nothing is stored on your device for it and nobody is told apart beyond the day.',
  'why.leads.other.on': 'We use data for what the purpose says above.',
  'why.leads.other.off': 'We use no data of yours for it.',
  'why.companies': 'Companies',
  'why.company.on': '{name} may take part.',
  'why.company.off': '{name} takes no part.',
  'why.company.refused': '{name} takes no part: you left it out by name.',
  'why.rule': 'Under which rule',
  'why.rule.line': 'Line {line} of the policy file:',
  'why.promises':
    '{count, plural, one {What we promise about this} other {What we promise about this (#)}}',

  'receipts.title': 'Receipts',
  'receipts.lead':
    'Every choice made in this browser came with a receipt. Here is the one in force, and the ones it replaced, newest first.',
  'receipts.none': 'No choice of this browser is on record.',
  'receipts.refusal':
    'Your present choice is a refusal. A refusal has no identifier, so we cannot tell which earlier choices were yours, and none are shown.',
  'receipts.now': 'in force',
  'receipts.replaced': 'replaced',
  'receipts.ended': 'no longer in force',
  'receipts.allowed': 'Allowed',
  'receipts.refused': 'Not allowed',
  'receipts.without': 'Companies left out',
  'receipts.nothing': 'nothing',
  'receipts.where': 'Where',
  'receipts.via.banner': 'in the banner',
  'receipts.via.details': 'in the banner’s details',
  'receipts.via.centre': 'on these pages',
  'receipts.via.app': 'in the app',
  'receipts.via.other': 'elsewhere',
  'receipts.version': 'Policy',
  'receipts.version.read': 'the notice of that day',
  'receipts.proof': 'What the file proves',
  'receipts.proof.text':
    'The file holds the signed receipt, the exact words and the list of trackers you were shown, the fingerprint of the script that asked, and the place of your choice in our tamper-evident log.',

  'data.title': 'My data',
  'data.lead':
    'Everything that the identifiers of this browser lead to, purpose by purpose. You need no account: the browser itself is the key, so keep it to yourself.',
  'data.take': 'Take it along',
  'data.take.text':
    'The file is JSON: your choices and receipts, the identifiers this browser carries, and every event that is kept under them, in plain words and columns.',
  'data.take.button': 'Download my data',
  'data.all': '{count, plural, one {Show the one event} other {Show # events}}',
  'data.more': 'The newest {shown} of {count} are shown here; the file has the rest.',
  'data.more.limit':
    'There are {count} events; one file takes the oldest {shown}. Write to us for the rest: {email}',
  'data.not.heading': 'What is not here',
  'data.not.text':
    'What we may know about you as a customer by name is not tied to this browser and is not shown here, for anyone may sit at a browser. You can ask for it:',
  'data.not.link': 'Your rights and how to use them',
  'data.file.about':
    'Everything that is kept under the identifiers of one browser, and the choices made in it.',
  'data.file.none': 'Nothing is kept under the identifiers of this browser.',
  'data.erase': 'Have it erased',

  'erase.title': 'Erase my data',
  'erase.lead':
    'One press erases what the identifiers of this browser lead to, on our server and in this browser. It cannot be undone. Nothing has been erased yet.',
  'erase.what': 'What is erased',
  'erase.server':
    'On our server: {count, plural, =0 {nothing is kept} one {# event} other {# events}}',
  'erase.server.group':
    '{group}: {count, plural, =0 {nothing at all} one {# event} other {# events}}',
  'erase.device': 'In this browser: the cookies of every purpose that needs your consent',
  'erase.consent':
    'Your consents end with it, for otherwise collecting would begin again at once. What stays is a cookie that says no.',
  'erase.stays': 'What is kept',
  'erase.stays.text':
    'The record that a choice was made stays until it lapses: we must be able to show it (GDPR 7(1)). It holds the choice, the day and the number of the receipt, which your browser then no longer carries, and no event. What you have ordered or agreed with us as a customer is not tied to this browser, so it is not touched here.',
  'erase.mine': 'Erase my data',
  'erase.everything': 'Erase everything of this site',
  'erase.everything.text':
    'This erases all that this site has stored in your browser too: the shopping cart, signing in, language and your refusal, local storage included. Afterwards you are a stranger here, and we ask anew. In browsers that obey the Clear-Site-Data header it reaches every path, partition and store, even other services under the same main address.',
  'erase.back': 'Do not erase anything',
  'erase.done': 'It is erased',
  'erase.done.text':
    'We looked again afterwards: under the identifiers of this browser nothing is left on our server.',
  'erase.notyet': 'The erasure is not finished',
  'erase.notyet.text':
    'It is written down as owed and will be finished. {count, plural, one {# event is} other {# events are}} still left. Look again in a while.',
  'erase.certificate': 'Certificate',
  'erase.certificate.text':
    'Keep this number. With it you can refer to the erasure, and anyone who checks our log can find it.',
  'erase.entry': 'Entry in the log',
  'erase.at': 'Erased at',
  'erase.count': 'Events erased',
} as const
