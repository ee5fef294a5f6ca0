import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createGate, type GateSettings } from './gate.ts'
import { guardResponse } from './node.ts'

export type { Dropped, Gate, GateConfig, GateSettings } from './gate.ts'

/**
 * `app.register(lupausGate, { lupaus: 'https://privacy.shop.example' })`: every answer of the whole
 * server, files and errors included, carries the visitor's policy, and no cookie that the policy
 * does not declare or the visitor does not permit.
 */
export const lupausGate = Object.assign(
  async (app: FastifyInstance, settings: GateSettings): Promise<void> => {
    const gate = createGate(settings)
    app.addHook('onRequest', async ({ raw }: FastifyRequest, reply: FastifyReply) => {
      // On the raw answer, so that what is hijacked or piped past Fastify is mended as well.
      guardResponse(gate, raw, reply.raw)
      await gate.ready()
    })
    await gate.ready()
  },
  // Fastify keeps hooks inside the plugin that adds them, unless told so.
  { [Symbol.for('skip-override')]: true },
)
