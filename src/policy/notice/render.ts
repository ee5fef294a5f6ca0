import type { Notice } from './model.ts'
import { type HtmlPlace, renderHtml } from './render-html.ts'
import { renderPlain } from './render-plain.ts'

export const NOTICE_FORMATS = ['html', 'md', 'txt'] as const
export type NoticeFormat = (typeof NOTICE_FORMATS)[number]

/** The notice as a whole HTML page, as Markdown or as plain text of at most 80 columns. */
export function renderNotice(notice: Notice, format: NoticeFormat, place?: HtmlPlace): string {
  return format === 'html' ? renderHtml(notice, place) : renderPlain(notice, format)
}
