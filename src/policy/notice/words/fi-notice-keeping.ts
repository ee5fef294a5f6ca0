/** Suomeksi: selosteen osat: säilytys, oikeudet ja suojaus. */
export const fiNoticeKeeping = {
  'keeping.title': 'Kuinka kauan säilytämme tietoja',
  'keeping.text':
    'Kun aika on kulunut, tiedot poistetaan tai muutetaan anonyymeiksi. Se tapahtuu itsestään.',
  'keeping.caption': 'Säilytysajat',
  'keeping.what': 'Mitä',
  'keeping.term': 'Kuinka kauan',
  'keeping.term.text': '{keep} {from}',
  'keeping.until': 'Mikä päättää ajan aiemmin',
  'keeping.then': 'Mitä sitten tapahtuu',
  'keeping.law': 'Laki',
  'keeping.external': 'Samat ajat koskevat rekistereitä, joita muut pitävät puolestamme.',
  'keeping.papers': 'oikeuksiasi koskevat pyynnöt',
  'keeping.outcome': '{what} ({outcome})',
  'right.access.text': 'Saat tietää, käsittelemmekö tietojasi, ja saat niistä jäljennöksen.',
  'right.rectification.text': 'Korjaamme tiedot, jotka ovat väärin, ja täydennämme puutteelliset.',
  'right.erasure.text':
    'Poistamme tietosi, kun niitä ei enää tarvita, kun peruutat suostumuksesi tai kun vastustat käsittelyä eikä sille ole painavampaa syytä.',
  'right.restriction.text':
    'Voit pyytää, että tietojasi ei käytetä sinä aikana, kun selvitämme pyyntöäsi.',
  'right.objection.text':
    'Kun käsittely perustuu oikeutettuun etuumme, voit vastustaa sitä omaan tilanteeseesi liittyvästä syystä.',
  'right.marketing-objection.text':
    'Voit kieltää suoramarkkinoinnin milloin tahansa ja perustelematta.',
  'right.withdrawal.text':
    'Voit peruuttaa suostumuksesi milloin tahansa. Se, mitä teimme sitä ennen, oli silti luvallista.',
  'right.portability.text':
    'Saat itse antamasi tiedot koneluettavassa muodossa ja voit siirtää ne muualle. Oikeus koskee tietoja, joita käsittelemme suostumuksesi tai sopimuksen perusteella.',
  'right.complaint.text': 'Voit valittaa valvontaviranomaiselle, jos katsot, että rikomme lakia.',
  'right.review.text':
    'Jos kieltäydymme pyynnöstäsi, voit pyytää meitä arvioimaan asian uudelleen.',
  'rights.intro':
    'Jokaista oikeutta voit käyttää alla kerrotulla tavalla. Jos kieltäydymme pyynnöstä, kerromme syyn ja sen, miten voit valittaa.',
  'rights.extension':
    'Jos pyyntö on monimutkainen tai pyyntöjä on paljon, voimme tarvita enintään kaksi kuukautta lisää. Kerromme siitä ja syystä ensimmäisen kuukauden aikana.',
  'rights.how': 'Näin pyydät',
  'rights.within': 'Milloin vastaamme',
  'rights.within.text': '{within} kuluessa pyynnöstäsi',
  'rights.fee': 'Hinta',
  'rights.proof': 'Henkilöllisyyden todistaminen',
  'rights.archive': 'Pyynnön säilytysaika',
  'rights.refusals': 'Voimme kieltäytyä vain näillä perusteilla:',
  'complaint.title': 'Valitus valvontaviranomaiselle',
  'complaint.post': 'Postiosoite',
  'minors.title': 'Lapset',
  'minors.possible': 'Palvelujamme voivat käyttää myös lapset.',
  'minors.gate':
    'Siksi kysymme iän yhdessä suostumuksen kanssa: se, joka hyväksyy muutakin kuin välttämättömän, kertoo olevansa vähintään {age}-vuotias. Emme profiloi ketään, joka ei ole kertonut sitä.',
  'minors.not': 'Palvelumme on tarkoitettu aikuisille.',
  'security.title': 'Miten suojaamme tiedot',
  'security.text':
    'Suojaamme tiedot näillä keinoilla. Jokaisella on vastuuhenkilö ja päivä, johon mennessä se tarkistetaan.',
  'security.caption': 'Suojakeinot',
  'security.control': 'Keino',
  'security.check': 'Miten se varmistetaan',
  'security.review': 'Tarkistetaan viimeistään',
  'staff.title': 'Kuka meillä näkee tietoja',
  'staff.text':
    'Vain nämä työntekijät näkevät tietoja ja vain näihin tarkoituksiin. Jokaisella on oma tunnus.',
  'staff.caption': 'Työntekijät ja mitä he näkevät',
  'staff.role': 'Tehtävä',
  'staff.all': 'kaikki näiden tarkoitusten tiedot',
  'changes.title': 'Jos seloste muuttuu',
  'changes.text':
    'Kerromme muutoksesta, ennen kuin teemme tiedoillasi mitään uutta. Jos uuteen tarvitaan suostumuksesi, kysymme sitä ensin.',
  'changes.by': 'Muutoksesta kerrotaan näin:',
  'absent.title': 'Mikä ei koske meitä',
  'absent.dpo': 'Laki ei vaadi meitä nimittämään tietosuojavastaavaa, emmekä ole nimittäneet.',
  'absent.recipients': 'Emme anna tietoja muille.',
  'absent.transfers': 'Emme siirrä tietoja EU:n ja ETA-alueen ulkopuolelle.',
  'absent.obligation':
    'Emme pyydä sinulta itseltäsi mitään tietoja, joten sinun ei ole pakko antaa mitään.',
  'absent.automated-decisions': 'Emme tee päätöksiä, joissa kone ratkaisee asian yksin.',
  'keeping.offers': 'Tarjoukset ja yhteydenotot',
  'keeping.calls': 'Nauhoitetut puhelut',
  'keeping.rest': 'Muut tiedot',
  'keeping.lawful': 'Muut tiedot, jotka meidän on lain mukaan säilytettävä',
}
