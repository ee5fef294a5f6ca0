/** In English: the cookie notice. */
export const enNotice = {
  'notice.title': 'Cookies and similar techniques',
  'notice.description':
    'What {site} stores on your device, what for, for how long and how you can say no.',
  'notice.lead':
    'This page tells you what {site} stores on your device, what for and for how long. It also tells you how to say no.',
  'notice.dated': 'In force from {date}. Version {label}.',
  'notice.contents': 'Contents',
  'short.title': 'In short',
  'short.always':
    'Without your consent we store only what the services you ask for need: {services}.',
  'short.asked': 'Only with your consent do we also use cookies for {uses}.',
  'short.refuse': 'Saying no is as easy as saying yes. The site works even if you say no.',
  'short.change':
    'You can change your mind at any time on the page <choices>Your choices</choices>.',
  'short.signals': 'If your browser asks that you not be tracked, we respect that.',
  'who.title': 'Who is responsible for your data',
  'who.text': 'The controller, the company that answers for how your data is used, is {name}.',
  'who.business-id': 'Business ID',
  'who.address': 'Postal address',
  'who.email': 'E-mail',
  'who.website': 'Website',
  'who.sites': 'This notice covers',
  'tech.title': 'What a cookie is',
  'tech.cookie':
    'A cookie is a small text file. A server asks your browser to keep it on your device, and the browser sends it back when you open the next page. So the server knows that this is the same browser as before, and remembers, for example, what you put in your cart.',
  'tech.local-storage':
    'The browser’s local storage is a memory that the site has in your browser. It holds more than a cookie does, and the browser does not send it to the server by itself.',
  'tech.session-storage':
    'Session storage is a similar memory, but it is emptied when you close the tab.',
  'tech.indexed-db': 'The browser’s database (IndexedDB) is a memory for larger amounts of data.',
  'tech.cache':
    'The browser’s cache (Cache Storage) keeps whole files, so that a page need not fetch them each time.',
  'tech.service-worker':
    'A background program (service worker) is a program of the site that the browser keeps and may run even while no page is open.',
  'tech.pixel':
    'A pixel tag is an image on the page, the size of a single dot. When your browser fetches the image, the server that sends it learns that the page was opened.',
  'tech.listed': 'We use only the techniques listed on this page.',
  'tech.lifetime':
    'Each cookie and other identifier has a lifetime set in advance. When the time is up, it is removed from your browser. You can also remove it yourself at any time.',
  'tech.rolling':
    'Some identifiers are renewed when you visit the site. They too have a final limit, counted from the first visit and given in the table.',
  'uses.title': 'What we use cookies for',
  'uses.intro':
    'We use cookies and other identifiers for {n, plural, one {# purpose} other {# purposes}}. You decide separately about each one that needs your consent.',
  'uses.services':
    'These identifiers are needed when you use a service that you ask for yourself. Each one is stored only when you start to use its service.',
  'uses.services.list': 'Services',
  'uses.aims': 'We want to {aims}.',
  'uses.aims.list': 'We want to:',
  'uses.ask':
    'We ask first. Without your consent we neither store nor read anything on your device for this.',
  'uses.basis': 'Legal basis',
  'uses.vendors': 'Partners',
  'uses.lifetimes': 'Lifetimes',
  'uses.range': 'at least {shortest} and at most {longest}',
  'uses.collects': 'For this we collect only this data about your visit:',
  'uses.collects.none': 'For this we do not ourselves collect data about your visit.',
  'uses.caption': '{name}: cookies and other identifiers',
  'uses.none': 'For this nothing is stored on your device.',
  'basis.consent':
    'Your consent (General Data Protection Regulation, Article 6(1)(a); Finnish Act on Electronic Communications Services, section 205)',
  'basis.service-requested':
    'A service that you ask for yourself (Finnish Act on Electronic Communications Services, section 205(2))',
  'basis.legitimate-interest':
    'Our legitimate interest (General Data Protection Regulation, Article 6(1)(f))',
  'basis.contract': 'Our contract with you (General Data Protection Regulation, Article 6(1)(b))',
  'never.title': 'What we do not do',
  'never.more': 'We collect nothing about your visit that this page does not mention.',
  'never.identify': 'We do not try to find out from cookies alone who you are.',
  'never.ip':
    'We do not store your IP address. We treat it as personal data, and it is in the server’s memory only for as long as the answer takes.',
  'never.pixel': 'We do not load pixel tags without the same consent that cookies need.',
  'never.respawn': 'We do not bring back an identifier that you have deleted.',
  'never.fingerprint':
    'If you block storage in your browser, we do not try to recognise it by other means.',
  'choices.title': 'How to say yes, say no or change your mind',
  'choices.banner': 'When you arrive',
  'choices.banner.text':
    'We ask what we may do. The buttons “{accept}” and “{refuse}” are the same size and side by side. Under “{choose}” you decide about each purpose separately.',
  'choices.link': 'Later',
  'choices.link.text':
    'Every page has a small link, “{open}”. Through it you can change your choice or withdraw your consent at any time. A withdrawal takes effect at once.',
  'choices.centre': 'Without the banner',
  'choices.centre.text':
    'The page <choices>Your choices</choices> shows what you have chosen and lets you change it. It works without JavaScript, too.',
  'choices.lapse': 'How long a choice holds',
  'choices.lapse.text':
    'Your choice holds {during}. After that we ask again. We also ask again if what you agreed to changes.',
  'choices.browser': 'Browser settings',
  'choices.browser.text':
    'In your browser’s settings you can delete cookies and other stored data, or block them altogether.',
  'without.title': 'What happens if you refuse or block cookies',
  'without.refuse':
    'If you do not consent, you lose no service. This holds for everything that needs your consent: {uses}.',
  'without.recommendations':
    'You then see the same product recommendations and content as everybody else.',
  'without.block':
    'If you also block the necessary identifiers in your browser, a service that you ask for may not work:',
  'signals.title': 'Signals from your browser',
  'signals.intro':
    'Your browser can say for you that you do not want to be tracked. We obey these signals, and you need do nothing else.',
  'signals.effect': 'While the signal is on, we leave out {what}.',
  'signals.override': 'If you give your consent while the signal is on, your own choice decides.',
  'signals.third-party':
    'You can also reject third-party cookies in your browser’s settings. We do not try to get round that.',
  'vendors.title': 'Our partners',
  'vendors.intro': 'These companies take part only in what you have consented to.',
  'vendors.caption': 'Partners, their countries and more information',
  'vendors.name': 'Service',
  'vendors.company': 'Company',
  'vendors.country': 'Country',
  'vendors.for': 'What for',
  'vendors.more': 'More information',
  'vendors.privacy': 'privacy notice',
  'vendors.opt-out': 'opt out at the partner’s site',
  'rights.title': 'Your rights and how to reach us',
  'rights.browser':
    'The page <choices>Your choices</choices> shows what we know about this browser.',
  'rights.text':
    'You have the right to see your data, correct and erase it, restrict its use and object to it, and move it elsewhere. Write to us: <mail>{email}</mail>.',
  'rights.authority':
    'If you think that we break the law, you may complain to the supervisory authority. In Finland it is {authority}: <site>www.tietosuoja.fi</site>.',
  'about.title': 'About this notice',
  'about.text':
    'This notice is made from the same file that the site’s software obeys. The page <promises>Our promises</promises> shows for each promise whether we keep it and when that was last checked.',
  'about.version': 'Version',
  'about.in-force': 'In force from',
  'about.review': 'Reviewed at the latest',
  'about.id': 'The file’s fingerprint (SHA-256)',
  'about.versions': 'Earlier versions',
  'about.machine': 'For machines',
}
