import type { WordKey } from './en.ts'

/** The console in Finland-Swedish. */
export const sv: Readonly<Record<WordKey, string>> = {
  'app.name': 'Lupaus konsol',
  'app.skip': 'Gå till innehållet',
  'app.language': 'Språk',
  'app.dark': 'Byt till mörka färger',
  'app.light': 'Byt till ljusa färger',
  'app.signOut': 'Logga ut',
  'app.signedInAs': 'Inloggad som {name}',
  'app.policy': 'Beskrivning {label}',
  'app.retry': 'Försök igen',
  'app.failed': 'Uppgifterna kunde inte hämtas',
  'app.failedHelp':
    'Servern svarade inte som den ska. Kontrollera att Lupaus är i gång och försök igen.',
  'app.notFound': 'Sidan finns inte',
  'app.home': 'Till översikten',

  'in.title': 'Logga in',
  'in.lead': 'För personalen. Den som besöker webbplatsen behöver inget konto.',
  'in.email': 'E-postadress',
  'in.password': 'Lösenord',
  'in.submit': 'Logga in',
  'in.ended': 'Sessionen har avslutats. Logga in på nytt.',

  'setup.title': 'Skapa det första kontot',
  'setup.lead': 'Du öppnade engångslänken. Kontot blir administratör, och länken slutar fungera.',
  'setup.name': 'Ditt namn',
  'setup.passwordHelp': 'Minst 12 tecken. Några egna ord är lättare att minnas än specialtecken.',
  'setup.submit': 'Skapa kontot',
  'setup.noToken': 'Länken är inte hel',
  'setup.noTokenHelp':
    'Kopiera hela länken som Lupaus skrev ut vid starten, också allt efter tecknet #.',

  'problem.staff.wrong-credentials': 'E-postadressen eller lösenordet är fel.',
  'problem.staff.too-many-tries': 'För många försök. Vänta 15 minuter och försök igen.',
  'problem.staff.link-gone':
    'Länken har använts eller ersatts, eller är över 24 timmar gammal. Starta om Lupaus så får du en ny.',
  'problem.staff.password-short': 'Lösenordet är för kort: använd minst 12 tecken.',
  'problem.staff.password-common':
    'Det här lösenordet hör till dem som gissas först. Använd några egna ord.',
  'problem.staff.password-personal':
    'Lösenordet består av ditt namn eller din e-postadress. Välj något annat.',
  'problem.other': 'Det lyckades inte. Kontrollera det du skrev och försök igen.',

  'period.label': 'Tidsperiod',
  'period.7': '7 dagar',
  'period.30': '30 dagar',
  'period.90': '90 dagar',
  'period.custom': 'Egna datum',
  'period.from': 'Första dagen',
  'period.to': 'Sista dagen',
  'period.show': 'Visa',
  'period.shown': '{from} – {to}',
  'period.utc': 'Dagarna räknas i UTC-tid. Jämfört med {from} – {to}.',
  'period.wrong':
    'Välj en första dag som inte är efter den sista. Perioden kan ha högst 400 dagar.',

  'overview.title': 'Översikt',
  'overview.lead':
    'Endast besök där besökaren har godkänt analys, och endast de uppgifter som beskrivningen anger för den.',
  'overview.madeUp': 'Påhittade besök',
  'overview.madeUpHelp': 'En del av siffrorna kommer från demotrafiken, inte från människor.',
  'overview.notPromised': 'Beskrivningen utlovar ingen analys',
  'overview.notPromisedHelp':
    'Den gällande beskrivningen anger inget ändamål för analys, så ingenting får läsas. Ange ett ändamål med grund och mål, så visas siffrorna här.',
  'overview.empty': 'Ingenting har sparats för perioden',
  'overview.emptyHelp':
    'Lägg Lupaus-skriptet på webbplatsen och godkänn analys i en webbläsare, eller välj en längre period.',
  'overview.undeclared':
    'Beskrivningen anger inte uppgifterna för den här delen, så de läses inte.',
  'overview.none': 'Ingenting under perioden.',

  'kpi.visits': 'Besök',
  'kpi.views': 'Sidvisningar',
  'kpi.visible': 'Synlig tid',
  'kpi.visibleHelp': 'Median för en sida',
  'kpi.buying': 'Besök med köp',
  'kpi.revenue': 'Försäljning',
  'kpi.refused': 'Avvisade av regler',
  'kpi.refusedHelp': 'Händelser och fält',
  'kpi.same': 'som förut',
  'kpi.new': 'inga förut',
  'kpi.up': '{change} mer än förut',
  'kpi.down': '{change} mindre än förut',
  'kpi.seconds': '{seconds} s',
  'kpi.minutes': '{minutes} min {seconds} s',
  'kpi.unmeasured': 'inte mätt',

  'panel.chart': 'Diagram',
  'panel.table': 'Tabell',
  'panel.showAs': '{title}: visa som',

  'time.title': 'Besök och sidvisningar per dag',
  'time.day': 'Dag',
  'time.summary':
    'Linjediagram över {days, plural, one {# dag} other {# dagar}}: sammanlagt {visits} besök och {views} sidvisningar. Tabellen har samma siffror.',

  'pages.title': 'Sidor',
  'pages.name': 'Sida',
  'referrers.title': 'Varifrån besöken kom',
  'referrers.name': 'Webbplats',
  'referrers.direct': 'Direkt till webbplatsen',
  'devices.title': 'Enheter',
  'devices.name': 'Enhet',
  'devices.desktop': 'Dator',
  'devices.mobile': 'Telefon',
  'devices.tablet': 'Surfplatta',
  'devices.tv': 'Tv',
  'devices.other': 'Okänd',
  'browsers.title': 'Webbläsare',
  'browsers.name': 'Webbläsare',
  'languages.title': 'Språk',
  'languages.name': 'Språk',

  'products.title': 'Produkter',
  'products.name': 'Produkt',
  'products.views': 'Visningar',
  'products.carts': 'Lagda i korgen',
  'products.units': 'Sålda',
  'products.revenue': 'Försäljning',
  'products.note': 'Försäljning i {currency}. Andra valutor: {others}.',

  'searches.title': 'Sökningar',
  'searches.name': 'Sökord',
  'searches.count': 'Gånger',
  'searches.empty': 'Utan träff',

  'choices.title': 'Svar på frågan om samtycke',
  'choices.help':
    'Siffrorna är svar: den som nekar skickar ingenting, så det finns inget besök att räkna.',
  'choices.all': 'Godkände alla',
  'choices.some': 'Valde en del',
  'choices.none': 'Nekade',
  'choices.total': 'Svar',
  'choices.summary':
    'Staplade kolumner: av {total} svar godkände {all} alla, {some} valde en del och {none} nekade. Tabellen har samma siffror.',

  'refusals.title': 'Avvisade av regler',
  'refusals.help':
    'Det som webbläsare skickade fast beskrivningen inte tillåter det. Det räknades men sparades inte.',
  'refusals.what': 'Vad',
  'refusals.why': 'Varför',
  'refusals.rule': 'Regel',
  'refusals.count': 'Gånger',
  'refusals.line': 'rad {line} i beskrivningen',
  'refusals.silence': 'Beskrivningen säger inget om det',
  'refusals.field': '{event}, fältet {field}',
  'refusals.bot': 'En robot är ingen besökare',

  'reason.not-promised': 'Beskrivningen anger inget sådant ändamål',
  'reason.no-consent': 'Besökaren hade inte gett sitt samtycke',
  'reason.withdrawn': 'Besökaren hade återkallat samtycket',
  'reason.objected': 'Webbläsaren skickade en signal emot det',
  'reason.lapsed': 'Samtycket var för gammalt',
  'reason.terms-changed': 'Beskrivningen hade ändrats efter samtycket',
  'reason.event-not-declared': 'Beskrivningen anger inte händelsen',
  'reason.field-not-declared': 'Beskrivningen anger inte fältet',
  'reason.tracker-not-declared': 'Beskrivningen anger inte spåraren',
  'reason.value-not-allowed': 'Värdet var inte tillåtet för fältet',
  'reason.bot': 'Avsändaren var en robot',
  'reason.error': 'Det gick inte att läsa och avvisades därför',

  'event.page_view': 'Sidvisning',
  'event.page_leave': 'En sida lämnades',
  'event.link_click': 'Klick på en länk',
  'event.product_view': 'Produktvisning',
  'event.search': 'Sökning',
  'event.cart_add': 'Lades i korgen',
  'event.cart_remove': 'Togs ur korgen',
  'event.purchase': 'Köp',
  'event.pixel_view': 'Pixel i ett brev',
  'event.undeclared': 'Okänd händelse',

  'table.sort': 'Sortera: {column}',
}
