import type { CentreWords } from './en.ts'
import { fiDevice } from './fi-device.ts'
import { fiMine } from './fi-mine.ts'
import { fiRights } from './fi-rights.ts'

/** The public pages in Finnish. */
export const fi: CentreWords = {
  ...fiDevice,
  ...fiMine,
  ...fiRights,
  'centre.title': 'Yksityisyytesi',
  'centre.lead':
    'Täällä näet, mitä olet sallinut, voit muuttaa mieltäsi ja saat tietää, mitä tästä selaimesta tiedetään. Kaikki toimii myös ilman JavaScriptiä.',

  'now.heading': 'Voimassa juuri nyt',
  'now.none':
    'Et ole vielä valinnut. Siihen asti vastaus on ei: käytössä on vain se, mikä on välttämätöntä.',
  'now.refused': 'Olet kieltänyt kaiken, mikä ei ole välttämätöntä.',
  'now.granted': 'Olet sallinut: {purposes}.',
  'now.silenced':
    'Valintasi on voimassa, mutta juuri nyt käytössä on vain se, mikä on välttämätöntä.',
  'now.unreadable':
    'Selaimessasi on valinta, jonka aitoutta emme pysty varmistamaan. Se tarkoittaa samaa kuin ei.',
  'now.lapsed': 'Aiemman valintasi voimassaolo on päättynyt, joten vastaus on taas ei.',
  'now.withdrawn': 'Olet peruuttanut tämän valinnan. Vastaus on ei.',
  'now.dates': 'Valitsit {made}. Valinta on voimassa {until} asti, ellet muuta sitä aiemmin.',
  'now.withdraw': 'Peruuta kaikki suostumukset',

  'did.unchanged':
    'Seloste muuttui, kun sivu oli auki, joten mitään ei tallennettu. Se, mitä olit aiemmin valinnut, on voimassa sellaisenaan. Katso valinnat vielä kerran.',
  'did.saved': 'Valintasi on tallennettu ja voimassa.',
  'did.narrowed':
    'Se, minkä kielsit, on voimassa. Uusia lupia ei tallennettu, koska sivu oli ollut pitkään auki tai seloste on sillä välin muuttunut. Katso valinnat uudelleen ja tallenna vielä kerran.',
  'did.reset':
    'Seloste muuttui, kun sivu oli auki. Varmuuden vuoksi nyt on sallittu vain se, mikä on välttämätöntä. Katso valinnat uudelleen ja tallenna vielä kerran.',
  'did.unkept':
    'Valintasi tuli perille, mutta selaimesi ei säilytä evästettämme. Mitään ei jää muistiin, ja se tarkoittaa samaa kuin ei.',

  'signals.heading': 'Selaimesi on jo kertonut jotakin',
  'signals.gpc': 'Selaimesi lähettää Global Privacy Control -viestin.',
  'signals.dnt': 'Selaimesi lähettää Do Not Track -viestin.',
  'signals.refuses': 'Se tarkoittaa meille kieltoa seuraaviin: {purposes}.',
  'signals.nothing':
    'Käytäntömme ei liitä tätä viestiä mihinkään tarkoitukseen, joten alla olevat valinnat ratkaisevat.',
  'signals.override':
    'Jos silti sallit jonkin näistä alla, oma valintasi täällä menee edelle: olet tehnyt sen tietoisesti ja voit perua sen milloin tahansa.',

  'choices.heading': 'Valintasi',
  'choices.lead':
    'Päätät jokaisesta tarkoituksesta erikseen, ja jokaisen päätöksen voi perua. Kauppa toimii, vaikka kieltäisit kaiken.',
  'choices.quick': 'Yhdellä painalluksella',
  'choices.each': 'Tai valitse yksitellen',
  'choices.allow': 'Salli',
  'choices.always': 'Aina käytössä',
  'choices.always.text':
    'Ilman tätä pyytämäsi palvelu ei toimisi, joten tässä ei ole mitään pois kytkettävää.',
  'choices.on': 'voimassa',
  'choices.off': 'ei sallittu',
  'choices.trackers':
    '{count, plural, one {Mitä tallennetaan: # asia} other {Mitä tallennetaan: # asiaa}}',
  'choices.noTrackers': 'Tätä tarkoitusta varten laitteellesi ei tallenneta mitään.',
  'choices.noscript':
    'Kun kiellät, poistamme kiellettyjen tarkoitusten evästeet heti. Selaimen paikalliseen tallennustilaan mahdollisesti jääneet tiedot pystyy poistamaan vain komentosarja, ja JavaScript on selaimessasi pois käytöstä. Ne poistetaan, kun seuraavan kerran käyt täällä JavaScript käytössä. Voit myös tyhjentää tämän sivuston tiedot selaimesi asetuksista.',

  'reason.no-consent': 'Et ole sallinut tätä.',
  'reason.withdrawn': 'Olet peruuttanut tämän.',
  'reason.objected': 'Selaimesi lähettämä viesti kieltää tämän.',
  'reason.lapsed': 'Suostumuksesi voimassaolo on päättynyt.',
  'reason.terms-changed':
    'Ehdot ovat muuttuneet suostumuksesi jälkeen. Siksi kysymme uudelleen emmekä oleta.',
  'reason.other': 'Tämä ei ole käytössä.',

  'column.name': 'Nimi',
  'column.use': 'Mihin sitä käytetään',
  'column.vendor': 'Kenen se on',
  'column.store': 'Missä',
  'column.lifetime': 'Kuinka kauan',

  'receipt.heading': 'Kuittisi',
  'receipt.text':
    'Valinnastasi on allekirjoitettu kuitti. Siinä lukee, mitä sallit, milloin ja minkä sanojen perusteella, joten voit osoittaa sen kenelle tahansa, myös meille.',
  'receipt.none': 'Saat kuitin, kun olet tehnyt valinnan, myös kieltäytymisestä.',
  'receipt.download': 'Lataa kuitti',
  'receipt.anonymous':
    'Kieltäytymisen kuitissa ei ole mitään tunnistetta: se on sama kaikille, jotka kieltäytyivät samana päivänä samalla kielellä.',
  'receipt.missing.title': 'Kuittia ei vielä ole',
  'receipt.missing.text':
    'Tässä selaimessa ei ole kuittia, jonka aitouden voisimme varmistaa. Joko valintaa ei ole tehty tässä selaimessa tai kuitin sisältävä eväste on poistettu tai sitä on muutettu.',
  'receipt.missing.do': 'Tee valinta, niin saat kuitin',

  'file.about':
    'Kuitti tietosuojavalinnasta: mitä valittiin, milloin ja minkä sanojen perusteella.',
  'file.allowed': 'Sallit: {purposes}.',
  'file.refused': 'Kielsit kaiken, mikä ei ole välttämätöntä.',
  'file.check':
    'Liitä tämä tiedosto tai pelkkä kohdan ”receipt” teksti tässä annettuun osoitteeseen. Allekirjoituksen voi tarkistaa vain palvelin, joka sen teki. Kuitin keskiosa, kahden pisteen välissä, on tavallista base64url-tekstiä, jonka kuka tahansa voi lukea.',
  'file.words.same': 'Nämä sanat sinulle näytettiin.',
  'file.words.other':
    'Sinulle näytettyjä sanoja ei enää voi koota tällä ohjelmaversiolla. Tässä on niiden SHA-256-tiivisteen alku.',

  'check.again': 'Tarkista toinen kuitti',
  'check.title': 'Tarkista kuitti',
  'check.lead':
    'Liitä kuitti tähän, joko koko ladattu tiedosto tai pelkkä kuitti. Kerromme, onko se aito, mitä se sallii ja onko se yhä voimassa. Emme säilytä mitään, mitä liität tähän.',
  'check.label': 'Kuitti',
  'check.button': 'Tarkista',
  'check.genuine': 'Kuitti on aito',
  'check.genuine.text': 'Me olemme allekirjoittaneet sen, eikä siitä ole muutettu merkkiäkään.',
  'check.forged': 'Kuitti ei ole aito',
  'check.forged.text':
    'Allekirjoitus ei täsmää. Joko kuitti ei ole tältä sivustolta, sitä on muutettu tai osa siitä jäi kopioidessa pois.',
  'check.empty': 'Liittämässäsi tekstissä ei ollut kuittia',
  'check.empty.text':
    'Kuitti on pitkä rivi kirjaimia ja numeroita, ja siinä on kaksi pistettä. Ladatussa tiedostossa se on kohdassa ”receipt”.',
  'check.allows': 'Mitä se sallii',
  'check.nothing': 'Ei muuta kuin sen, mikä on välttämätöntä. Se on kieltäytyminen.',
  'check.standing.yes': 'yhä voimassa',
  'check.standing.no': 'ei enää voimassa',
  'check.made': 'Tehty',
  'check.until': 'Voimassaolo päättyy',
  'check.lang': 'Näytettyjen sanojen kieli',
  'check.policy': 'Selosteen versio',
  'check.words': 'Sanojen tiiviste',
  'check.read': 'Lue sen version seloste',

  'known.sent.stray':
    'Osa näistä kuuluu tarkoituksiin, joita et ole sallinut. Paina yllä ”{refuse}”, niin ne poistetaan.',
  'known.heading': 'Mitä tästä selaimesta tiedetään',
  'known.sent.heading': 'Mitä selaimesi lähetti meille juuri nyt',
  'known.sent.none': 'Selaimesi ei lähettänyt tämän sivupyynnön mukana yhtään evästettä.',
  'known.sent.text':
    'Nämä tulivat pyyntösi mukana. Näytämme kunkin arvon pituuden mutta emme arvoa, jottei kukaan olkasi yli katsova saa sitä tietää.',
  'known.length': 'Pituus',
  'known.characters': '{count, plural, one {# merkki} other {# merkkiä}}',
  'known.undeclared.heading': 'Evästeet, joita käytäntö ei mainitse',
  'known.undeclared.text':
    'Selaimesi lähetti myös evästeitä, joita käytäntömme ei mainitse. Emme käytä niitä. Ne voivat olla peräisin toisesta samassa osoitteessa toimivasta palvelusta tai selaimesi laajennuksesta.',
  'known.server.heading': 'Mitä palvelimemme säilyttää',
  'known.server.nothing':
    'Ei mitään. Tässä selaimessa ei ole meidän tunnistettamme, joten täällä ei ole mitään, minkä voisi yhdistää siihen.',
  'known.server.text':
    'Jokaisella tarkoituksella on oma tunnisteensa ja oma taulunsa, eikä niitä voi yhdistää. Kun peruutat luvan, sen nojalla säilytetyt tiedot poistetaan.',
  'known.group.personalisation': 'Personointi',
  'known.group.analytics': 'Analytiikka',
  'known.group.marketing': 'Markkinointi',
  'known.group.none': 'Mitään ei säilytetä.',
  'known.group.count':
    '{count, plural, one {# tapahtuma} other {# tapahtumaa}}, ensimmäinen {first} ja viimeisin {last}.',
  'known.group.day': '{count, plural, one {# tapahtuma} other {# tapahtumaa}}, kaikki {first}.',
  'known.group.recent': '{count, plural, one {Näytä viimeisin} other {Näytä # viimeisintä}}',
  'known.when': 'Milloin',
  'known.what': 'Mitä',

  'event.page_view': 'avasit sivun',
  'event.page_leave': 'poistuit sivulta',
  'event.link_click': 'seurasit linkkiä',
  'event.product_view': 'katsoit tuotetta',
  'event.search': 'hait',
  'event.cart_add': 'lisäsit ostoskoriin',
  'event.cart_remove': 'poistit ostoskorista',
  'event.purchase': 'ostit',
  'event.pixel_view': 'näit mainoksen',
  'event.list_view': 'katsoit tuotelistaa',
  'event.checkout_start': 'siirryit kassalle',
  'event.refund': 'sait hyvityksen',
  'event.goal': 'toteutit tavoitteen',
  'event.screen_view': 'avasit sovelluksen näkymän',
  'event.app_open': 'avasit sovelluksen',
  'event.app_install': 'asensit sovelluksen',
  'event.app_update': 'päivitit sovelluksen',
  'field.path': 'sivu',
  'field.title': 'otsikko',
  'field.referrer': 'tulit osoitteesta',
  'field.language': 'kieli',
  'field.device': 'laite',
  'field.browser': 'selain',
  'field.os': 'käyttöjärjestelmä',
  'field.visible_seconds': 'sekuntia näkyvissä',
  'field.link_kind': 'linkin laji',
  'field.link_target': 'linkin kohde',
  'field.product': 'tuote',
  'field.product_name': 'tuotteen nimi',
  'field.category': 'tuoteryhmä',
  'field.query': 'hakusanat',
  'field.results': 'tuloksia',
  'field.quantity': 'määrä',
  'field.value': 'arvo',
  'field.currency': 'valuutta',
  'field.campaign': 'kampanja',
  'field.campaign_source': 'kampanjan lähde',
  'field.campaign_medium': 'kampanjan väline',
  'field.campaign_term': 'kampanjan hakusana',
  'field.campaign_content': 'mainoksen versio',
  'field.click_id': 'mainoksen napsautustunniste',
  'field.channel': 'mitä kautta tulit',
  'field.source': 'mistä palvelusta tulit',
  'field.referrer_path': 'edellinen sivu',
  'field.country': 'maa',
  'field.region': 'alue',
  'field.city': 'paikkakunta',
  'field.screen_size': 'näytön koko',
  'field.os_version': 'käyttöjärjestelmän versio',
  'field.screen': 'näkymä',
  'field.app_version': 'sovelluksen versio',
  'field.order': 'tilausnumero',
  'field.price': 'kappalehinta',
  'field.shipping': 'toimituskulut',
  'field.tax': 'vero',
  'field.discount': 'alennus',
  'field.coupon': 'alennuskoodi',
  'field.goal': 'tavoite',

  'more.heading': 'Lue lisää',
  'more.notice': 'Evästeseloste: mitä käytetään, kenen se on ja kuinka kauan',
  'more.promises': 'Mitä lupaamme ja olemmeko pitäneet lupauksemme',
  'more.versions': 'Selosteen kaikki versiot',
  'more.yaml': 'Käytäntötiedosto, jota järjestelmä tottelee',
  'more.json': 'Sama koneille',

  'notice.other': 'Tämä seloste tiedostona',
  'notice.md': 'Markdown',
  'notice.txt': 'pelkkä teksti',
  'notice.old': 'Luet versiota, joka ei ole enää voimassa. Se oli voimassa {from}–{until}.',
  'notice.coming': 'Luet versiota, joka on julkaistu mutta tulee voimaan vasta {from}.',
  'notice.called-off':
    'Luet versiota, joka peruttiin ennen kuin se ehti tulla voimaan: toinen versio tuli sen tilalle.',
  'notice.old.current': 'Lue nyt voimassa oleva',

  'versions.none': 'Mikään versio ei ole vielä tullut voimaan.',
  'versions.title': 'Selosteen kaikki versiot',
  'versions.lead':
    'Yhtäkään versiota ei poisteta. Jokaisella on tiedostonsa SHA-256-tiiviste, joten kuka tahansa voi varmistaa, ettei versiota ole muutettu jälkikäteen.',
  'versions.label': 'Versio',
  'versions.from': 'Voimassa alkaen',
  'versions.until': 'Päättyi',
  'versions.now': 'voimassa nyt',
  'versions.read': 'Lue',
  'versions.file': 'käytäntötiedosto',
  'versions.fingerprint': 'Tiiviste',
  'versions.coming': 'ei vielä voimassa',
  'versions.ends': 'Päättyy',
  'versions.past': 'ei enää voimassa',
  'versions.called-off': 'peruttu ennen voimaantuloa',
  'versions.changes': 'Mikä muuttui',
  'versions.first': 'Ensimmäinen versio.',
  'versions.same': 'Ei muuta kuin itse versio.',
  'versions.unknown': 'Muutoksia ei ole kirjattu.',
  'versions.follows.inform': 'kerrottiin etukäteen',
  'versions.follows.ask-again': 'lupa kysytään uudelleen',
  'versions.told.site': 'Muutoksesta kerrottiin sivustolla {day}.',
  'versions.told.email': 'Muutoksesta kerrottiin sähköpostitse {day}.',
  'versions.told.post': 'Muutoksesta kerrottiin postitse {day}.',
  'versions.json': 'allekirjoitettu tallenne',
  'versions.signature': 'Allekirjoitus',
  'versions.unsigned': 'Tätä versiota ei ole allekirjoitettu.',
  'versions.key':
    'Jokainen versio selosteineen ja voimaantulopäivineen on allekirjoitettu (Ed25519), joten kukaan, emme edes me, voi muuttaa sitä huomaamatta.',
  'versions.key.link': 'Julkinen avain',

  'promises.title': 'Lupaukset ja mitä nähtiin',
  'promises.lead':
    'Osaa lupauksista koetellaan toiminnassa olevassa järjestelmässä, ja alla lukee, mitä nähtiin ja milloin. Osa on testattu ennen julkaisua, ja osasta tällä järjestelmän versiolla ei ole vielä näyttöä. Pidetyksi sanomme vain lupauksen, jonka on nähty pitävän.',
  'promises.summary':
    '{kept, plural, one {# lupaus pidetty} other {# lupausta pidetty}}, {broken, plural, =0 {yhtään ei rikottu} other {# rikottu}}, {tested, plural, =0 {yhtään ei vain testattu} other {# vain testattu ennen julkaisua}}, {unproven, plural, =0 {yhtään ei vailla näyttöä} other {# vielä vailla näyttöä}}.',
  'promises.summary.old':
    '{count, plural, one {Yksi havainto on yli kaksi päivää vanha.} other {# havaintoa on yli kaksi päivää vanhoja.}}',
  'promises.status.broken': 'Rikottu',
  'promises.status.kept': 'Pidetty',
  'promises.status.tested': 'Testattu ennen julkaisua',
  'promises.status.unproven': 'Vielä vailla näyttöä',
  'promises.heading.broken': 'Rikotut lupaukset',
  'promises.heading.kept': 'Pidetyt lupaukset',
  'promises.heading.tested': 'Ennen julkaisua testatut lupaukset',
  'promises.heading.unproven': 'Lupaukset, joista ei ole vielä näyttöä',
  'promises.broken.none': 'Rikottuja lupauksia ei ole havaittu.',
  'promises.old': 'Havainto on yli kaksi päivää vanha, joten se ei ehkä enää pidä paikkaansa.',
  'promises.tested.text':
    'Näitä ei ole vielä koeteltu toiminnassa olevassa järjestelmässä. Automaattiset testit tarkastavat ne ennen jokaista julkaisua, osasta tosin vain sen, mitä käytännössämme ja selosteessa täytyy lukea.',
  'promises.unproven.text':
    'Käytäntömme lupaa nämä, mutta tässä järjestelmän versiossa mikään testi tai koe ei vielä osoita niiden pitävän. Siksi emme sano niitä pidetyiksi.',
  'promises.entry': 'todistekirjaus {entry}',
  'promises.line': 'käytäntötiedoston rivi {line}',
  'promises.zone': 'Kellonajat ovat Suomen aikaa.',

  'probe.current':
    'Julkaistun käytäntötiedoston tiiviste on {published}…, ja voimassa on {version}…. Kolmesta selosteesta {same} on tätä versiota.',
  'probe.versions':
    '{count, plural, one {Versioita on ollut yksi} other {Versioita on ollut #}}. Tiedosto vastaa tiivistettään {intact}/{count} versiossa, seloste avautuu {notices}/{wanted} tapauksessa (kolme kieltä versiota kohden), ja versioista {dated}/{terms} on päivätty. Valinnat ja tapahtumat viittaavat {used} versioon, joista {lost} ei ole luettavissa.',
  'probe.technology':
    'Kolmesta julkaistusta selosteesta {count} kertoo selkokielellä, mikä eväste on.',
  'probe.vendors':
    'Selosteiden taulukoissa {named}/{wanted} rivillä lukee, kenen eväste tai muu tunniste on ({trackers, plural, one {# tunniste} other {# tunnistetta}}, kolme kieltä).',
  'probe.links':
    'Lisätietolinkeistä {printed}/{wanted} on julkaistuissa selosteissa (kolme kieltä).',
  'probe.declared':
    'Avattiin {pages} sivua kuin ensimmäisellä käynnillä; evästeitä asetettiin {cookies}. Skripti tuntee {known} niistä {trackers} tunnisteesta, jotka politiikka nimeää.',
  'probe.refusal':
    'Koekieltäytyminen lomakkeella: suostumusta vaativista tarkoituksista jäi voimaan {left}/{asked}, evästeistä poistettiin {ended}/{cookies}, ja {anonymous, select, yes {kuitissa ei ollut tunnistetta} other {kuitissa oli tunniste tai kuittia ei tullut}}.',
  'probe.withdrawal':
    'Koesuostumus annettiin ja peruutettiin, kumpikin yhdellä painalluksella: sallittuja tarkoituksia oli ennen {before} ja jälkeen {after}. Vanha kuitti sallii nyt {old}.',

  'error.404.title': 'Täällä ei ole sivua',
  'error.404.text': 'Osoitteessa voi olla kirjoitusvirhe, tai sivu on voinut siirtyä.',
  'error.405.title': 'Tätä sivua ei voi käyttää näin',
  'error.405.text': 'Avaa sivu tavalliseen tapaan selaimella.',
  'error.400.title': 'Emme saaneet tästä selvää',
  'error.400.text':
    'Jokin pyynnössä oli väärin tai se oli liian suuri. Mitään ei muutettu. Palaa yksityisyyssivullesi ja yritä uudelleen.',
  'error.403.title': 'Tämä tuli toiselta sivustolta',
  'error.403.text':
    'Luvan voi antaa vain omilla sivuillamme. Mitään ei muutettu. Jos halusit valita, tee se täällä:',
  'error.429.title': 'Liian monta yritystä',
  'error.429.text':
    'Odota minuutti ja yritä uudelleen. Kieltäytyminen ja peruuttaminen eivät odota koskaan.',
  'error.500.title': 'Meillä meni jokin vikaan',
  'error.500.text':
    'Vika on meissä, ei sinussa. Mitään ei muutettu. Yritä hetken päästä uudelleen. Jos vika toistuu, kirjoita meille: {email}',
  'error.home': 'Yksityisyyssivullesi',
}
