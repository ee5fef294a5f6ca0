/** Suomeksi: evästeseloste. */
export const fiNotice = {
  'notice.title': 'Evästeet ja muut vastaavat tekniikat',
  'notice.description':
    'Mitä {site} tallentaa laitteellesi, mihin tarkoitukseen, kuinka pitkäksi aikaa ja miten voit kieltäytyä.',
  'notice.lead':
    'Tällä sivulla kerromme, mitä {site} tallentaa laitteellesi, mihin tarkoitukseen ja kuinka pitkäksi aikaa. Kerromme myös, miten voit kieltäytyä.',
  'notice.dated': 'Voimassa {date} alkaen. Versio {label}.',
  'notice.contents': 'Sisältö',
  'short.title': 'Lyhyesti',
  'short.always':
    'Ilman lupaasi tallennamme vain sen, mitä pyytämäsi palvelut tarvitsevat: {services}.',
  'short.asked': 'Vain luvallasi käytämme evästeitä myös {uses}.',
  'short.refuse':
    'Kieltäytyminen on yhtä helppoa kuin hyväksyminen. Sivusto toimii, vaikka kieltäydyt.',
  'short.change':
    'Voit muuttaa mieltäsi milloin tahansa sivulla <choices>Omat valintasi</choices>.',
  'short.signals': 'Jos selaimesi pyytää, ettei sinua seurata, noudatamme pyyntöä.',
  'who.title': 'Kuka vastaa tiedoistasi',
  'who.text': 'Rekisterinpitäjä eli tietojesi käsittelystä vastaava yritys on {name}.',
  'who.business-id': 'Y-tunnus',
  'who.address': 'Postiosoite',
  'who.email': 'Sähköposti',
  'who.website': 'Verkkosivut',
  'who.sites': 'Seloste koskee',
  'tech.title': 'Mikä eväste on',
  'tech.cookie':
    'Eväste on pieni tekstitiedosto. Palvelin pyytää selaintasi tallentamaan sen laitteellesi, ja selain lähettää sen takaisin, kun avaat seuraavan sivun. Siitä palvelin tietää, että selain on sama kuin äsken, ja muistaa esimerkiksi, mitä laitoit ostoskoriin.',
  'tech.local-storage':
    'Selaimen paikallinen tallennustila on sivuston oma muistipaikka selaimessasi. Sinne mahtuu enemmän kuin evästeeseen, eikä selain lähetä sitä palvelimelle itsestään.',
  'tech.session-storage':
    'Istuntokohtainen tallennustila on samanlainen muistipaikka, mutta se tyhjenee, kun suljet välilehden.',
  'tech.indexed-db': 'Selaimen tietokanta (IndexedDB) on muistipaikka suuremmille tietomäärille.',
  'tech.cache':
    'Selaimen välimuisti (Cache Storage) säilyttää kokonaisia tiedostoja, jotta sivu ei hakisi niitä joka kerta.',
  'tech.service-worker':
    'Taustaohjelma (service worker) on sivuston oma ohjelma, jonka selain säilyttää ja jota se ajaa myös silloin, kun sivu ei ole auki.',
  'tech.pixel':
    'Kuvapistetunniste on sivulla oleva kuva, joka on vain yhden pisteen kokoinen. Kun selaimesi hakee kuvan, kuvan lähettävä palvelin saa tiedon, että sivu avattiin.',
  'tech.listed': 'Käytämme vain niitä tekniikoita, jotka luetellaan tällä sivulla.',
  'tech.lifetime':
    'Jokaisella evästeellä ja muulla tunnisteella on ennalta määrätty voimassaoloaika. Kun aika loppuu, tunniste poistuu selaimestasi. Voit poistaa sen milloin tahansa myös itse.',
  'tech.rolling':
    'Osa tunnisteista uusitaan, kun käyt sivustolla. Niilläkin on takaraja, joka lasketaan ensimmäisestä käynnistä ja näkyy taulukossa.',
  'uses.title': 'Mihin käytämme evästeitä',
  'uses.intro':
    'Käytämme evästeitä ja muita tunnisteita {n} tarkoitukseen. Päätät erikseen jokaisesta, johon tarvitaan lupasi.',
  'uses.services':
    'Näitä tunnisteita tarvitaan, kun käytät palvelua, jota itse pyydät. Tunniste tallennetaan vasta, kun otat palvelun käyttöön.',
  'uses.services.list': 'Palvelut',
  'uses.aims': 'Haluamme {aims}.',
  'uses.aims.list': 'Haluamme:',
  'uses.ask': 'Kysymme ensin. Ilman lupaasi emme tallenna tai lue laitteeltasi mitään tätä varten.',
  'uses.basis': 'Oikeusperuste',
  'uses.vendors': 'Kumppanit',
  'uses.lifetimes': 'Voimassaoloajat',
  'uses.range': 'vähintään {shortest} ja enintään {longest}',
  'uses.collects': 'Tätä varten keräämme käynnistäsi vain nämä tiedot:',
  'uses.collects.none': 'Tätä varten emme itse kerää tietoja käynnistäsi.',
  'uses.caption': '{name}: evästeet ja muut tunnisteet',
  'uses.none': 'Tätä varten laitteellesi ei tallenneta mitään.',
  'basis.consent':
    'Suostumuksesi (yleinen tietosuoja-asetus, 6 artiklan 1 kohdan a alakohta; laki sähköisen viestinnän palveluista, 205 §)',
  'basis.service-requested':
    'Palvelu, jota itse pyydät (laki sähköisen viestinnän palveluista, 205 §:n 2 momentti)',
  'basis.legitimate-interest':
    'Oikeutettu etumme (yleinen tietosuoja-asetus, 6 artiklan 1 kohdan f alakohta)',
  'basis.contract': 'Sopimus kanssasi (yleinen tietosuoja-asetus, 6 artiklan 1 kohdan b alakohta)',
  'never.title': 'Mitä emme tee',
  'never.more': 'Emme kerää käynnistäsi mitään, mitä tällä sivulla ei mainita.',
  'never.identify': 'Emme yritä selvittää pelkkien evästeiden avulla, kuka olet.',
  'never.ip':
    'Emme tallenna IP-osoitettasi. Käsittelemme sitä henkilötietona, ja se on palvelimen muistissa vain sen ajan, jonka vastaaminen vaatii.',
  'never.pixel':
    'Emme lataa kuvapistetunnisteita ilman samaa lupaa, jonka evästeetkin tarvitsevat.',
  'never.respawn': 'Emme palauta tunnistetta, jonka olet poistanut.',
  'never.fingerprint':
    'Jos estät tallentamisen selaimessasi, emme yritä tunnistaa selaintasi muilla keinoilla.',
  'choices.title': 'Miten hyväksyt, kieltäydyt tai muutat mieltäsi',
  'choices.banner': 'Kun tulet sivustolle',
  'choices.banner.text':
    'Kysymme, mitä saamme tehdä. Painikkeet ”{accept}” ja ”{refuse}” ovat yhtä suuret ja vierekkäin. Kohdassa ”{choose}” päätät jokaisesta käyttötarkoituksesta erikseen.',
  'choices.link': 'Myöhemmin',
  'choices.link.text':
    'Jokaisella sivulla on pieni linkki ”{open}”. Sen kautta voit muuttaa valintaasi tai peruuttaa suostumuksesi milloin tahansa. Peruutus vaikuttaa heti.',
  'choices.centre': 'Ilman banneria',
  'choices.centre.text':
    'Sivulla <choices>Omat valintasi</choices> näet, mitä olet valinnut, ja voit muuttaa sitä. Sivu toimii myös ilman JavaScriptiä.',
  'choices.lapse': 'Valinnan kesto',
  'choices.lapse.text':
    'Valintasi on voimassa {during}. Sen jälkeen kysymme uudelleen. Kysymme uudelleen myös, jos se, mihin suostuit, muuttuu.',
  'choices.browser': 'Selaimen asetukset',
  'choices.browser.text':
    'Selaimesi asetuksissa voit poistaa evästeet ja muut tallennetut tiedot tai estää ne kokonaan.',
  'without.title': 'Mitä seuraa, jos kieltäydyt tai estät evästeet',
  'without.refuse':
    'Jos et anna lupaa, et menetä mitään palvelua. Tämä koskee kaikkea, mihin lupasi tarvitaan: {uses}.',
  'without.recommendations': 'Silloin näet samat tuotesuositukset ja saman sisällön kuin muutkin.',
  'without.block':
    'Jos estät selaimessasi myös välttämättömät tunnisteet, jokin pyytämäsi palvelu voi jäädä toimimatta:',
  'signals.title': 'Signaalit selaimestasi',
  'signals.intro':
    'Selaimesi voi kertoa puolestasi, ettet halua seurantaa. Noudatamme näitä signaaleja, eikä sinun tarvitse tehdä muuta.',
  'signals.effect': 'Kun signaali on päällä, pois {n, plural, one {jää} other {jäävät}} {what}.',
  'signals.override': 'Jos annat luvan signaalin ollessa päällä, oma valintasi ratkaisee.',
  'signals.third-party':
    'Voit myös torjua kolmansien osapuolten evästeet selaimesi asetuksissa. Emme kierrä estoa.',
  'vendors.title': 'Kumppanimme',
  'vendors.intro': 'Nämä yritykset ovat mukana vain siinä, mihin olet antanut luvan.',
  'vendors.caption': 'Kumppanit, niiden maa ja lisätiedot',
  'vendors.name': 'Palvelu',
  'vendors.company': 'Yritys',
  'vendors.country': 'Maa',
  'vendors.for': 'Mihin',
  'vendors.more': 'Lisätietoa',
  'vendors.privacy': 'tietosuojaseloste',
  'vendors.opt-out': 'kieltäydy kumppanin sivulla',
  'rights.title': 'Oikeutesi ja yhteystiedot',
  'rights.browser':
    'Sivulla <choices>Omat valintasi</choices> näet, mitä tiedämme tästä selaimesta.',
  'rights.text':
    'Sinulla on oikeus saada pääsy tietoihisi, oikaista ja poistaa ne, rajoittaa niiden käsittelyä ja vastustaa sitä sekä siirtää ne muualle. Kirjoita meille: <mail>{email}</mail>.',
  'rights.authority':
    'Jos katsot, että rikomme lakia, voit valittaa valvontaviranomaiselle. Suomessa se on {authority}: <site>www.tietosuoja.fi</site>.',
  'about.title': 'Tästä selosteesta',
  'about.text':
    'Seloste on tehty samasta tiedostosta, jota sivuston ohjelmisto noudattaa. Sivulla <promises>Lupauksemme</promises> näet jokaisesta lupauksesta, pidämmekö sen ja milloin asia viimeksi tarkistettiin.',
  'about.version': 'Versio',
  'about.in-force': 'Voimassa alkaen',
  'about.review': 'Tarkistetaan viimeistään',
  'about.id': 'Tiedoston tunniste (SHA-256)',
  'about.versions': 'Aiemmat versiot',
  'about.machine': 'Koneluettavana',
}
