import { decideVendor, type Rules } from '../src/policy/decide.ts'
import type { Core } from './core.ts'

/**
 * Puts the content of `<template data-lupaus-purpose>` into the page where the purpose is permitted,
 * and the vendor or tracker that it names is declared for it and not refused by name.
 */
export function insertPartners(
  { config: { rules }, hold }: Core,
  ran: (vendor: string) => void,
): void {
  for (const template of document.querySelectorAll<HTMLTemplateElement>(
    'template[data-lupaus-purpose]',
  )) {
    const { lupausPurpose: purpose = '', lupausVendor, lupausTracker = '' } = template.dataset
    const tracker = rules.trackers.find(({ id }) => id !== '' && id === lupausTracker)
    const vendor = lupausVendor ?? tracker?.vendor
    const isDeclared =
      lupausVendor === undefined ? tracker?.purpose === purpose : serves(rules, vendor, purpose)
    const verdict = vendor === undefined ? undefined : decideVendor(rules, vendor, hold.facts())
    if (!isDeclared) {
      const refused = lupausVendor === undefined ? 'tracker-not-declared' : 'vendor-not-declared'
      hold.gate.refuse({ refused, purpose, what: lupausVendor ?? lupausTracker })
    } else if (hold.allows(purpose) && !(verdict && 'refused' in verdict)) {
      if (vendor !== undefined) ran(vendor)
      template.after(template.content.cloneNode(true))
    }
  }
}

function serves({ vendors }: Rules, vendor: string | undefined, purpose: string): boolean {
  return vendors.some(({ id, purposes }) => id === vendor && purposes.includes(purpose))
}
