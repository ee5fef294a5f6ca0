import type { Log } from '../platform/log.ts'
import type { Audit } from './audit.ts'
import type { Probe, Sighting } from './probe.ts'

const PROBE_MS_MAX = 30_000

/** What one run of a probe found, with the audit entry that keeps it. */
export type Proof = Sighting & { readonly promise: string; readonly entry: number }

/**
 * Runs every probe, one after the other, and writes each sighting to the audit log. A probe that
 * throws or takes longer than 30 s counts as a broken promise: no proof is no promise. When several
 * probes look at one promise, all must find it kept.
 */
export async function prove(probes: readonly Probe[], audit: Audit, log: Log): Promise<Proof[]> {
  const proofs: Proof[] = []
  for (const promise of new Set(probes.map(probe => probe.promise))) {
    const sightings: Sighting[] = []
    for (const probe of probes)
      if (probe.promise === promise) sightings.push(await look(probe, log))
    const sighting = together(sightings)
    const entry = await audit.append({
      act: 'probe.saw',
      by: 'prove',
      details: { promise, kept: sighting.kept, saw: sighting.saw },
    })
    proofs.push({ ...sighting, promise, entry: entry.seq })
  }
  return proofs
}

async function look(probe: Probe, log: Log): Promise<Sighting> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the probe took too long')), PROBE_MS_MAX)
  })
  try {
    return await Promise.race([probe.run(), late])
  } catch (error) {
    log.error({ promise: probe.promise, err: error }, 'a probe failed')
    return {
      kept: false,
      saw: {
        fi: 'Tarkistus ei onnistunut, joten lupausta ei voida näyttää pidetyksi.',
        sv: 'Kontrollen lyckades inte, så löftet kan inte visas vara hållet.',
        en: 'The check itself failed, so the promise cannot be shown to be kept.',
      },
    }
  } finally {
    clearTimeout(timer)
  }
}

function together(sightings: readonly Sighting[]): Sighting {
  const broken = sightings.filter(sighting => !sighting.kept)
  const told = broken.length > 0 ? broken : sightings
  const join = (lang: 'fi' | 'sv' | 'en') => told.map(sighting => sighting.saw[lang]).join(' ')
  return {
    kept: sightings.length > 0 && broken.length === 0,
    saw: { fi: join('fi'), sv: join('sv'), en: join('en') },
  }
}
