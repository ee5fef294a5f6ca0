/** Suomeksi: julkiset sivut ja banneri. */
export const fi = {
  'column.name': 'Nimi',
  'column.use': 'Mitä se tekee',
  'column.vendor': 'Kenen se on',
  'column.store': 'Tallennustapa',
  'column.lifetime': 'Kuinka kauan',
  'banner.title': 'Sinä päätät evästeistä',
  'banner.body':
    'Käytämme evästeitä ja vastaavia tekniikoita {always}. Vain luvallasi käytämme niitä myös {asked}. Valitse rauhassa: voit muuttaa mieltäsi milloin tahansa.',
  'details.age': 'Vain {n} vuotta täyttäneille: kysymme iän erikseen.',
  'banner.body.only-asked':
    'Käytämme evästeitä ja vastaavia tekniikoita vain luvallasi: {asked}. Valitse rauhassa. Voit muuttaa mieltäsi milloin tahansa.',
  'banner.body.only-necessary':
    'Käytämme evästeitä ja vastaavia tekniikoita vain {always}. Muuhun emme käytä niitä.',
  'banner.signal':
    'Selaimesi pyytää, ettei sinua seurata. Noudatamme pyyntöä: {what} {n, plural, one {pysyy} other {pysyvät}} poissa, ellet itse valitse toisin.',
  'banner.signal.some':
    'Selaimesi pyytää, ettei sinua seurata. Noudatamme pyyntöä, ellet itse valitse toisin.',
  'banner.accept': 'Hyväksy kaikki',
  'banner.refuse': 'Vain välttämättömät',
  'banner.choose': 'Valitse itse',
  'banner.open': 'Evästevalinnat',
  'banner.notice': 'Lue lisää evästeistä',
  'details.title': 'Valitse, mihin annat luvan',
  'details.save': 'Tallenna valintani',
  'details.back': 'Takaisin',
  'details.always-on': 'Aina käytössä',
  'details.show-trackers': 'Näytä evästeet ja muut tunnisteet',
  'details.vendor': '{company}, {country}',
  'age.title': 'Oletko täyttänyt {n} vuotta?',
  'age.text':
    'Näitä käytämme vain, jos olet täyttänyt {n} vuotta. Jos et ole, ne pysyvät poissa, ja kaikki muu toimii kuten ennenkin.',
  'age.of-age': 'Olen {n} tai vanhempi',
  'age.too-young': 'Olen alle {n}',
  'delta.title': 'Evästeissä on muuttunut jotakin',
  'delta.intro':
    'Aiempi valintasi on yhä voimassa. Kysymme vain siitä, mikä on uutta tai muuttunut.',
  'delta.accept': 'Salli',
  'delta.refuse': 'Älä salli',
  'delta.again': 'Kysymme tätä uudelleen, koska ehdot tai selaimesi asetukset ovat muuttuneet.',
  'embed.text':
    'Sisältö tulee palvelusta {vendor} ({company}, {country}). Jos näytät sen, {vendor} saa IP-osoitteesi ja voi tallentaa tietoja laitteellesi.',
  'embed.grant':
    'Samalla annat luvan käyttöön ”{purpose}” meille ja tälle kumppanille. Muut kumppanit pysyvät poissa. Voit perua luvan milloin tahansa.',
  'embed.show': 'Näytä sisältö',
  'embed.notice': 'Lue lisää kumppaneista',
  'embed.later': 'Lupa on tallennettu. Sisältö näkyy, kun lataat sivun uudelleen.',
  'embed.reload': 'Lataa sivu uudelleen',
  'purpose.text.services':
    'Näitä tarvitaan, kun käytät palvelua, jota itse pyydät: {services}. Siksi emme kysy niihin lupaa.',
  'purpose.text.consent': 'Vain luvallasi. Haluamme {aims}.',
  'purpose.text.unasked': 'Haluamme {aims}.',
  'page.skip': 'Siirry sisältöön',
  'page.languages': 'Kieli',
  'page.footer': 'Tietosuoja',
  'page.notice': 'Evästeet',
  'page.choices': 'Omat valintasi',
  'page.promises': 'Lupauksemme',
  'page.versions': 'Aiemmat versiot',
  'page.number': 'Sivu {page} / {pages}',
}
