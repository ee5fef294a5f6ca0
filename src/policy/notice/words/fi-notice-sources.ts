/** Suomeksi: mistä tapahtumat tulevat, ja laskeminen ilman tunnistetta. */
export const fiNoticeSources = {
  'event-source.web': 'Omat sivustomme',
  'event-source.app': 'Omat sovelluksemme',
  'event-source.server': 'Omat palvelimemme',
  'event-source.partner': 'Kumppanien sivustot',
  'event-source.machine': 'Koneet',
  'assertion.consent': 'mitä valitsit',
  'assertion.time': 'milloin jotakin tapahtui',
  'assertion.orders': 'tilaukset ja hyvitykset',
  'assertion.place': 'alue ja paikkakunta',
  'assertion.device': 'millä laitteella asioit',
  'events-from.title': 'Mistä saamme tiedot tapahtumista',
  'events-from.text':
    'Otamme tapahtumia vastaan vain näistä lähteistä. Kaikkia tapahtumia koskevat samat säännöt, tulivatpa ne mistä tahansa.',
  'events-from.told': 'Voi kertoa meille: {what}.',
  'events-from.nothing-more': 'Kertovat meille vain tapahtumat.',
  'events-from.partner':
    'Kumppanin sivustolta otamme tapahtuman vastaan vain, jos olet itse antanut siihen luvan meille.',
  'purpose.text.counted':
    'Haluamme {aims}. Laskemme käynnit tunnistamatta sinua emmekä tallenna laitteellesi mitään tätä varten.',
  'uses.counted':
    'Laskemme käynnit tunnistamatta sinua: emme tallenna tätä varten laitteellesi mitään emmekä lue siltä mitään tallennettua. Saman päivän käynnit erottaa toisistaan koodi, jonka palvelin laskee IP-osoitteestasi, selaimesi nimestä ja satunnaisluvusta. Satunnaisluku on vain muistissa, ja se tuhotaan päivän päättyessä. Sen jälkeen kukaan ei voi selvittää, mitkä käynnit olivat sinun.',
}
