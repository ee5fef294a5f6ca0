import { writeFile } from 'node:fs/promises'
import { defineCommand } from 'citty'
import { Fault } from '../base/fault.ts'
import { clustered, isClusterName } from '../platform/cluster.ts'
import { migrationsIn, statementsOf } from '../platform/migrations.ts'
import { policyJsonSchema } from '../policy/index.ts'
import { SCHEMAS } from '../schemas.ts'
import type { Terminal } from './terminal.ts'

const PUBLISHED = 'spec/policy.schema.json'

/**
 * `lupaus schema`: prints the JSON Schema of the language, or writes the published file; with the
 * name of a cluster, prints the statements that make the tables of events there.
 */
export function schemaCommand(terminal: Terminal) {
  return defineCommand({
    meta: { name: 'schema', description: 'Print the JSON Schema of policy files' },
    args: {
      write: { type: 'boolean', description: `Write it to ${PUBLISHED}` },
      'clickhouse-cluster': {
        type: 'string',
        description: 'Print the SQL for this cluster instead',
      },
    },
    async run({ args }) {
      const cluster = args['clickhouse-cluster']
      if (cluster !== undefined) {
        terminal.out(await clusterSql(cluster))
        return 0
      }
      if (args.write === true) await writeFile(PUBLISHED, policyJsonSchema())
      else terminal.out(policyJsonSchema())
      return 0
    },
  })
}

async function clusterSql(cluster: string): Promise<string> {
  if (!isClusterName(cluster)) {
    const help = 'it is the name under `remote_servers` in the configuration of ClickHouse'
    throw new Fault('config.invalid', `\`${cluster}\` is no name of a cluster`, help)
  }
  const steps = (await migrationsIn(SCHEMAS)).filter(step => step.store === 'ch')
  const parts = steps.map(({ name, text }) => {
    const made = statementsOf(text).flatMap(each => clustered({ text: each, values: {} }, cluster))
    return [`-- ${name}`, ...made.map(each => `${each.text};\n`)].join('\n')
  })
  return parts.join('\n')
}
