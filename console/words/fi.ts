import type { WordKey } from './en.ts'

/** The console in Finnish. */
export const fi: Readonly<Record<WordKey, string>> = {
  'app.name': 'Lupauksen hallinta',
  'app.skip': 'Siirry sisältöön',
  'app.language': 'Kieli',
  'app.dark': 'Vaihda tummiin väreihin',
  'app.light': 'Vaihda vaaleisiin väreihin',
  'app.signOut': 'Kirjaudu ulos',
  'app.signedInAs': 'Kirjautuneena {name}',
  'app.policy': 'Seloste {label}',
  'app.retry': 'Yritä uudelleen',
  'app.failed': 'Tietoja ei saatu haettua',
  'app.failedHelp':
    'Palvelin ei vastannut niin kuin pitäisi. Tarkista, että Lupaus on käynnissä, ja yritä uudelleen.',
  'app.notFound': 'Tällaista sivua ei ole',
  'app.home': 'Yleiskatsaukseen',

  'in.title': 'Kirjaudu sisään',
  'in.lead': 'Henkilökunnalle. Sivuston kävijä ei tarvitse tunnusta.',
  'in.email': 'Sähköpostiosoite',
  'in.password': 'Salasana',
  'in.submit': 'Kirjaudu',
  'in.ended': 'Istunto on päättynyt. Kirjaudu uudelleen.',

  'setup.title': 'Luo ensimmäinen tunnus',
  'setup.lead':
    'Avasit kertakäyttöisen linkin. Tästä tunnuksesta tulee pääkäyttäjä, ja linkki lakkaa toimimasta.',
  'setup.name': 'Nimesi',
  'setup.passwordHelp':
    'Vähintään 12 merkkiä. Muutama oma sana on helpompi muistaa kuin erikoismerkit.',
  'setup.submit': 'Luo tunnus',
  'setup.noToken': 'Linkki ei ole kokonainen',
  'setup.noTokenHelp':
    'Kopioi koko linkki, jonka Lupaus tulosti käynnistyessään, myös kaikki #-merkin jälkeen.',

  'problem.staff.wrong-credentials': 'Sähköpostiosoite tai salasana on väärin.',
  'problem.staff.too-many-tries': 'Liian monta yritystä. Odota 15 minuuttia ja yritä uudelleen.',
  'problem.staff.link-gone':
    'Linkki on käytetty, korvattu tai yli 24 tuntia vanha. Saat uuden käynnistämällä Lupauksen uudelleen.',
  'problem.staff.password-short': 'Salasana on liian lyhyt: käytä vähintään 12 merkkiä.',
  'problem.staff.password-common':
    'Tämä salasana arvataan ensimmäisten joukossa. Käytä muutamaa omaa sanaa.',
  'problem.staff.password-personal':
    'Salasana koostuu nimestäsi tai sähköpostiosoitteestasi. Valitse jokin muu.',
  'problem.other': 'Se ei onnistunut. Tarkista, mitä kirjoitit, ja yritä uudelleen.',

  'period.label': 'Ajanjakso',
  'period.7': '7 päivää',
  'period.30': '30 päivää',
  'period.90': '90 päivää',
  'period.custom': 'Omat päivät',
  'period.from': 'Ensimmäinen päivä',
  'period.to': 'Viimeinen päivä',
  'period.show': 'Näytä',
  'period.shown': '{from} – {to}',
  'period.utc': 'Päivät lasketaan UTC-ajassa. Vertailujakso {from} – {to}.',
  'period.wrong':
    'Valitse ensimmäinen päivä, joka ei ole viimeisen jälkeen. Jaksossa voi olla enintään 400 päivää.',

  'overview.title': 'Yleiskatsaus',
  'overview.lead':
    'Mukana ovat vain käynnit, joiden kävijä on hyväksynyt analytiikan, ja vain ne tiedot, jotka seloste sitä varten ilmoittaa.',
  'overview.madeUp': 'Keksittyjä käyntejä',
  'overview.madeUpHelp': 'Osa luvuista on peräisin esittelyliikenteestä, ei ihmisistä.',
  'overview.notPromised': 'Seloste ei lupaa analytiikkaa',
  'overview.notPromisedHelp':
    'Voimassa oleva seloste ei ilmoita analytiikalle tarkoitusta, joten mitään ei saa lukea. Kun ilmoitat tarkoituksen, sen perusteen ja tavoitteet, luvut ilmestyvät tähän.',
  'overview.empty': 'Tältä ajalta ei ole tallennettu mitään',
  'overview.emptyHelp':
    'Lisää Lupaus-skripti sivustolle ja hyväksy analytiikka selaimessa, tai valitse pidempi ajanjakso.',
  'overview.undeclared': 'Seloste ei ilmoita tämän osan tietoja, joten niitä ei lueta.',
  'overview.none': 'Ei mitään tällä ajanjaksolla.',

  'kpi.visits': 'Käynnit',
  'kpi.views': 'Sivunäytöt',
  'kpi.visible': 'Näkyvissä',
  'kpi.visibleHelp': 'Sivun mediaani',
  'kpi.buying': 'Ostoon johtaneet käynnit',
  'kpi.revenue': 'Myynti',
  'kpi.refused': 'Säännön torjumat',
  'kpi.refusedHelp': 'Tapahtumat ja kentät',
  'kpi.same': 'kuten ennen',
  'kpi.new': 'aiemmin ei yhtään',
  'kpi.up': '{change} enemmän kuin ennen',
  'kpi.down': '{change} vähemmän kuin ennen',
  'kpi.seconds': '{seconds} s',
  'kpi.minutes': '{minutes} min {seconds} s',
  'kpi.unmeasured': 'ei mitattu',

  'panel.chart': 'Kuvaaja',
  'panel.table': 'Taulukko',
  'panel.showAs': '{title}: esitystapa',

  'time.title': 'Käynnit ja sivunäytöt päivittäin',
  'time.day': 'Päivä',
  'time.summary':
    'Viivakuvaaja, {days, plural, one {# päivä} other {# päivää}}: yhteensä käyntejä {visits} ja sivunäyttöjä {views}. Taulukossa on samat luvut.',

  'pages.title': 'Sivut',
  'pages.name': 'Sivu',
  'referrers.title': 'Mistä käynnille tultiin',
  'referrers.name': 'Sivusto',
  'referrers.direct': 'Suoraan sivustolle',
  'devices.title': 'Laitteet',
  'devices.name': 'Laite',
  'devices.desktop': 'Tietokone',
  'devices.mobile': 'Puhelin',
  'devices.tablet': 'Tabletti',
  'devices.tv': 'Televisio',
  'devices.other': 'Ei tiedossa',
  'browsers.title': 'Selaimet',
  'browsers.name': 'Selain',
  'languages.title': 'Kielet',
  'languages.name': 'Kieli',

  'products.title': 'Tuotteet',
  'products.name': 'Tuote',
  'products.views': 'Katselut',
  'products.carts': 'Lisätty koriin',
  'products.units': 'Myyty',
  'products.revenue': 'Myynti',
  'products.note': 'Myynti valuutassa {currency}. Muut valuutat: {others}.',

  'searches.title': 'Haut',
  'searches.name': 'Hakusana',
  'searches.count': 'Kertaa',
  'searches.empty': 'Ei löytynyt',

  'choices.title': 'Vastaukset suostumuskysymykseen',
  'choices.help':
    'Luvut ovat vastauksia: kieltäytyvä kävijä ei lähetä mitään, joten laskettavaa käyntiä ei synny.',
  'choices.all': 'Hyväksyi kaikki',
  'choices.some': 'Valitsi osan',
  'choices.none': 'Kieltäytyi',
  'choices.total': 'Vastauksia',
  'choices.summary':
    'Pinotut pylväät: vastauksia {total}, joista kaikki hyväksyi {all}, osan valitsi {some} ja kieltäytyi {none}. Taulukossa on samat luvut.',

  'refusals.title': 'Säännön torjumat',
  'refusals.help':
    'Mitä selaimet lähettivät, vaikka seloste ei sitä salli. Ne laskettiin mutta niitä ei tallennettu.',
  'refusals.what': 'Mitä',
  'refusals.why': 'Miksi',
  'refusals.rule': 'Sääntö',
  'refusals.count': 'Kertaa',
  'refusals.line': 'selosteen rivi {line}',
  'refusals.silence': 'Seloste ei sano siitä mitään',
  'refusals.field': '{event}, kenttä {field}',
  'refusals.bot': 'Robotti ei ole kävijä',

  'reason.not-promised': 'Seloste ei ilmoita tällaista tarkoitusta',
  'reason.no-consent': 'Kävijä ei ollut antanut suostumusta',
  'reason.withdrawn': 'Kävijä oli peruuttanut suostumuksen',
  'reason.objected': 'Selain lähetti kieltävän merkin',
  'reason.lapsed': 'Suostumus oli vanhentunut',
  'reason.terms-changed': 'Seloste oli muuttunut suostumuksen jälkeen',
  'reason.event-not-declared': 'Seloste ei ilmoita tätä tapahtumaa',
  'reason.field-not-declared': 'Seloste ei ilmoita tätä kenttää',
  'reason.tracker-not-declared': 'Seloste ei ilmoita tätä seurainta',
  'reason.value-not-allowed': 'Arvo ei ollut kentälle sallittu',
  'reason.bot': 'Lähettäjä oli robotti',
  'reason.error': 'Sitä ei voitu lukea, joten se torjuttiin',

  'event.page_view': 'Sivunäyttö',
  'event.page_leave': 'Sivulta poistuminen',
  'event.link_click': 'Linkin napsautus',
  'event.product_view': 'Tuotteen katselu',
  'event.search': 'Haku',
  'event.cart_add': 'Koriin lisääminen',
  'event.cart_remove': 'Korista poistaminen',
  'event.purchase': 'Osto',
  'event.pixel_view': 'Kirjeen pikseli',
  'event.undeclared': 'Tuntematon tapahtuma',

  'table.sort': 'Järjestä: {column}',
}
