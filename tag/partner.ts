import type { Rules } from '../src/policy/decide.ts'
import type { Hold } from './hold.ts'

/**
 * Puts the content of `<template data-lupaus-purpose data-lupaus-tracker>` into the page where the
 * purpose is permitted and the tracker declared for it. Answers what was put in, by purpose.
 */
export function insertPartners(rules: Rules, hold: Hold): Set<string> {
  const inserted = new Set<string>()
  for (const template of document.querySelectorAll<HTMLTemplateElement>(
    'template[data-lupaus-purpose]',
  )) {
    const { lupausPurpose: purpose = '', lupausTracker: id } = template.dataset
    const declared = rules.trackers.some(
      tracker => tracker.id === id && tracker.purpose === purpose,
    )
    if (!declared) {
      hold.gate.refuse({ refused: 'tracker-not-declared', purpose, what: id ?? '' })
    } else if (hold.allows(purpose)) {
      inserted.add(purpose)
      template.after(template.content.cloneNode(true))
    }
  }
  return inserted
}
