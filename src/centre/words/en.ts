import { enDevice } from './en-device.ts'
import { enMine } from './en-mine.ts'
import { enRights } from './en-rights.ts'

/** The public pages in English. The keys are those of every language. */
export const en = {
  ...enDevice,
  ...enMine,
  ...enRights,
  'centre.title': 'Your privacy',
  'centre.lead':
    'See what you have allowed, change your mind, and find out what is known about this browser. Everything here works without JavaScript too.',

  'now.heading': 'In force right now',
  'now.none':
    'You have not chosen yet. Until you do, the answer is no: only what is necessary is used.',
  'now.refused': 'You have refused everything that is not necessary.',
  'now.granted': 'You allow: {purposes}.',
  'now.silenced':
    'You have a valid choice, but nothing beyond what is necessary is in use at the moment.',
  'now.unreadable':
    'There is a choice stored in your browser that we cannot verify. That counts as a no.',
  'now.lapsed': 'Your earlier choice has run out, so the answer is no again.',
  'now.withdrawn': 'You have withdrawn this choice. The answer is no.',
  'now.dates':
    'You chose on {made}. The choice holds until {until}, unless you change it before that.',
  'now.withdraw': 'Withdraw all consent',

  'did.unchanged':
    'The policy changed while this page was open, so nothing was saved. Whatever you had chosen earlier stands as it was. Please look at the choices once more.',
  'did.saved': 'Your choice is saved and in force.',
  'did.narrowed':
    'What you refused is in force. Anything new that you allowed was not saved, because the page had been open for a long time or the policy has changed since. Please look at the choices again and save once more.',
  'did.reset':
    'The policy changed while this page was open. To be on the safe side nothing beyond what is necessary is allowed now. Please look at the choices again and save once more.',
  'did.unkept':
    'Your choice reached us, but your browser does not keep our cookie. Nothing is remembered, and that means no.',

  'signals.heading': 'Your browser has already said something',
  'signals.gpc': 'Your browser sends the Global Privacy Control signal.',
  'signals.dnt': 'Your browser sends the Do Not Track signal.',
  'signals.refuses': 'We take it as a refusal of: {purposes}.',
  'signals.nothing':
    'Our policy does not tie this signal to any purpose, so the choices below decide.',
  'signals.override':
    'If you still switch on one of these below, your own choice here comes first: you have made it knowingly and can take it back at any time.',

  'choices.heading': 'Your choices',
  'choices.lead':
    'Each purpose is a decision of its own, and every one can be undone. If you say no, the shop works all the same.',
  'choices.quick': 'With one press',
  'choices.each': 'Or choose one by one',
  'choices.allow': 'Allow',
  'choices.always': 'Always in use',
  'choices.always.text':
    'Without this the service you asked for would not work, so there is nothing to switch off.',
  'choices.on': 'in force',
  'choices.off': 'not allowed',
  'choices.trackers':
    '{count, plural, one {What is stored: # thing} other {What is stored: # things}}',
  'choices.noTrackers': 'This purpose stores nothing on your device.',
  'choices.noscript':
    'When you refuse, we remove the cookies of the refused purposes at once. What may remain in your browser’s local storage can only be removed by a script, and JavaScript is switched off in your browser. It will be removed the next time you visit with JavaScript on; you can also clear the data of this site in your browser’s settings.',

  'reason.no-consent': 'You have not allowed this.',
  'reason.withdrawn': 'You have withdrawn this.',
  'reason.objected': 'A signal from your browser refuses this.',
  'reason.lapsed': 'Your consent has run out.',
  'reason.terms-changed':
    'The terms have changed since you agreed, so we ask again instead of assuming.',
  'reason.other': 'This is not in use.',

  'column.name': 'Name',
  'column.use': 'What it is for',
  'column.vendor': 'Whose it is',
  'column.store': 'Where',
  'column.lifetime': 'How long',

  'receipt.heading': 'Your receipt',
  'receipt.text':
    'Your choice came with a signed receipt. It says what you allowed, when, and which words you were shown, so that you can prove it to anyone, us included.',
  'receipt.none': 'You get a receipt when you have made a choice, for a refusal as well.',
  'receipt.download': 'Download the receipt',
  'receipt.anonymous':
    'A refusal’s receipt has no identifier in it: it is the same for everyone who refused on that day in that language.',
  'receipt.missing.title': 'There is no receipt yet',
  'receipt.missing.text':
    'This browser has no receipt that we could verify. Either no choice has been made here, or the cookie that holds the receipt has been removed or altered.',
  'receipt.missing.do': 'Make a choice, and a receipt comes with it',

  'file.about':
    'A receipt for a privacy choice: what was chosen, when, and which words were shown.',
  'file.allowed': 'You allowed: {purposes}.',
  'file.refused': 'You refused everything that is not necessary.',
  'file.check':
    'Paste this file, or only the text under “receipt”, into the address given here. The signature can be verified only by the server that made it; the middle part of the receipt, between the two dots, is plain base64url and anyone can read it.',
  'file.words.same': 'These are the words you were shown.',
  'file.words.other':
    'The words you were shown can no longer be rebuilt by this version of the program. This is the beginning of their SHA-256 fingerprint.',

  'check.again': 'Check another receipt',
  'check.title': 'Check a receipt',
  'check.lead':
    'Paste a receipt here, either the whole downloaded file or only the receipt itself. We say whether it is genuine, what it allows and whether it still holds. Nothing you paste is kept.',
  'check.label': 'Receipt',
  'check.button': 'Check',
  'check.genuine': 'The receipt is genuine',
  'check.genuine.text': 'We signed it, and not a single character has been changed since.',
  'check.forged': 'The receipt is not genuine',
  'check.forged.text':
    'The signature does not match. Either the receipt did not come from this site, or it has been altered, or part of it was left out when it was copied.',
  'check.empty': 'There was no receipt in what you pasted',
  'check.empty.text':
    'A receipt is a long line of letters and digits with two dots in it. In a downloaded file it stands under “receipt”.',
  'check.allows': 'What it allows',
  'check.nothing': 'Nothing beyond what is necessary. It is a refusal.',
  'check.standing.yes': 'still in force',
  'check.standing.no': 'no longer in force',
  'check.made': 'Made',
  'check.until': 'Holds until',
  'check.lang': 'Language of the words shown',
  'check.policy': 'Policy version',
  'check.words': 'Fingerprint of the words',
  'check.read': 'Read the notice of that version',

  'known.sent.stray':
    'Some of these belong to purposes you do not allow. Press “{refuse}” above and they are removed.',
  'known.heading': 'What is known about this browser',
  'known.sent.heading': 'What your browser sent us just now',
  'known.sent.none': 'Your browser sent no cookies at all with this page request.',
  'known.sent.text':
    'These came along with your request. We show how long each value is, not the value itself, so that nobody looking over your shoulder learns it.',
  'known.length': 'Length',
  'known.characters': '{count, plural, one {# character} other {# characters}}',
  'known.undeclared.heading': 'Cookies the policy does not name',
  'known.undeclared.text':
    'Your browser also sent cookies that our policy does not name. We do not use them. They may come from another service at the same address or from an extension in your browser.',
  'known.server.heading': 'What our server keeps',
  'known.server.nothing':
    'Nothing. This browser carries no identifier of ours, so there is nothing here that could be connected to it.',
  'known.server.text':
    'Each purpose has its own identifier and its own table, and they cannot be put together. When you withdraw a purpose, what it kept is erased.',
  'known.group.personalisation': 'Personalisation',
  'known.group.analytics': 'Analytics',
  'known.group.marketing': 'Marketing',
  'known.group.none': 'Nothing is kept.',
  'known.group.count':
    '{count, plural, one {# event} other {# events}}, between {first} and {last}.',
  'known.group.day': '{count, plural, one {# event} other {# events}} on {first}.',
  'known.group.recent': '{count, plural, one {Show the latest one} other {Show the latest #}}',
  'known.when': 'When',
  'known.what': 'What',

  'event.page_view': 'opened a page',
  'event.page_leave': 'left a page',
  'event.link_click': 'followed a link',
  'event.product_view': 'looked at a product',
  'event.search': 'searched',
  'event.cart_add': 'put something in the cart',
  'event.cart_remove': 'took something out of the cart',
  'event.purchase': 'made a purchase',
  'event.pixel_view': 'saw an advertisement',
  'event.list_view': 'looked at a list of products',
  'event.checkout_start': 'went to the checkout',
  'event.refund': 'got a refund',
  'event.goal': 'reached a goal',
  'event.screen_view': 'opened a view in the app',
  'event.app_open': 'opened the app',
  'event.app_install': 'installed the app',
  'event.app_update': 'updated the app',
  'field.path': 'page',
  'field.title': 'title',
  'field.referrer': 'came from',
  'field.language': 'language',
  'field.device': 'device',
  'field.browser': 'browser',
  'field.os': 'operating system',
  'field.visible_seconds': 'seconds in view',
  'field.link_kind': 'kind of link',
  'field.link_target': 'link to',
  'field.product': 'product',
  'field.product_name': 'product name',
  'field.category': 'category',
  'field.query': 'search words',
  'field.results': 'results',
  'field.quantity': 'quantity',
  'field.value': 'value',
  'field.currency': 'currency',
  'field.campaign': 'campaign',
  'field.campaign_source': 'campaign source',
  'field.campaign_medium': 'campaign medium',
  'field.campaign_term': 'campaign search term',
  'field.campaign_content': 'version of the ad',
  'field.click_id': 'click identifier of the ad',
  'field.channel': 'how you found us',
  'field.source': 'service you came from',
  'field.referrer_path': 'previous page',
  'field.country': 'country',
  'field.region': 'region',
  'field.city': 'town',
  'field.screen_size': 'screen size',
  'field.os_version': 'version of the operating system',
  'field.screen': 'view',
  'field.app_version': 'version of the app',
  'field.order': 'order number',
  'field.price': 'unit price',
  'field.shipping': 'delivery charge',
  'field.tax': 'tax',
  'field.discount': 'discount',
  'field.coupon': 'discount code',
  'field.goal': 'goal',

  'more.heading': 'Read more',
  'more.notice': 'Cookie notice: what is used, whose it is, and for how long',
  'more.promises': 'What we promise, and whether we have kept it',
  'more.versions': 'Every version of the policy',
  'more.yaml': 'The policy file that the system obeys',
  'more.json': 'The same for machines',

  'notice.other': 'This notice as a file',
  'notice.md': 'Markdown',
  'notice.txt': 'plain text',
  'notice.old':
    'You are reading a version that is no longer in force. It was in force from {from} to {until}.',
  'notice.coming':
    'You are reading a version that is published but comes into force only on {from}.',
  'notice.called-off':
    'You are reading a version that was called off before it came into force: another one took its place.',
  'notice.old.current': 'Read the one in force now',

  'versions.none': 'No version has been put in force yet.',
  'versions.title': 'All versions of the policy',
  'versions.lead':
    'No version is ever removed. Each is known by the SHA-256 fingerprint of its file, so anyone can make sure that it has not been changed afterwards.',
  'versions.label': 'Version',
  'versions.from': 'In force from',
  'versions.until': 'Until',
  'versions.now': 'in force now',
  'versions.read': 'Read',
  'versions.file': 'policy file',
  'versions.fingerprint': 'Fingerprint',
  'versions.coming': 'not yet in force',
  'versions.ends': 'Until',
  'versions.past': 'no longer in force',
  'versions.called-off': 'called off before it began',
  'versions.changes': 'What changed',
  'versions.first': 'The first version.',
  'versions.same': 'Nothing but the version itself.',
  'versions.unknown': 'What changed was not written down.',
  'versions.follows.inform': 'people were told before',
  'versions.follows.ask-again': 'asked again',
  'versions.told.site': 'People were told on {day}, on the site.',
  'versions.told.email': 'People were told on {day}, by e-mail.',
  'versions.told.post': 'People were told on {day}, by post.',
  'versions.json': 'signed record',
  'versions.signature': 'Signature',
  'versions.unsigned': 'This version is not signed.',
  'versions.key':
    'Each version, its notices and its day are signed with Ed25519, so that nobody, not even we, can change them unseen.',
  'versions.key.link': 'The public key',

  'promises.title': 'Promises, and what was seen',
  'promises.lead':
    'Some promises are tried out on the running system, and below is what was seen and when. Others are tested before each release, and for some this version of the system has no proof yet. Only a promise that was seen to hold is called kept.',
  'promises.summary':
    '{kept, plural, one {# promise kept} other {# promises kept}}, {broken, plural, =0 {none broken} other {# broken}}, {tested, plural, =0 {none only tested} other {# only tested before release}}, {unproven, plural, =0 {none without proof} other {# not yet proven}}.',
  'promises.summary.old':
    '{count, plural, one {One of the sightings is more than two days old.} other {# of the sightings are more than two days old.}}',
  'promises.status.broken': 'Broken',
  'promises.status.kept': 'Kept',
  'promises.status.tested': 'Tested before release',
  'promises.status.unproven': 'Not yet proven',
  'promises.heading.broken': 'Broken promises',
  'promises.heading.kept': 'Kept promises',
  'promises.heading.tested': 'Promises tested before release',
  'promises.heading.unproven': 'Promises not yet proven',
  'promises.broken.none': 'No broken promise has been seen.',
  'promises.old': 'This was seen more than two days ago, so it may no longer be true.',
  'promises.tested.text':
    'None of these has been tried on the running system yet. Automatic tests check them before each release, some of them only as far as what the policy and its notice must say.',
  'promises.unproven.text':
    'The policy makes these promises, but this version of the system has neither a test nor a probe that proves them. So we do not call them kept.',
  'promises.entry': 'evidence entry {entry}',
  'promises.line': 'line {line} of the policy file',
  'promises.zone': 'Times are Finnish time.',

  'probe.current':
    'The published policy file has the fingerprint {published}…, and {version}… is in force. Of the three notices, {same} {same, plural, one {is} other {are}} of that version.',
  'probe.versions':
    '{count, plural, one {There has been one version} other {There have been # versions}}. The file matches its fingerprint in {intact} of {count}, the notice opens in {notices} of {wanted} cases (three languages each), and {dated} of {terms} {dated, plural, one {is} other {are}} dated. Choices and events refer to {used} versions, of which {lost} cannot be read.',
  'probe.technology':
    'Of the three published notices, {count} {count, plural, one {explains} other {explain}} in plain words what a cookie is.',
  'probe.vendors':
    'In the tables of the notices, {named} of {wanted} rows say whose the cookie or other tracker is ({trackers, plural, one {# tracker} other {# trackers}}, three languages).',
  'probe.links':
    'Of the links to further help, {printed} of {wanted} stand in the published notices (three languages).',
  'probe.declared':
    '{pages} pages were opened as on a first visit; they set {cookies, plural, =0 {no cookie} one {one cookie} other {# cookies}}. The tag knows {known} of the {trackers} trackers that the policy declares.',
  'probe.refusal':
    'A trial refusal through the form: {left} of {asked} purposes that need consent stayed on, {ended} of {cookies} cookies were removed, and the receipt {anonymous, select, yes {had no identifier} other {had an identifier or did not come}}.',
  'probe.withdrawal':
    'A trial consent was given and withdrawn, each with one press: {before} {before, plural, one {purpose} other {purposes}} allowed before, {after} after. The old receipt now allows {old}.',

  'error.404.title': 'There is no page here',
  'error.404.text': 'The address may be mistyped, or the page may have moved.',
  'error.405.title': 'This page cannot be used that way',
  'error.405.text': 'Open the page in a browser as usual.',
  'error.400.title': 'We could not read that',
  'error.400.text':
    'Something in the request was wrong or too large. Nothing was changed. Go back to your privacy page and try again.',
  'error.403.title': 'This came from another site',
  'error.403.text':
    'Permission can only be given on our own pages. Nothing was changed. If you meant to choose, do it here:',
  'error.429.title': 'Too many attempts',
  'error.429.text': 'Wait a minute and try again. A refusal or a withdrawal is never made to wait.',
  'error.500.title': 'Something went wrong at our end',
  'error.500.text':
    'This is our fault, not yours. Nothing was changed. Please try again in a moment. If it keeps happening, write to us: {email}',
  'error.home': 'To your privacy page',
} as const

export type CentreKey = keyof typeof en
export type CentreWords = Readonly<Record<CentreKey, string>>
