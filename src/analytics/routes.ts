import type { FastifyReply } from 'fastify'
import type { Routes } from '../platform/http.ts'
import type { Platform } from '../platform/index.ts'
import type { Policy } from '../policy/index.ts'
import type { Staff } from '../staff/index.ts'
import { overview } from './overview.ts'
import { periodOf } from './period.ts'
import { readingFor } from './reading.ts'
import { Overview, OverviewQuery, ReportProblem } from './wire.ts'

/** `GET /v1/reports/overview`, for analysts and administrators. */
export function analyticsRoutes(
  platform: Platform,
  policy: () => Policy,
  staff: Pick<Staff, 'requires'>,
): Routes {
  const response = { 200: Overview, 400: ReportProblem, 401: ReportProblem, 403: ReportProblem }
  return http => {
    http.get(
      '/v1/reports/overview',
      {
        onRequest: staff.requires('administrator', 'analyst'),
        schema: { querystring: OverviewQuery, response },
        attachValidation: true,
      },
      async (request, reply) => {
        void reply.header('cache-control', 'no-store')
        if (request.validationError)
          return problem(reply, 400, 'analytics.bad-period', request.validationError.message)
        const period = periodOf(request.query, platform.clock.now())
        if ('wrong' in period) return problem(reply, 400, 'analytics.bad-period', period.wrong)
        const inForce = policy()
        const reading = readingFor(inForce, request.query.purpose)
        if (!reading)
          return problem(
            reply,
            403,
            'analytics.not-promised',
            'the policy in force declares no such purpose for analytics; declare it with its basis and aims',
          )
        return overview(platform, inForce, reading, period)
      },
    )
  }
}

function problem(
  reply: FastifyReply,
  status: 400 | 403,
  error: ReportProblem['error'],
  help: string,
): FastifyReply {
  const body: ReportProblem = { error, help }
  return reply.code(status).send(body)
}
