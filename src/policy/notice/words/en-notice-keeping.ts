/** In English: parts of the notice: keeping, rights and protection. */
export const enNoticeKeeping = {
  'keeping.title': 'How long we keep data',
  'keeping.text':
    'When the time is up, the data is erased or made anonymous. It happens by itself.',
  'keeping.caption': 'Retention periods',
  'keeping.what': 'What',
  'keeping.term': 'How long',
  'keeping.term.text': '{keep} {from}',
  'keeping.until': 'What ends it sooner',
  'keeping.then': 'What happens then',
  'keeping.law': 'Law',
  'keeping.external': 'The same periods hold for registers that others keep for us.',
  'keeping.papers': 'requests about your rights',
  'keeping.outcome': '{what} ({outcome})',
  'right.access.text': 'You learn whether we process data about you, and get a copy of it.',
  'right.rectification.text': 'We correct data that is wrong and complete data that is lacking.',
  'right.erasure.text':
    'We erase your data when it is no longer needed, when you withdraw your consent, or when you object and no weightier reason stands against it.',
  'right.restriction.text':
    'You can ask that your data is not used while we look into your request.',
  'right.objection.text':
    'When processing rests on our legitimate interest, you can object to it for reasons of your own situation.',
  'right.marketing-objection.text':
    'You can stop direct marketing at any time and without a reason.',
  'right.withdrawal.text':
    'You can withdraw your consent at any time. What we did before that was still allowed.',
  'right.portability.text':
    'You get the data that you gave us in machine-readable form and can move it elsewhere. The right covers data that we process on the basis of your consent or a contract.',
  'right.complaint.text':
    'You may complain to the supervisory authority if you think that we break the law.',
  'right.review.text': 'If we refuse your request, you can ask us to look at it again.',
  'rights.intro':
    'You use each right in the way told below. If we refuse a request, we tell you why and how you can complain.',
  'rights.extension':
    'If a request is complex, or if there are many, we may need up to two months more. We tell you so, and why, within the first month.',
  'rights.how': 'How to ask',
  'rights.within': 'When we answer',
  'rights.within.text': 'within {within} of your request',
  'rights.fee': 'Cost',
  'rights.proof': 'Proof of identity',
  'rights.archive': 'How long the request is kept',
  'rights.refusals': 'We may refuse only on these grounds:',
  'complaint.title': 'Complaint to the supervisory authority',
  'complaint.post': 'Postal address',
  'minors.title': 'Children',
  'minors.possible': 'Children may use our services, too.',
  'minors.gate':
    'That is why we ask for your age together with your consent: whoever agrees to more than what is necessary tells us that they are at least {age}. We profile nobody who has not told us so.',
  'minors.not': 'Our services are meant for adults.',
  'security.title': 'How we protect the data',
  'security.text':
    'We protect the data by these means. Each has somebody who answers for it, and a day by which it is looked at again.',
  'security.caption': 'Protective measures',
  'security.control': 'Measure',
  'security.check': 'How it is checked',
  'security.review': 'Looked at again by',
  'staff.title': 'Who of us sees the data',
  'staff.text':
    'Only these members of staff see data, and only for these purposes. Each has an account of their own.',
  'staff.caption': 'Staff and what they see',
  'staff.role': 'Position',
  'staff.all': 'all data of these purposes',
  'changes.title': 'If this notice changes',
  'changes.text':
    'We tell you about a change before we do anything new with your data. If the new thing needs your consent, we ask for it first.',
  'changes.by': 'This is how we tell you of a change:',
  'absent.title': 'What does not apply to us',
  'absent.dpo':
    'The law does not require us to appoint a data protection officer, and we have not appointed one.',
  'absent.recipients': 'We give no data to others.',
  'absent.transfers': 'We transfer no data outside the EU and the EEA.',
  'absent.obligation': 'We ask no data of you yourself, so there is nothing that you must give.',
  'absent.automated-decisions': 'We make no decisions in which a machine alone settles the matter.',
  'keeping.offers': 'Offers and contacts',
  'keeping.calls': 'Recorded calls',
  'keeping.rest': 'Other data',
  'keeping.lawful': 'Other data that the law orders us to keep',
}
