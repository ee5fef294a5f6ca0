import type { Words } from '../../../base/lang.ts'
import { DEVICE_PROMISES } from './promises-device.ts'
import { IDENTITY_PROMISES } from './promises-identity.ts'
import { KEEPING_PROMISES } from './promises-keeping.ts'
import { MARKETING_PROMISES } from './promises-marketing.ts'
import { MEASUREMENT_PROMISES } from './promises-measurement.ts'
import { REGISTER_PROMISES } from './promises-register.ts'
import { RIGHTS_PROMISES } from './promises-rights.ts'
import { SECURITY_PROMISES } from './promises-security.ts'

/** Each promise as one sentence or two that a person can hold us to. */
export const PROMISES: Readonly<Record<string, Words>> = {
  ...DEVICE_PROMISES,
  ...MEASUREMENT_PROMISES,
  ...IDENTITY_PROMISES,
  ...REGISTER_PROMISES,
  ...MARKETING_PROMISES,
  ...RIGHTS_PROMISES,
  ...KEEPING_PROMISES,
  ...SECURITY_PROMISES,
}
