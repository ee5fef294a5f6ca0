import { defineCommand } from 'citty'
import type { Json } from '../base/json.ts'
import { ask } from './ask.ts'
import { ink, type Terminal } from './terminal.ts'

/** `lupaus prove`: runs the probes of the running Lupaus; exit code 1 when a promise is broken. */
export function proveCommand(terminal: Terminal) {
  return defineCommand({
    meta: { name: 'prove', description: 'Check the running system against its promises' },
    args: {
      data: { type: 'string', description: 'Data folder (LUPAUS_DATA, ./data)' },
      json: { type: 'boolean', description: 'Print the evidence as JSON' },
    },
    run: async ({ args }) => {
      const proofs: Json[] = []
      await ask(args.data, 'prove', {}, line => {
        proofs.push(line)
        if (args.json !== true) terminal.out(`${told(terminal, line)}\n`)
      })
      if (args.json === true) terminal.out(`${JSON.stringify({ proofs })}\n`)
      const broken = proofs.filter(proof => field(proof, 'kept') !== true).length
      if (args.json !== true) {
        terminal.out(`\n${proofs.length - broken} kept, ${broken} broken\n`)
      }
      return broken > 0 || proofs.length === 0 ? 1 : 0
    },
  })
}

function told(terminal: Terminal, proof: Json): string {
  const kept = field(proof, 'kept') === true
  const mark = kept ? ink(terminal, 'kept  ', 'green') : ink(terminal, 'BROKEN', 'red', 'bold')
  const saw = field(field(proof, 'saw'), 'en')
  return `${mark}  ${ink(terminal, text(field(proof, 'promise')), 'bold')}\n        ${text(saw)}`
}

function field(value: Json | undefined, name: string): Json | undefined {
  if (value === undefined || value === null || typeof value !== 'object') return undefined
  return Object.entries(value).find(([key]) => key === name)?.[1]
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}
