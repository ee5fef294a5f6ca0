/** Suomeksi: selosteen osat: kumppanit, vastaanottajat ja siirrot. */
export const fiNoticeParties = {
  'vendors.settings': 'asetukset',
  'vendors.terms': 'käyttöehdot',
  'vendors.roles.caption': 'Mitä kumppani tekee tiedoilla',
  'vendors.role': 'Asema',
  'vendors.receives': 'Mitä se saa',
  'vendors.ip.never': 'emme lähetä IP-osoitetta',
  'vendors.ip.truncated': 'lähetämme IP-osoitteen lyhennettynä',
  'vendors.own-uses': 'Mitä se tekee omaan lukuunsa',
  'vendors.onward': 'Milloin tai kenelle se antaa tietoja',
  'vendors.clauses': 'Sopimuksissamme on näitä ehtoja:',
  'opt-outs.title': 'Sivut, joilla voit kieltäytyä',
  'opt-outs.text':
    'Kysymme lupaasi aina itse. Voit lisäksi kieltäytyä näistä palveluista niiden omilla sivuilla:',
  'social.title': 'Sosiaalinen media',
  'social.text':
    'Meillä on oma sivu näissä palveluissa. Kun käytät palvelua, noudatetaan sen omia ehtoja.',
  'social.controls':
    'Palvelun asetuksista näet, mitä mainontaa sinulle kohdennetaan, ja voit rajoittaa sitä. Oma valintasi meillä on voimassa siitä riippumatta.',
  'social.caption': 'Palvelut, niiden ehdot ja asetukset',
  'recipients.title': 'Kenelle annamme tietoja',
  'recipients.text': 'Annamme tietoja vain näille ja vain näissä tilanteissa.',
  'recipients.caption': 'Vastaanottajat ryhmittäin',
  'recipients.who': 'Vastaanottaja',
  'recipients.when': 'Milloin',
  'recipients.told': 'Kun pyydät tietosi nähtäväksi, kerromme myös, kenelle niitä on annettu.',
  'recipients.reviewed':
    'Valitsemme kumppanimme huolella ja arvioimme jokaisen määräajoin uudelleen.',
  'processors.title': 'Kuka käsittelee tietoja puolestamme',
  'processors.text':
    'Nämä yritykset käsittelevät tietoja puolestamme. Jokaisen kanssa on kirjallinen sopimus.',
  'processors.instructions':
    'Ne noudattavat ohjeitamme eivätkä käytä tietoja omiin tarkoituksiinsa.',
  'processors.security':
    'Pyydämme niiltä säännöllisesti selvityksen siitä, miten ne suojaavat tiedot.',
  'processors.caption': 'Henkilötietojen käsittelijät',
  'processors.service': 'Mitä se tekee',
  'transfers.title': 'Siirrot EU:n ja ETA-alueen ulkopuolelle',
  'transfers.text': 'Tietoja siirretään EU:n ja ETA-alueen ulkopuolelle vain näin.',
  'transfers.caption': 'Maat, joihin tietoja siirretään, ja siirron peruste',
  'transfers.to': 'Maa',
  'transfers.whom': 'Kenelle',
  'transfers.mechanism': 'Siirron peruste',
  'transfers.document': 'Asiakirja',
  'transfers.servers':
    'Palvelu {service} käsittelee ja tallentaa tietoja sivuston käytöstä yrityksen {company} palvelimilla myös EU:n ja ETA-alueen ulkopuolella. Siirron kohde: {countries}.',
  'transfers.copy': 'Saat jäljennöksen suojatoimista, kun kirjoitat meille: <mail>{email}</mail>.',
  'refusal.intro': 'Voit kieltäytyä myös näin:',
  'refusal.browser-settings': 'Selaimesi asetukset: kun estät evästeet, emme kierrä estoa.',
  'refusal.do-not-track': 'Do Not Track: kun selaimesi lähettää sen, se on meille kielto.',
  'refusal.third-party-cookie-block':
    'Kolmansien osapuolten evästeiden esto: kun se on päällä, emme kierrä sitä.',
  'refusal.vendor-opt-out':
    'Kumppanin oma kieltosivu: kun kiellät siellä, kielto koskee myös meidän sivustoamme.',
  'refusal.service-settings': 'Palvelun omat asetukset: niissä voit rajoittaa palvelun mainontaa.',
  'refusal.beside':
    'Ne täydentävät omaa kysymystämme eivätkä korvaa sitä. Pelkkä sivuston käyttö ei ole suostumus.',
  'given.intro': 'Näin annat suostumuksesi:',
  'given.banner': 'Valitset sen itse, kun kysymme sivustolla. Tarkoitus: {purposes}.',
  'given.own-choice':
    'Rastitat itse ruudun, jota emme ole rastittaneet valmiiksi. Tarkoitus: {purposes}.',
  'choices.asks-again': 'Jos kieltäydyt, emme kysy uudelleen {within} kuluessa.',
  'without.features': 'Jos estät jonkin näistä tunnisteista, siitä riippuva toiminto ei toimi:',
  'tracker.browsers-keep': '{lifetime}; selaimet säilyttävät sen enintään {kept}',
  'vendors.receives.text': '{form}, {ip}',
  'vendors.through.browser':
    'Kun olet antanut luvan, selaimesi on itse yhteydessä näihin palveluihin, ja ne näkevät selaimesi IP-osoitteen: {names}.',
  'vendors.through.server':
    'Näihin palveluihin on yhteydessä vain oma palvelimemme. Ne eivät saa IP-osoitettasi eivätkä mitään tunnistetta, josta selaimesi voisi tuntea: {names}.',
  'vendors.through.none':
    'Näihin palveluihin ei juuri nyt lähde mitään, koska tietojen siirrolle EU:n ja ETA:n ulkopuolelle ei ole voimassa olevaa perustetta: {names}.',
  'tracker.features': '{use}; ilman sitä ei toimi: {features}',
}
