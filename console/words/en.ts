/** The console in English; the other languages have exactly these keys. */
export const en = {
  'app.name': 'Lupaus console',
  'app.skip': 'Skip to content',
  'app.language': 'Language',
  'app.dark': 'Switch to dark colours',
  'app.light': 'Switch to light colours',
  'app.signOut': 'Sign out',
  'app.signedInAs': 'Signed in as {name}',
  'app.policy': 'Policy of {label}',
  'app.retry': 'Try again',
  'app.failed': 'This could not be loaded',
  'app.failedHelp':
    'The server did not answer as it should. Check that Lupaus is running, then try again.',
  'app.notFound': 'There is no such page',
  'app.home': 'To the overview',

  'in.title': 'Sign in',
  'in.lead': 'For those who work here. Visitors of the site need no account.',
  'in.email': 'E-mail address',
  'in.password': 'Password',
  'in.submit': 'Sign in',
  'in.ended': 'Your session has ended. Sign in again.',

  'setup.title': 'Make the first account',
  'setup.lead':
    'You opened the one-time link. This account becomes the administrator, and the link stops working.',
  'setup.name': 'Your name',
  'setup.passwordHelp':
    'At least 12 characters. Several words of your own are easier to remember than signs.',
  'setup.submit': 'Make the account',
  'setup.noToken': 'The link is not whole',
  'setup.noTokenHelp':
    'Copy the whole link that Lupaus printed when it started, with everything after #.',

  'problem.staff.wrong-credentials': 'The e-mail address or the password is wrong.',
  'problem.staff.too-many-tries': 'Too many tries. Wait 15 minutes and try again.',
  'problem.staff.link-gone':
    'The link was used or replaced, or is over 24 hours old. Start Lupaus again to get a new one.',
  'problem.staff.password-short': 'The password is too short: use at least 12 characters.',
  'problem.staff.password-common':
    'This password is among those that are guessed first. Use several words of your own.',
  'problem.staff.password-personal':
    'The password is made of your name or e-mail address. Choose something else.',
  'problem.other': 'That did not work. Check what you wrote and try again.',

  'period.label': 'Period',
  'period.7': '7 days',
  'period.30': '30 days',
  'period.90': '90 days',
  'period.custom': 'Own dates',
  'period.from': 'First day',
  'period.to': 'Last day',
  'period.show': 'Show',
  'period.shown': '{from} – {to}',
  'period.utc': 'Days are counted in UTC. Compared with {from} – {to}.',
  'period.wrong': 'Choose a first day that is not after the last, at most 400 days in all.',

  'overview.title': 'Overview',
  'overview.lead':
    'Only visits whose visitors agreed to analytics, and only the fields that the policy declares for it.',
  'overview.madeUp': 'Made-up visits',
  'overview.madeUpHelp': 'Part of these figures comes from the demo traffic, not from people.',
  'overview.notPromised': 'The policy promises no analytics',
  'overview.notPromisedHelp':
    'The policy in force declares no purpose for analytics, so nothing may be read. Declare one with its basis and aims, and the figures appear here.',
  'overview.empty': 'Nothing was kept in this period',
  'overview.emptyHelp':
    'Put the tag on your site and agree to analytics in a browser, or choose a longer period.',
  'overview.undeclared':
    'The policy does not declare the fields for this part, so they are not read.',
  'overview.none': 'Nothing in this period.',

  'kpi.visits': 'Visits',
  'kpi.views': 'Page views',
  'kpi.visible': 'Time visible',
  'kpi.visibleHelp': 'Middle value for a page',
  'kpi.buying': 'Visits with a purchase',
  'kpi.revenue': 'Sales',
  'kpi.refused': 'Refused by rule',
  'kpi.refusedHelp': 'Events and fields',
  'kpi.same': 'as before',
  'kpi.new': 'none before',
  'kpi.up': '{change} more than before',
  'kpi.down': '{change} less than before',
  'kpi.seconds': '{seconds} s',
  'kpi.minutes': '{minutes} min {seconds} s',
  'kpi.unmeasured': 'not measured',

  'panel.chart': 'Chart',
  'panel.table': 'Table',
  'panel.showAs': '{title}: show as',

  'time.title': 'Visits and page views by day',
  'time.day': 'Day',
  'time.summary':
    'Line chart of {days, plural, one {# day} other {# days}}: {visits} visits and {views} page views in all. The table has the same numbers.',

  'pages.title': 'Pages',
  'pages.name': 'Page',
  'referrers.title': 'Where visits came from',
  'referrers.name': 'Site',
  'referrers.direct': 'Straight to the site',
  'devices.title': 'Devices',
  'devices.name': 'Device',
  'devices.desktop': 'Computer',
  'devices.mobile': 'Phone',
  'devices.tablet': 'Tablet',
  'devices.tv': 'Television',
  'devices.other': 'Not known',
  'browsers.title': 'Browsers',
  'browsers.name': 'Browser',
  'languages.title': 'Languages',
  'languages.name': 'Language',

  'products.title': 'Products',
  'products.name': 'Product',
  'products.views': 'Views',
  'products.carts': 'Added to cart',
  'products.units': 'Sold',
  'products.revenue': 'Sales',
  'products.note': 'Sales in {currency}. Other currencies: {others}.',

  'searches.title': 'Searches',
  'searches.name': 'Searched for',
  'searches.count': 'Times',
  'searches.empty': 'Found nothing',

  'choices.title': 'Answers to the question of consent',
  'choices.help':
    'Counted by answers: a visitor who refuses sends nothing, so there is no visit to count.',
  'choices.all': 'Accepted all',
  'choices.some': 'Chose some',
  'choices.none': 'Refused',
  'choices.total': 'Answers',
  'choices.summary':
    'Stacked columns: of {total} answers {all} accepted all, {some} chose some and {none} refused. The table has the same numbers.',

  'refusals.title': 'Refused by rule',
  'refusals.help': 'What browsers sent and the policy did not allow. It was counted and not kept.',
  'refusals.what': 'What',
  'refusals.why': 'Why',
  'refusals.rule': 'Rule',
  'refusals.count': 'Times',
  'refusals.line': 'line {line} of the policy',
  'refusals.silence': 'The policy says nothing of it',
  'refusals.field': '{event}, field {field}',
  'refusals.bot': 'Robots are no visitors',

  'reason.not-promised': 'The policy declares no such purpose',
  'reason.no-consent': 'The visitor had not agreed to it',
  'reason.withdrawn': 'The visitor had withdrawn the consent',
  'reason.objected': 'The browser sent a signal against it',
  'reason.lapsed': 'The consent was too old',
  'reason.terms-changed': 'The policy had changed since the consent',
  'reason.event-not-declared': 'The policy does not declare this event',
  'reason.field-not-declared': 'The policy does not declare this field',
  'reason.tracker-not-declared': 'The policy does not declare this tracker',
  'reason.value-not-allowed': 'The value was not one that the field may have',
  'reason.bot': 'The sender was a robot',
  'reason.error': 'It could not be read, so it was refused',

  'event.page_view': 'Page view',
  'event.page_leave': 'Leaving a page',
  'event.link_click': 'Click on a link',
  'event.product_view': 'Product view',
  'event.search': 'Search',
  'event.cart_add': 'Adding to the cart',
  'event.cart_remove': 'Removing from the cart',
  'event.purchase': 'Purchase',
  'event.pixel_view': 'Pixel in a letter',
  'event.undeclared': 'Unknown event',

  'table.sort': 'Sort by: {column}',
} as const

export type WordKey = keyof typeof en
