export type {
  BannerAge,
  BannerDetails,
  BannerEmbed,
  BannerFirstLayer,
  BannerPurpose,
  BannerVendor,
  BannerWords,
  DeltaPurpose,
  DeltaWords,
} from './banner.ts'
export { decide, decideEvent, decideTracker, decideVendor } from './decide.ts'
export type {
  Basis,
  Facts,
  Permit,
  Refusal,
  Rule,
  Rules,
  Signal,
  TrackerRule,
  VendorRule,
} from './decide.ts'
export { type CspPlace, cspText, permittedHosts } from './gate.ts'
export { decideField, decidePerson } from './decide-person.ts'
export type {
  Objection,
  PersonBasis,
  PersonChannel,
  PersonFacts,
  PersonGrant,
  PersonRefusal,
  PersonRule,
  PersonRules,
} from './decide-person.ts'
export { type Anchor, type Ending, keptUntil, type KeptFacts, type KeepRule } from './keeping.ts'
export type { Holding } from './holding.ts'
export type { Policy, Purpose, Source, Tracker, Vendor } from './policy.ts'
export { bannerWords } from './notice/banner-words.ts'
export { deltaWords } from './notice/delta-words.ts'
export { escapeHtml, html, type Html, type HtmlPart, raw } from './notice/html.ts'
export { spanOf } from './lifetime.ts'
export { type LifetimeCase, lifetimeWords } from './notice/lifetime.ts'
export { PAGE_CSS } from './notice/page-css.ts'
export { PAGE_CSS_PATH, publicPage, type PublicPage } from './notice/page.ts'
export { tagConfig, tagFields, type TagPolicy } from './notice/tag-config.ts'
export { type Completeness, completeness, readCompleteness } from './completeness.ts'
export {
  CATALOGUE,
  type CatalogueEntry,
  catalogueEntry,
  type CatalogueFinding,
  type Disclosure,
  type GatewayKind,
  holdAgainst,
} from './catalogue/index.ts'
export { policyOn } from './compile/vendors.ts'
export { lintWords, type LintWords } from './lint/words.ts'
export { readSafely, type SafeChange, type SafeReading } from './lint/safe.ts'
export { aboutFile, CODES, type Code, type Diagnostic } from './diagnostic.ts'
export { POLICY_TEXT_MAX, readPolicy, type Reading } from './read-policy.ts'
export { policyJsonSchema } from './json-schema.ts'
export type { Notice } from './notice/model.ts'
export { cookieNotice, noticeOf } from './notice/notice.ts'
export { NOTICE_FORMATS, type NoticeFormat, renderNotice } from './notice/render.ts'
export { noticeBody } from './notice/render-html.ts'
export { type ProcessingRecord, recordOfProcessing } from './notice/record.ts'
export { RECORD_FORMATS, type RecordFormat, renderRecord } from './notice/render-record.ts'
export { type PageOf, renderPaper } from './notice/render-paper.ts'
export { isProven, promiseWords } from './notice/promise-words.ts'
export type { Change, ChangeKind, Consequence } from './diff/change.ts'
export { diffPolicies } from './diff/diff.ts'
export { DPV_TERMS, type JsonLd, policyDpv } from './print/dpv.ts'
export { printPolicy } from './print/print.ts'
export { covers } from './diff/covers.ts'
export { type ExplainAsk, type Explained, explainText } from './explain/explain-text.ts'
export type { Explanation, Question } from './explain/explanation.ts'
export { FactsError } from './explain/facts.ts'
export { type CompanyPolicy, composePolicies, type Composition } from './company/compose.ts'
export type { CompanyFile } from './company/document.ts'
