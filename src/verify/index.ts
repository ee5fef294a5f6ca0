export { type Finding, verifyChain } from './verify.ts'
export { verifyVersions, type VersionFinding } from './versions.ts'
