export { type Finding, verifyChain } from './verify.ts'
