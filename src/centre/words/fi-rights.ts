import type { enRights } from './en-rights.ts'

/** How each request of GDPR Articles 15 to 22 is made, in Finnish. */
export const fiRights: Readonly<Record<keyof typeof enRights, string>> = {
  'rights.title': 'Oikeutesi ja miten niitä käytetään',
  'rights.lead':
    'Mitä voit EU:n yleisen tietosuoja-asetuksen nojalla pyytää meiltä, mitä nämä sivut tekevät jo itse ja mihin muissa asioissa kirjoitetaan.',
  'rights.contents': 'Tällä sivulla',
  'rights.here': 'Tässä ja nyt',
  'rights.write': 'Muuten kirjoita meille',
  'rights.how.heading': 'Näin pyydät',
  'rights.how.text':
    'Näille pyynnöille ei ole täällä vielä lomaketta. Kirjoita meille vapaasti omin sanoin; artiklaa ei tarvitse mainita. Kerro, mitä haluat, mistä on kyse ja mihin voimme vastata.',
  'rights.how.email': 'Sähköposti',
  'rights.how.post': 'Kirje',
  'rights.how.phone': 'Puhelin',
  'rights.how.officer': 'Tietosuojavastaava',
  'rights.when.heading': 'Milloin saat vastauksen',
  'rights.when.text':
    'Ilman aiheetonta viivytystä ja viimeistään kuukauden kuluttua pyynnöstäsi. Jos pyyntö on monimutkainen tai pyyntöjä on monta, voimme tarvita kaksi kuukautta lisää; siitä ja syystä kerromme sinulle ensimmäisen kuukauden aikana (tietosuoja-asetus 12 artikla 3 kohta).',
  'rights.cost.text':
    'Pyynnöt ovat maksuttomia. Vain ilmeisen perusteettomasta tai kohtuuttomasta pyynnöstä voimme periä kohtuullisen maksun tai kieltäytyä, ja silloin meidän on osoitettava syy (12 artikla 5 kohta).',
  'rights.who.text':
    'Pyydämme todistamaan henkilöllisyyden vain, jos siitä on perusteltua syytä epäillä muuta (12 artikla 6 kohta). Näillä sivuilla mitään ei tarvitse todistaa: avain on selain.',
  'rights.refused.text':
    'Jos kieltäydymme, kerromme kuukauden kuluessa syyn ja sen, miten voit valittaa (12 artikla 4 kohta).',
  'rights.by': 'Miten',
  'rights.within': 'Vastaamme',
  'rights.within.span': '{within} kuluessa',
  'rights.article': 'Tietosuoja-asetus, {article}',

  'rights.access.title': 'Näe tietosi',
  'rights.access.text':
    'Saat tietää, käsittelemmekö tietojasi, ja saat niistä jäljennöksen. Kerromme myös, mihin tietoja käytetään, kuka niitä saa ja kuinka kauan niitä säilytetään.',
  'rights.access.here': 'Katso ja lataa se, mihin tämän selaimen tunnisteet johtavat',
  'rights.rectification.title': 'Pyydä oikaisemaan',
  'rights.rectification.text':
    'Voit pyytää korjaamaan väärät tiedot ja täydentämään puutteelliset.',
  'rights.erasure.title': 'Pyydä poistamaan',
  'rights.erasure.text':
    'Voit pyytää poistamaan tietosi, kun niitä ei enää tarvita, kun peruutat suostumuksesi, kun vastustat käsittelyä eikä sille ole painavampaa syytä tai kun tietoja on käsitelty lainvastaisesti.',
  'rights.erasure.here': 'Poista se, mihin tämän selaimen tunnisteet johtavat',
  'rights.restriction.title': 'Pyydä rajoittamaan käyttöä',
  'rights.restriction.text':
    'Kun selvitetään, ovatko tiedot oikein tai saako niitä käyttää, voit pyytää, että niitä sillä välin vain säilytetään eikä käytetä.',
  'rights.portability.title': 'Siirrä muualle',
  'rights.portability.text':
    'Itse antamasi tiedot, joita käsittelemme suostumuksesi tai sopimuksen perusteella, saat koneluettavassa muodossa ja voit siirtää ne toiselle.',
  'rights.portability.here': 'Lataa tiedot JSON-muodossa',
  'rights.objection.title': 'Vastusta',
  'rights.objection.text':
    'Kun käsittely perustuu oikeutettuun etuumme, voit vastustaa sitä omaan tilanteeseesi liittyvästä syystä. Suoramarkkinoinnin voit kieltää milloin tahansa ja perustelematta.',
  'rights.objection.here': 'Kiellä markkinointi tässä selaimessa',
  'rights.automated.title': 'Kone ei päätä yksin',
  'rights.automated.text':
    'Sinulla on oikeus olla joutumatta sellaisen päätöksen kohteeksi, jonka tekee yksin kone ja joka vaikuttaa sinuun merkittävästi.',
  'rights.automated.none': 'Käytäntömme mukaan tällaisia päätöksiä ei tehdä.',
  'rights.automated.here': 'Katso, mikä ratkaisee, mitä tässä selaimessa näytetään',
  'rights.withdrawal.title': 'Peruuta suostumuksesi',
  'rights.withdrawal.text':
    'Voit peruuttaa minkä tahansa suostumuksen milloin tahansa, yhtä helposti kuin annoit sen. Se, mitä tehtiin sitä ennen, oli silti luvallista.',
  'rights.withdrawal.here': 'Muuta valintojasi tai peruuta ne',
  'rights.complaint.title': 'Valita',

  'rights.way.email': 'sähköpostilla: ',
  'rights.way.web-form': 'verkkolomakkeella',
  'rights.way.privacy-centre': 'näillä sivuilla',
  'rights.way.phone': 'puhelimitse: ',
  'rights.way.post': 'kirjeellä',
  'rights.way.in-person': 'toimipaikassamme',
  'rights.way.message-link': 'viestissä olevalla linkillä',
}
