import type { Section, Text } from './model.ts'
import { series, termOf } from './names.ts'
import { capital, section, type Writer } from './writer.ts'

type MachineSaid = NonNullable<Writer['policy']['said']['machines']>[number]

/** Data that machines make: what, who holds it, where, and how its user gets it. */
export function machinesSections(w: Writer): Section[] {
  const { machines = [] } = w.policy.said
  if (machines.length === 0) return []
  const rests = ['machine.system-data']
  const columns = [
    w.say('machines.kinds'),
    w.say('machines.holder'),
    w.say('machines.personal'),
    w.say('machines.rhythm'),
    w.say('machines.kept'),
  ]
  const rows = machines.map(machine => machineRow(w, machine))
  const contracts = machines.flatMap(({ contract }) => contract ?? [])
  return [
    section('machines', w.say('machines.title'), [
      w.text(rests, w.say('machines.text'), w.say('machines.access')),
      w.table(rests, { caption: w.say('machines.caption'), columns, rows }),
      ...contracts.map(document => w.text(rests, w.say('machines.contract', { document }))),
    ]),
  ]
}

function machineRow(w: Writer, machine: MachineSaid): Text[] {
  const { kinds, holder, personal, rhythm, volume, kept, retention } = machine
  const term = termOf(w, retention)
  const often = [w.say(`machines.rhythm.${rhythm}`), w.say(`machines.volume.${volume}`)]
  const where = [w.say(`machines.kept.${kept}`), ...(term === undefined ? [] : [term])]
  return [
    [
      series(
        w,
        kinds.map(kind => w.say(`machine-kind.${kind}`)),
      ),
    ],
    [capital(w.lang, w.say(`machines.holder.${holder}`))],
    [capital(w.lang, w.say(`machines.personal.${personal}`))],
    [capital(w.lang, often.join(', '))],
    [capital(w.lang, where.join(', '))],
  ]
}
