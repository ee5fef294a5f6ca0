import type { enDevice } from './en-device.ts'

/** Choices per vendor, age, what changed, and what lies on the device, in Finnish. */
export const fiDevice: Readonly<Record<keyof typeof enDevice, string>> = {
  'nav.label': 'Yksityisyytesi sivu sivulta',
  'nav.choices': 'Valinnat',
  'nav.device': 'Tällä laitteella',
  'nav.why': 'Miksi näen tämän?',
  'nav.receipts': 'Kuitit',
  'nav.data': 'Omat tiedot',
  'nav.rights': 'Oikeutesi',

  'did.young':
    'Kiitos, että kerroit. Käytössä ei ole mitään, mikä muodostaisi sinusta kuvan, ja muu valintasi on voimassa.',
  'did.kept': 'Mitään uutta ei sallittu. Aiemmat lupasi ovat voimassa sellaisinaan.',

  'vendors.heading': '{count, plural, one {Mukana oleva yritys} other {Mukana olevat yritykset}}',
  'vendors.lead':
    'Yritys on mukana vain, jos rastitat sekä tarkoituksen että yrityksen. Voit sallia tarkoituksen ja silti jättää yrityksen pois.',
  'vendors.about': '{company}, {country}.',
  'vendors.through.browser': 'Selaimesi ottaa siihen yhteyden suoraan.',
  'vendors.through.server':
    'Siihen on yhteydessä vain palvelimemme: selaimesi ei ole, eikä verkko-osoitettasi tai tunnisteitasi anneta eteenpäin.',
  'vendors.nowhere': 'Se ei saa mitään, koska tietoja ei saa viedä kyseiseen maahan.',
  'vendors.elsewhere': 'valitaan ylempänä tällä sivulla',
  'vendors.privacy': 'Näin {name} käyttää tietoja',
  'vendors.opt-out': 'Kiellä palvelussa {name}',
  'vendors.settings': 'Asetuksesi palvelussa {name}',

  'delta.heading': 'Jokin on muuttunut valintasi jälkeen',
  'delta.lead':
    'Valitsit {chosen}. Sen jälkeen seuraava on muuttunut, eikä se ole käytössä ennen vastaustasi:',
  'delta.new': 'Tämä tarkoitus on uusi.',
  'delta.unknown':
    'Ehdot ovat muuttuneet. Muutokset kerrotaan kohdassa ”Selosteen kaikki versiot”.',
  'delta.allow': 'Salli tämä',
  'delta.refuse': 'Älä salli',
  'delta.rest': 'Emme kysy mitään muuta. Muut lupasi ovat voimassa, vastasit niin tai näin.',

  'age.title': 'Oletko täyttänyt {years} vuotta?',
  'age.lead':
    'Ennen kuin tämä otetaan käyttöön, meidän on tiedettävä ikäsi: {purposes}. Kaikki muu valitsemasi on jo tallennettu.',
  'age.yes': 'Olen täyttänyt {years} vuotta',
  'age.no': 'Olen alle {years}-vuotias',
  'age.why':
    'Kenestäkään ei muodosteta profiilia ennen kuin tähän on vastattu. Säilytämme vain vastauksesi, emme ikääsi emmekä syntymäaikaasi.',
  'age.later': 'Jätä vastaamatta: silloin se pysyy pois käytöstä',

  'device.title': 'Tällä laitteella',
  'device.lead':
    'Mitä tämä sivusto saa tallentaa selaimeesi, mitä siitä on täällä nyt, kuinka kauan se säilyy, ja painike, jolla sen voi poistaa.',
  'device.here':
    '{count, plural, =0 {Täällä ei nyt ole mitään} one {Täällä nyt: # tieto} other {Täällä nyt: # tietoa}}',
  'device.here.none': 'Selaimesi ei lähettänyt yhtään käytännön nimeämää evästettä.',
  'device.here.text':
    'Selaimesi lähetti nämä juuri tämän pyynnön mukana. Näytämme arvon pituuden mutta emme koskaan arvoa, jottei kukaan olkasi yli katsova saa sitä tietää.',
  'device.length': 'Pituus {count, plural, one {# merkki} other {# merkkiä}}',
  'device.since': 'Ollut täällä {day} alkaen',
  'device.since.unknown': 'Ei kerro, mistä alkaen',
  'device.ends.lifetime': 'Päättyy {day}',
  'device.ends.cap': 'Päättyy {day}, kävit täällä miten usein tahansa',
  'device.ends.consent': 'Päättyy {day} suostumuksesi mukana',
  'device.ends.browser': 'Päättyy {day}, koska selaimet eivät säilytä pidempään',
  'device.ends.latest.lifetime': 'Päättyy viimeistään {day}',
  'device.ends.session': 'Päättyy, kun suljet selaimen',
  'device.refused': 'Et ole sallinut tätä, joten se ei saisi olla täällä.',
  'device.column.standing': 'Nyt',
  'device.column.erase': 'Poisto',
  'device.erase': 'Poista',
  'device.erase.name': 'Poista {name}',
  'device.erased': 'Poistettu: {name}.',
  'device.erased.not':
    'Poisto ei onnistunut, koska sivu oli ollut liian kauan auki tai pyyntö ei tullut siltä. Mitään ei muutettu. Yritä uudelleen.',
  'device.choice.note':
    'Tässä on itse valintasi. Jos poistat sen, vastaus on taas ei ja kysymme uudelleen.',
  'device.undeclared.heading': 'Mitä käytäntö ei mainitse',
  'device.undeclared.text':
    'Selaimesi lähetti myös nämä evästeet. Käytäntömme ei mainitse niitä, emmekä käytä niitä. Ne voivat olla peräisin toisesta samassa osoitteessa toimivasta palvelusta tai selaimesi laajennuksesta. Voit silti poistaa ne täällä.',
  'device.script.heading': 'Minkä vain komentosarja näkee',
  'device.script.text':
    'Näitä ei lähetetä meille. Vain tällä sivulla toimiva komentosarja näkee, ovatko ne täällä.',
  'device.script.off':
    'Komentosarjaa ei nyt ole käynnissä, joten sivu ei tiedä. Kaikki yhdessä voi poistaa ilman komentosarjaa sivulla ”Omat tiedot”.',
  'device.script.here': 'täällä nyt',
  'device.script.gone': 'ei täällä',
  'device.vendor.heading': 'Muiden osoitteissa',
  'device.vendor.text':
    'Nämä tallennetaan toisen yrityksen omaan osoitteeseen, jossa emme voi nähdä emmekä poistaa niitä. Ilman suostumustasi yritykseen ei oteta yhteyttä. Yrityksen omat sivut:',
  'device.absent.heading': 'Mitä käytäntö sallii mutta mitä täällä ei ole',
  'device.absent.show': '{count, plural, one {Näytä # nimi} other {Näytä # nimeä}}',
  'device.all': 'Poista kaikki kerralla',
  'probe.vendor.optOut':
    'Linkeistä yritysten omille kieltosivuille {listed} / {wanted} on valinnan vieressä (kolme kieltä).',
  'probe.vendor.settings':
    'Linkeistä yritysten omien palvelujen asetuksiin {listed} / {wanted} on valinnan vieressä (kolme kieltä).',
  'probe.erasure':
    'Koepoisto {wanted} nimetylle evästeelle: poistettuja {erased}, uudelleen asetettuja {again}.',
}
