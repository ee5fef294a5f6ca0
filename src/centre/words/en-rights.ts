/** How each request of GDPR Articles 15 to 22 is made, in English. */
export const enRights = {
  'rights.title': 'Your rights and how to use them',
  'rights.lead':
    'What the General Data Protection Regulation (GDPR) lets you ask of us, what these pages already do by themselves, and where to write for the rest.',
  'rights.contents': 'On this page',
  'rights.here': 'Here and now',
  'rights.write': 'Otherwise, write to us',
  'rights.how.heading': 'How to ask',
  'rights.how.text':
    'There is no form for these requests here yet. Write to us freely in your own words; you need not name an article. Say what you want, about what, and where we can answer you.',
  'rights.how.email': 'E-mail',
  'rights.how.post': 'Letter',
  'rights.how.phone': 'Telephone',
  'rights.how.officer': 'Data protection officer',
  'rights.when.heading': 'When you get an answer',
  'rights.when.text':
    'Without undue delay, and within one month of your request at the latest. If a request is complex or there are many, we may take two months more; you are told so, and why, within the first month (GDPR 12(3)).',
  'rights.cost.text':
    'Requests are free of charge. Only where they are manifestly unfounded or excessive may we ask a reasonable fee or refuse, and then we have to show why (GDPR 12(5)).',
  'rights.who.text':
    'We ask you to prove who you are only if there is reasonable doubt about it (GDPR 12(6)). What you do on these pages needs no proof at all: the browser is the key.',
  'rights.refused.text':
    'If we refuse, we say why within a month, and how you can complain (GDPR 12(4)).',
  'rights.by': 'How',
  'rights.within': 'We answer',
  'rights.within.span': 'within {within}',
  'rights.article': 'GDPR {article}',

  'rights.access.title': 'See your data',
  'rights.access.text':
    'You may learn whether we process data about you, get a copy of it, and be told what it is for, who gets it and how long it is kept.',
  'rights.access.here': 'See and download what this browser’s identifiers lead to',
  'rights.rectification.title': 'Have it corrected',
  'rights.rectification.text':
    'You may have data that is wrong corrected and data that is lacking completed.',
  'rights.erasure.title': 'Have it erased',
  'rights.erasure.text':
    'You may have your data erased when it is no longer needed, when you withdraw your consent, when you object and nothing overrides it, or when it was processed unlawfully.',
  'rights.erasure.here': 'Erase what this browser’s identifiers lead to',
  'rights.restriction.title': 'Have its use restricted',
  'rights.restriction.text':
    'While it is looked into whether data is right or may be used, you may ask that it is only stored and not used.',
  'rights.portability.title': 'Take it elsewhere',
  'rights.portability.text':
    'Data that you gave us, and that we process by your consent or a contract, you may have in a form that a machine reads, and pass on to another.',
  'rights.portability.here': 'Download the data as JSON',
  'rights.objection.title': 'Object',
  'rights.objection.text':
    'Where we rest on our legitimate interest you may object for reasons of your own situation. Direct marketing you may forbid at any time and without giving any reason.',
  'rights.objection.here': 'Refuse marketing in this browser',
  'rights.automated.title': 'No decision by a machine alone',
  'rights.automated.text':
    'You have the right not to be subject to a decision that is made by a machine alone and affects you significantly.',
  'rights.automated.none': 'Our policy declares no such decision.',
  'rights.automated.here': 'See what decides what this browser is shown',
  'rights.withdrawal.title': 'Withdraw your consent',
  'rights.withdrawal.text':
    'You may withdraw any consent at any time, as easily as you gave it. What was done before stays lawful.',
  'rights.withdrawal.here': 'Change or withdraw your choices',
  'rights.complaint.title': 'Complain',

  'rights.way.email': 'by e-mail: ',
  'rights.way.web-form': 'with a web form',
  'rights.way.privacy-centre': 'on these pages',
  'rights.way.phone': 'by telephone: ',
  'rights.way.post': 'by letter',
  'rights.way.in-person': 'at our premises',
  'rights.way.message-link': 'through the link in the message',
} as const
