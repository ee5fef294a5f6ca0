/** In English: parts of the notice: record of processing. */
export const enNoticeRecord = {
  'record.title': 'Record of processing activities',
  'record.lead':
    'This is what Article 30 of the General Data Protection Regulation requires us to record. Each part is one purpose of processing.',
  'record.controller': 'Controller',
  'record.contact': 'Contact details',
  'record.dpo': 'Data protection officer',
  'record.purpose': 'Purpose',
  'record.basis': 'Legal basis',
  'record.subjects': 'Data subjects',
  'record.data': 'Categories of data',
  'record.recipients': 'Recipients',
  'record.processors': 'Processors',
  'record.transfers': 'Transfers outside the EU and the EEA',
  'record.retention': 'Time limits for erasure',
  'record.security': 'Security measures',
  'record.transfer': '{country}: {mechanism} ({document})',
  'record.on-channel': '{channel}: {basis}',
}
