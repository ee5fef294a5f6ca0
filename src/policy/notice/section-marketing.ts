import type { Block, Section, Text } from './model.ts'
import { purposeTitles } from './names.ts'
import { capital, section, type Writer } from './writer.ts'

type Marketing = NonNullable<Writer['policy']['said']['marketing']>

/** Direct marketing, and the right to stop it, shown apart from everything else: Art. 21(4). */
export function marketingSections(w: Writer): Section[] {
  const { marketing } = w.policy.said
  if (!marketing) return []
  return [
    { ...section('objection', w.say('marketing.title'), stopping(w, marketing)), apart: true },
    section('marketing', w.say('marketing.what'), [
      channels(w, marketing),
      messages(w, marketing),
      ...notes(w, marketing),
    ]),
  ]
}

function stopping(w: Writer, marketing: Marketing): Block[] {
  const { email } = w.policy.controller
  const right = (w.policy.said.rights ?? []).find(held => held.right === 'marketing-objection')
  const stated = ['objection.marketing-absolute', 'marketing.objection-covers']
  const how = w.linked('marketing.how', { email }, { mail: `mailto:${email}` })
  const proved = right === undefined || right.proof === 'reasonable-doubt'
  return [
    w.text(
      stated,
      w.say('marketing.right'),
      ...(proved ? [] : [w.say('marketing.no-proof')]),
      w.say('marketing.profiling'),
    ),
    ...(marketing.channels.length > 1
      ? [w.text(['marketing.per-channel'], w.say('marketing.per-channel'))]
      : []),
    w.text(['marketing.identifiable-and-stoppable', 'marketing.per-channel'], how),
  ]
}

function channels(w: Writer, marketing: Marketing): Block {
  const rows = marketing.channels.map(({ channel, basis }): Text[] => [
    [capital(w.lang, w.say(`channel.${channel}`))],
    [capital(w.lang, w.say(`message-basis.${basis}`))],
  ])
  return w.table(['marketing.per-channel', 'marketing.objection-covers'], {
    caption: w.say('marketing.channels.caption'),
    columns: [w.say('marketing.channel'), w.say('marketing.basis')],
    rows,
  })
}

function messages(w: Writer, marketing: Marketing): Block {
  const rows = marketing.messages.map((message): Text[] => {
    const stops = message['objection-stops'] ? 'marketing.stops.yes' : 'marketing.stops.no'
    return [
      [capital(w.lang, w.say(`message.${message.class}`))],
      [purposeTitles(w, [message.purpose])],
      [capital(w.lang, w.say(`message-basis.${message.basis}`))],
      [capital(w.lang, w.say(stops))],
    ]
  })
  const rests = [
    'marketing.objection-covers',
    'marketing.service-messages-apart',
    'marketing.newsletter',
    'marketing.research',
    'marketing.partner-offers',
  ]
  return w.table(rests, {
    caption: w.say('marketing.messages.caption'),
    columns: [
      w.say('marketing.message'),
      w.say('vendors.for'),
      w.say('marketing.basis'),
      w.say('marketing.stops'),
    ],
    rows,
  })
}

function notes(w: Writer, marketing: Marketing): Block[] {
  const similar = w.text(['marketing.objection-covers'], w.say('marketing.similar'))
  return [
    ...(marketing['similar-products'] === true ? [similar] : []),
    ...w.promised(
      'marketing.identifiable-and-stoppable',
      w.text(['marketing.identifiable-and-stoppable'], w.say('marketing.identify')),
    ),
    ...w.promised(
      'marketing.phone-written-offer',
      w.text(['marketing.phone-written-offer'], w.say('marketing.phone')),
    ),
  ]
}
