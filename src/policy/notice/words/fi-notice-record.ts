/** Suomeksi: selosteen osat: seloste käsittelytoimista. */
export const fiNoticeRecord = {
  'record.title': 'Seloste käsittelytoimista',
  'record.lead':
    'Tähän on koottu se, mitä yleisen tietosuoja-asetuksen 30 artikla vaatii kirjaamaan. Jokainen kohta on yksi käsittelyn tarkoitus.',
  'record.controller': 'Rekisterinpitäjä',
  'record.contact': 'Yhteystiedot',
  'record.dpo': 'Tietosuojavastaava',
  'record.purpose': 'Tarkoitus',
  'record.basis': 'Oikeusperuste',
  'record.subjects': 'Rekisteröidyt',
  'record.data': 'Tietoryhmät',
  'record.recipients': 'Vastaanottajat',
  'record.processors': 'Henkilötietojen käsittelijät',
  'record.transfers': 'Siirrot EU:n ja ETA-alueen ulkopuolelle',
  'record.retention': 'Säilytysajat',
  'record.security': 'Suojaustoimet',
  'record.transfer': '{country}: {mechanism} ({document})',
  'record.on-channel': '{channel}: {basis}',
}
