import type { Said } from '../syntax/said.ts'
import type { Finding, LintRule } from './rule.ts'

/** A right costs something only because it is used again. */
export const feeForAsking: LintRule = {
  code: 'L05',
  article: 'GDPR 12(5), 15(3)',
  find: (policy, law) =>
    rightsOf(policy)
      .filter(right => right.at('fee').is('more-than-once-a-year'))
      .filter(() => !law.feeGrounds('access').some(({ id }) => id === 'asked-again-within-a-year'))
      .map(right => {
        const message = '`more-than-once-a-year` is no ground for a fee: asking again is free'
        const help = 'write `fee: manifestly-excessive`, and show in each case that it is so'
        return { at: right.at('fee'), message, help, rests: law.feeGrounds('access') }
      }),
}

/** Who asks in writing, or asks at all, has to come to the company. */
export const onlyInPerson: LintRule = {
  code: 'L06',
  article: 'GDPR 12(2), 12(6)',
  find: policy => {
    const rights = new Set(rightsOf(policy).map(nameOf))
    return [...rights].flatMap(name =>
      waysToCome(
        rightsOf(policy)
          .filter(right => nameOf(right) === name)
          .flatMap(right => right.at('by').items()),
      ),
    )
  },
}

/** A way of asking for a right was tried, and does not work. */
export const brokenWay: LintRule = {
  code: 'L21',
  article: 'GDPR 12(2)',
  find: policy =>
    rightsOf(policy)
      .flatMap(right => right.at('by').items())
      .filter(way => way.at('tested').is('broken'))
      .map(at => {
        const message = `the way \`${at.at('by').text() ?? ''}\` was tried and is \`broken\``
        const help = 'mend it, try it again and write `tested: works`, or take it away'
        return { at, message, help }
      }),
}

// A right may be told in several places: its ways are looked at together.
function waysToCome(ways: readonly Said[]): readonly Finding[] {
  const inWriting = ['written', 'electronic'].flatMap(medium => {
    const same = ways.filter(way => way.at('in').is(medium))
    return same.every(isInPerson) ? same : []
  })
  const found = ways.every(isInPerson) ? ways : inWriting
  return found.map(at => {
    const medium = at.at('in').text() ?? 'any'
    const message = `\`in-person\` is the only way to ask in the medium \`${medium}\``
    const help = 'add `post`, `email` or `web-form`; ask who somebody is only on reasonable doubt'
    return { at, message, help }
  })
}

function isInPerson(way: Said): boolean {
  return way.at('by').is('in-person')
}

function nameOf(right: Said): string {
  return right.at('right').text() ?? ''
}

function rightsOf(policy: Said): readonly Said[] {
  return policy.at('rights').items()
}
