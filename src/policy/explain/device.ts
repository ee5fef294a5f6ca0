import { isoOf } from '../../base/time.ts'
import { decide, decideEvent, decideTracker, type Facts, matches } from '../decide.ts'
import { spanText } from '../lifetime.ts'
import { type Asked, purposePath, stepAt } from './asked.ts'
import type { Reason, Step, Told } from './explanation.ts'
import type { Known } from './facts.ts'

/** What each rule makes of a question about a device, and what `decide` answers. */
export function explainDevice(asked: Asked, { device }: Known): Told {
  const { policy, question } = asked
  const { purpose, tracker } = question
  const steps = [...basisSteps(asked), ...choiceSteps(asked, device)]
  const verdict = tracker
    ? decideTracker(policy.rules, tracker.store, tracker.name, device)
    : decide(policy.rules, purpose, device)
  if (tracker) return { reason: refusalOf(verdict), steps: [trackerStep(asked, tracker), ...steps] }
  if ('refused' in verdict || question.event === undefined)
    return { reason: refusalOf(verdict), steps }
  const permit = 'permit' in verdict ? verdict.permit : verdict
  const fields = question.field === undefined ? [] : [question.field]
  const kept = decideEvent(permit, question.event, fields)
  const reason = 'kept' in kept ? kept.refused[0]?.refused : kept.refused
  return { reason, steps: [...steps, eventStep(asked, question.event, reason)] }
}

function refusalOf(
  verdict: ReturnType<typeof decide> | ReturnType<typeof decideTracker>,
): Reason | undefined {
  return 'refused' in verdict ? verdict.refused : undefined
}

function basisSteps(asked: Asked): readonly Step[] {
  const { policy, source, question } = asked
  const rule = policy.rules.purposes[question.purpose]
  const isFree = rule?.basis === 'service-requested' || rule?.basis === 'contract'
  return [
    stepAt(
      source,
      [...purposePath(asked), 'basis', 'web'],
      `purposes.${question.purpose}.basis.web`,
      {
        fact: '',
        says: isFree
          ? `It rests on \`${rule.basis}\`: no choice is asked for`
          : `It rests on \`${rule?.basis ?? 'nothing'}\``,
        verdict: isFree ? 'allows' : 'passes',
      },
    ),
  ]
}

function choiceSteps(asked: Asked, facts: Facts | undefined): readonly Step[] {
  const { policy, question } = asked
  const rule = policy.rules.purposes[question.purpose]
  if (rule?.basis !== 'consent') return []
  if (!facts) return [consentStep(asked, 'no choice was made', 'forbids', 'Nobody has chosen')]
  const withdrawn = facts.withdrawn
    ? [consentStep(asked, 'withdrawn: true', 'forbids', 'What was agreed to is withdrawn')]
    : []
  return [...withdrawn, ...signalSteps(asked, facts), ...grantSteps(asked, facts)]
}

function signalSteps({ policy, source, question }: Asked, facts: Facts): readonly Step[] {
  const refusedBy = policy.rules.purposes[question.purpose]?.refusedBy ?? []
  return refusedBy.map(signal => {
    const isOn = facts.signals.includes(signal)
    const isOutranked =
      Object.hasOwn(facts.granted, question.purpose) && facts.chosenUnder.includes(signal)
    const path = source.item(['signals'], 'signal', signal)
    return stepAt(source, path, `signals.${signal}`, {
      fact: isOn ? `signals: ${signal}` : `no signal ${signal}`,
      says: !isOn
        ? 'The signal would refuse it, and is off'
        : isOutranked
          ? 'The signal is on, but the yes was given while it was on'
          : 'The signal is on, and refuses it',
      verdict: isOn && !isOutranked ? 'forbids' : 'passes',
    })
  })
}

function grantSteps(asked: Asked, facts: Facts): readonly Step[] {
  const { policy, source, question } = asked
  const { purpose } = question
  if (!Object.hasOwn(facts.granted, purpose))
    return [consentStep(asked, `granted: not ${purpose}`, 'forbids', 'Nobody agreed to it')]
  const isLapsed = facts.now >= facts.until
  const hasTerms = facts.granted[purpose] === policy.rules.purposes[purpose]?.terms
  return [
    stepAt(source, ['consent', 'lasts'], 'consent.lasts', {
      fact: `until: ${isoOf(facts.until).slice(0, 10)}`,
      says: `A choice holds for ${spanText(policy.consentFor)}`,
      verdict: isLapsed ? 'forbids' : 'passes',
    }),
    consentStep(
      asked,
      `granted: ${purpose}`,
      hasTerms ? 'allows' : 'forbids',
      hasTerms ? 'It was agreed to, as it reads now' : 'It was agreed to as it read before',
    ),
  ]
}

function consentStep(asked: Asked, fact: string, verdict: Step['verdict'], says: string): Step {
  const path = [...purposePath(asked), 'id']
  return stepAt(asked.source, path, `purposes.${asked.question.purpose}`, { fact, says, verdict })
}

function trackerStep({ policy, source }: Asked, wanted: { name: string; store: string }): Step {
  const { name, store } = wanted
  const found = policy.rules.trackers.find(one => one.store === store && matches(one.name, name))
  return stepAt(
    source,
    source.item(['trackers'], 'id', found?.id ?? ''),
    `trackers.${found?.id ?? name}`,
    {
      fact: `tracker: ${name} (${store})`,
      says: found ? `It is declared, for \`${found.purpose}\`` : 'Nothing of this name is declared',
      verdict: found ? 'passes' : 'forbids',
    },
  )
}

function eventStep(asked: Asked, event: string, reason: Reason | undefined): Step {
  const { source, question } = asked
  const { purpose, field } = question
  const path = source.item([...purposePath(asked), 'collects'], 'event', event)
  const what = field === undefined ? event : `${event}.${field}`
  return stepAt(source, path, `purposes.${purpose}.collects.${event}`, {
    fact: field === undefined ? `event: ${event}` : `event: ${event}, field: ${field}`,
    says: reason === undefined ? `\`${what}\` is kept` : `\`${what}\` is not among what is kept`,
    verdict: reason === undefined ? 'passes' : 'forbids',
  })
}
