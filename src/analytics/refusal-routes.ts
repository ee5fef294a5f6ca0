import type { FastifyReply } from 'fastify'
import type { Audit } from '../audit/index.ts'
import type { Routes } from '../platform/http.ts'
import type { Platform } from '../platform/index.ts'
import type { Policy } from '../policy/index.ts'
import type { Staff } from '../staff/index.ts'
import { periodOf } from './period.ts'
import { refusalEvidence, refusalReport } from './refusals.ts'
import { EvidenceRequest, RefusalQuery, RefusalReport, ReportProblem } from './wire.ts'

type Parts = {
  readonly platform: Platform
  readonly policy: () => Policy
  readonly audit: Pick<Audit, 'append'>
  readonly staff: Pick<Staff, 'requires' | 'jsonOnly' | 'by'>
}

/**
 * `GET /v1/reports/refusals`, and `POST …/evidence`, which writes the audit log: what was refused,
 * for analysts and administrators. Counts by closed words; nothing of any visitor.
 */
export function refusalRoutes(parts: Parts): Routes {
  const { platform, policy, staff } = parts
  const guard = staff.requires('administrator', 'analyst')
  const response = {
    200: RefusalReport,
    400: ReportProblem,
    401: ReportProblem,
    403: ReportProblem,
  }
  return http => {
    http.get(
      '/v1/reports/refusals',
      { onRequest: guard, schema: { querystring: RefusalQuery, response }, attachValidation: true },
      async (request, reply) => {
        void reply.header('cache-control', 'no-store')
        if (request.validationError) return badPeriod(reply, request.validationError.message)
        const period = periodOf(request.query, platform.clock.now())
        if ('wrong' in period) return badPeriod(reply, period.wrong)
        return refusalReport(platform, policy(), period)
      },
    )
    http.post(
      '/v1/reports/refusals/evidence',
      {
        onRequest: [guard, staff.jsonOnly],
        schema: { body: EvidenceRequest },
        attachValidation: true,
      },
      async (request, reply) => {
        void reply.header('cache-control', 'no-store')
        if (request.validationError) return badPeriod(reply, request.validationError.message)
        const period = periodOf(request.body, platform.clock.now())
        if ('wrong' in period) return badPeriod(reply, period.wrong)
        const made = await refusalEvidence(platform, parts.audit, period, staff.by(request))
        if ('wrong' in made) return badPeriod(reply, made.wrong)
        void reply.header('lupaus-evidence', `sha256=${made.sha256};entry=${made.entry}`)
        void reply.header('content-disposition', `attachment; filename="${made.name}"`)
        return reply.type('text/csv; charset=utf-8').send(made.csv)
      },
    )
  }
}

function badPeriod(reply: FastifyReply, help: string): FastifyReply {
  const body: ReportProblem = { error: 'analytics.bad-period', help }
  return reply.code(400).send(body)
}
