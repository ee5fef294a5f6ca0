import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { Fault } from '../base/fault.ts'
import type { Json } from '../base/json.ts'
import { type PublishAsk } from '../versions/index.ts'

const Ask = Compile(
  Type.Object(
    {
      source: Type.String(),
      file: Type.String(),
      by: Type.String({ minLength: 1, maxLength: 200 }),
      informed: Type.Optional(
        Type.Object({
          on: Type.String({ pattern: String.raw`^\d{4}-\d\d-\d\d$` }),
          how: Type.Union([Type.Literal('site'), Type.Literal('email'), Type.Literal('post')]),
        }),
      ),
      confirmed: Type.Optional(Type.Array(Type.String(), { maxItems: 1000 })),
      against: Type.Optional(Type.String()),
      dryRun: Type.Optional(Type.Boolean()),
    },
    { additionalProperties: false },
  ),
)

/** What `lupaus publish` sends over the control socket; a `Fault` for any other shape. */
export function publishAsk(args: Json): PublishAsk & { readonly source: string } {
  if (Ask.Check(args)) return args
  const help = 'use the `lupaus publish` of the same version as the server'
  throw new Fault('config.invalid', 'the request to publish has another shape than expected', help)
}
