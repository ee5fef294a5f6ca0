/** På svenska: beskrivningens delar: register över behandling. */
export const svNoticeRecord = {
  'record.title': 'Register över behandling',
  'record.lead':
    'Här finns samlat det som enligt artikel 30 i allmänna dataskyddsförordningen ska antecknas. Varje avsnitt är ett ändamål med behandlingen.',
  'record.controller': 'Personuppgiftsansvarig',
  'record.contact': 'Kontaktuppgifter',
  'record.dpo': 'Dataskyddsombud',
  'record.purpose': 'Ändamål',
  'record.basis': 'Rättslig grund',
  'record.subjects': 'Registrerade',
  'record.data': 'Uppgiftskategorier',
  'record.recipients': 'Mottagare',
  'record.processors': 'Personuppgiftsbiträden',
  'record.transfers': 'Överföringar till länder utanför EU och EES',
  'record.retention': 'Lagringstider',
  'record.security': 'Säkerhetsåtgärder',
  'record.transfer': '{country}: {mechanism} ({document})',
  'record.on-channel': '{channel}: {basis}',
}
