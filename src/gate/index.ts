export { gateConfig } from './config.ts'
export { type Gate, type GateParts, openGate } from './gate.ts'
export { snippet, type SnippetAsk, SNIPPETS, type SnippetFor } from './snippets.ts'
