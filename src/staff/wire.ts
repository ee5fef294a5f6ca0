import { type Static, Type } from 'typebox'

/** What someone who works here may see. */
export const ROLES = ['administrator', 'analyst'] as const
export const Role = Type.Union([Type.Literal('administrator'), Type.Literal('analyst')])
export type Role = Static<typeof Role>

/** Characters of a password; the longest is only there to bound the work of hashing. */
export const PASSWORD_MIN = 12
export const PASSWORD_MAX = 256

const Email = Type.String({ maxLength: 254, pattern: '^[^@\\s]+@[^@\\s]+$' })
const Password = Type.String({ minLength: 1, maxLength: PASSWORD_MAX })
const closed = { additionalProperties: false } as const

/** `POST /v1/staff/setup`: the first administrator, by the one-time link. */
export const SetupRequest = Type.Object(
  {
    /** What stands after `#` in the link. */
    token: Type.String({ maxLength: 64 }),
    email: Email,
    name: Type.String({ minLength: 1, maxLength: 100 }),
    password: Password,
  },
  closed,
)
export type SetupRequest = Static<typeof SetupRequest>

/** `POST /v1/staff/sessions`: signing in. */
export const SignInRequest = Type.Object({ email: Email, password: Password }, closed)
export type SignInRequest = Static<typeof SignInRequest>

/** `POST /v1/staff/password`: a new password ends every session but a fresh one for this browser. */
export const PasswordRequest = Type.Object({ current: Password, next: Password }, closed)
export type PasswordRequest = Static<typeof PasswordRequest>

/** `GET /v1/staff/me`, and the answer to signing in. */
export const Me = Type.Object({
  id: Type.String(),
  email: Type.String(),
  name: Type.String(),
  role: Role,
})
export type Me = Static<typeof Me>

/** Why an act was refused; the console has words for each in every language. */
export const ProblemCode = Type.Union([
  Type.Literal('staff.sign-in-needed'),
  Type.Literal('staff.not-your-role'),
  Type.Literal('staff.wrong-credentials'),
  Type.Literal('staff.too-many-tries'),
  Type.Literal('staff.link-gone'),
  Type.Literal('staff.password-short'),
  Type.Literal('staff.password-common'),
  Type.Literal('staff.password-personal'),
  Type.Literal('staff.other-site'),
  Type.Literal('staff.not-json'),
])
export type ProblemCode = Static<typeof ProblemCode>

/** Every refusal of the staff API: a code that stays, and a sentence for the log of a client. */
export const Problem = Type.Object({ error: ProblemCode, help: Type.String() })
export type Problem = Static<typeof Problem>
