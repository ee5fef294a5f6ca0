import type { enMine } from './en-mine.ts'

/** Why, receipts, my data and its erasure, in Finnish. */
export const fiMine: Readonly<Record<keyof typeof enMine, string>> = {
  'why.title': 'Miksi näen tämän?',
  'why.lead':
    'Jokaisesta tarkoituksesta kerrotaan, mikä tässä selaimessa on voimassa, mikä valinnoistasi sen ratkaisi, minkä käytännön rivin nojalla ja mitä siitä seuraa.',
  'why.on': 'käytössä',
  'why.off': 'ei käytössä',
  'why.decided': 'Kuka päätti',
  'why.by.service':
    'Lupaa ei tarvinnut kysyä: tätä tarvitaan käyttämääsi palveluun eikä mihinkään muuhun.',
  'why.by.contract': 'Lupaa ei tarvinnut kysyä: tätä tarvitaan tilaukseesi tai sopimukseesi.',
  'why.by.interest': 'Tämä perustuu oikeutettuun etuumme. Voit vastustaa sitä.',
  'why.by.yes': 'Sinä, {day}: sallit tämän. Lupa on voimassa {until} asti.',
  'why.by.no': 'Sinä, {day}: et sallinut tätä.',
  'why.by.nobody': 'Et ole valinnut. Ilman lupaa vastaus on ei.',
  'why.by.withdrawn': 'Sinä: sallit tämän {day} ja olet sen jälkeen peruuttanut luvan.',
  'why.by.lapsed': 'Valintasi {day} voimassaolo päättyi {until}, joten vastaus on taas ei.',
  'why.by.terms':
    'Sallit tämän {day}, mutta ehdot ovat sen jälkeen muuttuneet. Tämä on pois käytöstä, kunnes vastaat uudelleen.',
  'why.by.signal': 'Selaimesi: se lähettää viestin {signals}, jonka käytäntö tulkitsee kielloksi.',
  'why.by.other': 'Jotakin ei voitu lukea, ja mitä ei voi lukea, se kielletään.',
  'why.leads': 'Mitä siitä seuraa',
  'why.leads.functional':
    'Käyttämäsi toiminnot toimivat. Sen perusteella ei valita sinulle mitään.',
  'why.leads.recommendations.on':
    'Sinulle näytettäviä tuotteita ja sisältöä voidaan valita sen mukaan, mitä olet katsellut täällä.',
  'why.leads.recommendations.off':
    'Tuotteita ja sisältöä ei valita sen mukaan, mitä olet katsellut täällä: näet saman kuin kaikki muutkin.',
  'why.leads.ads.on':
    'Sinulle näytettäviä mainoksia voidaan valita sen mukaan, mitä olet tehnyt täällä.',
  'why.leads.ads.off':
    'Mainoksia ei valita sen mukaan, mitä olet tehnyt täällä. Jos näet mainoksen, kuka tahansa näkisi sen samassa paikassa.',
  'why.leads.analytics.on':
    'Käyntisi ovat mukana tilastoissamme. Se ei muuta sitä, mitä sinulle näytetään.',
  'why.leads.analytics.off': 'Käyntisi eivät ole mukana tilastoissamme.',
  'why.leads.analytics.counted':
    'Käyntisi lasketaan, mutta laitteellesi ei tallenneta sitä varten mitään eikä ketään erota muista päivää pidempään.',
  'why.leads.other.on': 'Käytämme tietoja siihen, mitä tarkoituksesta yllä sanotaan.',
  'why.leads.other.off': 'Emme käytä siihen mitään tietojasi.',
  'why.companies': 'Yritykset',
  'why.company.on': '{name} voi olla mukana.',
  'why.company.off': '{name} ei ole mukana.',
  'why.company.refused': '{name} ei ole mukana: jätit sen nimenomaisesti pois.',
  'why.rule': 'Minkä säännön nojalla',
  'why.rule.line': 'Käytäntötiedoston rivi {line}:',
  'why.promises': '{count, plural, one {Mitä lupaamme tästä} other {Mitä lupaamme tästä (#)}}',

  'receipts.title': 'Kuitit',
  'receipts.lead':
    'Jokaisesta tässä selaimessa tehdystä valinnasta on tullut kuitti. Tässä ovat voimassa oleva kuitti ja ne, jotka se on korvannut, uusin ensin.',
  'receipts.none': 'Tämän selaimen valintoja ei ole kirjattu.',
  'receipts.refusal':
    'Nykyinen valintasi on kieltäytyminen. Kieltäytymisessä ei ole tunnistetta, joten emme tiedä, mitkä aiemmat valinnat ovat sinun, eikä niitä näytetä.',
  'receipts.now': 'voimassa',
  'receipts.replaced': 'korvattu',
  'receipts.ended': 'ei enää voimassa',
  'receipts.allowed': 'Sallittu',
  'receipts.refused': 'Ei sallittu',
  'receipts.without': 'Pois jätetyt yritykset',
  'receipts.nothing': 'ei mitään',
  'receipts.where': 'Missä',
  'receipts.via.banner': 'evästekyselyssä',
  'receipts.via.details': 'evästekyselyn asetuksissa',
  'receipts.via.centre': 'näillä sivuilla',
  'receipts.via.app': 'sovelluksessa',
  'receipts.via.other': 'muualla',
  'receipts.version': 'Käytäntö',
  'receipts.version.read': 'sen päivän seloste',
  'receipts.proof': 'Mitä tiedosto todistaa',
  'receipts.proof.text':
    'Tiedostossa on allekirjoitettu kuitti, sinulle näytetyt sanat ja luettelo tallennettavista tiedoista, kysyneen komentosarjan tiiviste sekä valintasi paikka lokissa, jota ei voi muuttaa huomaamatta.',

  'data.title': 'Omat tiedot',
  'data.lead':
    'Kaikki, mihin tämän selaimen tunnisteet johtavat, tarkoitus kerrallaan. Et tarvitse tunnuksia: avain on selain itse, joten pidä se omanasi.',
  'data.take': 'Ota tiedot mukaasi',
  'data.take.text':
    'Tiedosto on JSON-muotoinen: valintasi ja kuittisi, selaimessasi olevat tunnisteet ja jokainen niiden alle tallennettu tapahtuma selväkielisinä sarakkeina.',
  'data.take.button': 'Lataa omat tiedot',
  'data.all': '{count, plural, one {Näytä tapahtuma} other {Näytä # tapahtumaa}}',
  'data.more':
    'Tässä ovat uusimmat {shown} tapahtumaa kaikkiaan {count} tapahtumasta; loput ovat tiedostossa.',
  'data.more.limit':
    'Tapahtumia on {count}; yhteen tiedostoon mahtuu niistä vanhimmat {shown}. Pyydä loput meiltä: {email}',
  'data.not.heading': 'Mitä täällä ei ole',
  'data.not.text':
    'Se, mitä ehkä tiedämme sinusta nimeltä tunnettuna asiakkaana, ei ole yhteydessä tähän selaimeen eikä näy täällä, sillä selaimen ääressä voi istua kuka tahansa. Voit pyytää sen:',
  'data.not.link': 'Oikeutesi ja miten niitä käytetään',
  'data.file.about':
    'Kaikki, mitä yhden selaimen tunnisteiden alla säilytetään, ja selaimessa tehdyt valinnat.',
  'data.file.none': 'Tämän selaimen tunnisteiden alla ei säilytetä mitään.',
  'data.erase': 'Pyydä poistamaan tiedot',

  'erase.title': 'Poista omat tiedot',
  'erase.lead':
    'Yksi painallus poistaa kaiken, mihin tämän selaimen tunnisteet johtavat, sekä palvelimeltamme että tästä selaimesta. Sitä ei voi perua. Mitään ei ole vielä poistettu.',
  'erase.what': 'Mitä poistetaan',
  'erase.server':
    'Palvelimeltamme: {count, plural, =0 {siellä ei säilytetä mitään} one {# tapahtuma} other {# tapahtumaa}}',
  'erase.server.group':
    '{group}: {count, plural, =0 {ei mitään} one {# tapahtuma} other {# tapahtumaa}}',
  'erase.device': 'Tästä selaimesta: kaikkien suostumusta vaativien tarkoitusten evästeet',
  'erase.consent':
    'Samalla suostumuksesi päättyvät, sillä muuten kerääminen alkaisi heti uudelleen. Jäljelle jää eväste, joka sanoo ei.',
  'erase.stays': 'Mitä säilytetään',
  'erase.stays.text':
    'Merkintä siitä, että valinta on tehty, säilyy valinnan voimassaolon loppuun: meidän on voitava osoittaa se (tietosuoja-asetus 7 artikla 1 kohta). Siinä on valinta, päivä ja kuitin numero, jota selaimessasi ei sen jälkeen enää ole, mutta ei tapahtumia. Se, mitä olet asiakkaana tilannut tai sopinut kanssamme, ei ole yhteydessä tähän selaimeen, joten siihen ei tässä kosketa.',
  'erase.mine': 'Poista omat tiedot',
  'erase.everything': 'Poista kaikki tältä sivustolta',
  'erase.everything.text':
    'Tämä poistaa myös kaiken, mitä sivusto on tallentanut selaimeesi: ostoskorin, kirjautumisen, kielen ja kieltosi, myös paikallisesta tallennustilasta. Sen jälkeen olet täällä tuntematon, ja kysymme uudelleen. Selaimissa, jotka noudattavat Clear-Site-Data-otsaketta, poisto ulottuu jokaiseen polkuun, osioon ja tallennuspaikkaan, jopa muihin saman pääosoitteen palveluihin.',
  'erase.back': 'Älä poista mitään',
  'erase.done': 'Tiedot on poistettu',
  'erase.done.text':
    'Katsoimme vielä uudelleen: tämän selaimen tunnisteiden alla palvelimellamme ei ole enää mitään.',
  'erase.notyet': 'Poisto on kesken',
  'erase.notyet.text':
    'Poisto on kirjattu tehtäväksi ja viedään loppuun. Jäljellä on vielä {count, plural, one {# tapahtuma} other {# tapahtumaa}}. Katso hetken kuluttua uudelleen.',
  'erase.certificate': 'Todistus',
  'erase.certificate.text':
    'Säilytä tämä numero. Sillä voit viitata poistoon, ja lokimme tarkastaja löytää sen.',
  'erase.entry': 'Merkintä lokissa',
  'erase.at': 'Poistettu',
  'erase.count': 'Poistettuja tapahtumia',
}
