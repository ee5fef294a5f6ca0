import { createReadStream, existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { defineCommand } from 'citty'
import { canonical } from '../base/json.ts'
import { type Finding, verifyChain, type VersionFinding, verifyVersions } from '../verify/index.ts'
import { auditLines, versionLinesOf } from './audit-lines.ts'
import { ink, type Terminal } from './terminal.ts'

/** `lupaus verify [FILE]`: exit code 0 when log and policy versions are whole, 1 when anything is broken. */
export function verifyCommand(terminal: Terminal) {
  return defineCommand({
    meta: {
      name: 'verify',
      description: 'Re-check the audit log and the policy versions, and name what is broken',
    },
    args: {
      file: {
        type: 'positional',
        description: 'An exported log; the log of the data folder when absent',
        required: false,
      },
      data: { type: 'string', description: 'Data folder (LUPAUS_DATA, ./data)' },
      json: { type: 'boolean', description: 'Print the finding as JSON' },
    },
    run: async ({ args }) => {
      const { file } = args
      if (file !== undefined && !existsSync(file)) {
        terminal.err(
          `error: there is no file \`${file}\`\n help: \`lupaus export audit --out=FILE\`\n`,
        )
        return 2
      }
      const finding = await verifyChain(file === undefined ? lines(args.data) : linesOf(file))
      // An exported log holds no policy texts; those of the data folder are looked at with its own.
      const versions =
        file === undefined ? await verifyVersions(versionLinesOf(args.data)) : undefined
      const all = { ...finding, ...(versions ? { versions } : {}) }
      if (args.json === true) terminal.out(`${JSON.stringify(all)}\n`)
      else terminal.out(`${told(terminal, finding)}${versions ? toldOf(terminal, versions) : ''}`)
      return finding.whole && (versions?.broken.length ?? 0) === 0 ? 0 : 1
    },
  })
}

function told(terminal: Terminal, finding: Finding): string {
  if (finding.whole) {
    const mark = ink(terminal, 'whole', 'green', 'bold')
    return `${mark}: ${finding.entries} entries\nhead   ${finding.head}\n`
  }
  const mark = ink(terminal, 'broken', 'red', 'bold')
  return `${mark}: entry ${finding.seq} is the first: ${finding.why}\n${finding.entries} entries before it are whole\n`
}

function toldOf(terminal: Terminal, { publications, broken }: VersionFinding): string {
  if (broken.length === 0) {
    return `${ink(terminal, 'whole', 'green', 'bold')}: ${publications} policy publications\n`
  }
  const mark = ink(terminal, 'broken', 'red', 'bold')
  return broken
    .map(
      ({ term, version, why }) =>
        `${mark}: publication ${term} (${version.slice(0, 12)}): ${why}\n`,
    )
    .join('')
}

async function* linesOf(file: string): AsyncGenerator<string> {
  yield* createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })
}

async function* lines(data: string | undefined): AsyncGenerator<string> {
  for await (const entry of auditLines(data)) yield canonical(entry)
}
