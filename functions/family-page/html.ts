/** The frame of the page. Whatever is put into it is text: nothing of the record or of a parent is ever markup. */
import type { PageSpeech } from '../../shared/domain/family-page/speech.ts'
import { STYLE } from './style.ts'

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (found) => ESCAPES[found] ?? '')

/** Markup that was made here. */
export class Html {
  readonly markup: string
  constructor(markup: string) {
    this.markup = markup
  }
}

type Value = string | number | Html | undefined | readonly Html[]

const shown = (value: Value): string => {
  if (value === undefined) return ''
  if (value instanceof Html) return value.markup
  return typeof value === 'object' ? value.map(({ markup }) => markup).join('') : escaped(String(value))
}

export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Html =>
  new Html(parts.reduce((all, part, index) => `${all}${shown(values[index - 1])}${part}`))

/** A whole page. `school` is left out where nothing may be said of where the link came from. */
export const wholePage = (speech: PageSpeech, title: string, body: Html, school?: string): string =>
  html`<!doctype html>
<html lang="${speech.language}" dir="${speech.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Html(STYLE)}</style>
</head>
<body><main>
${school === undefined ? undefined : html`<p class="school">${school}</p>`}
<h1>${title}</h1>
${body}
</main></body>
</html>`.markup
