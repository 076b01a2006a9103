/** What a parent sees: the button, the record with its forms, or why there is nothing to see. */
import type { FamilyRecord, MissedDay } from '../../shared/domain/family-page/record.ts'
import { ENGLISH_PAGE, type PageSpeech } from '../../shared/domain/family-page/speech.ts'
import { type Html, html, wholePage } from './html.ts'
import { MOST_LETTERS } from './submitted.ts'

/** The school as the page names it. */
export interface School {
  readonly name: string
  readonly phone: string
}

/** A child with the record; `index` names them in the form, so that nothing in it says who it is. */
export interface Child {
  readonly index: number
  readonly name: string
  readonly record: FamilyRecord
}

export interface Shown {
  readonly school: School
  readonly children: readonly Child[]
  readonly until: { readonly date: string; readonly time: string }
  /** Reasons may be given here. */
  readonly takesReasons: boolean
  /** What came of what was just sent. */
  readonly came?: 'thanks' | 'empty' | 'too-many'
}

const footer = ({ say }: PageSpeech, { phone }: School): Html =>
  html`<footer><p>${say('ring', { phone })}</p><p>${say('danger')}</p></footer>`

/** Before the press: nothing of a child, as whatever previews links has opened this too. */
export const closedPage = (speech: PageSpeech, school: School): string =>
  wholePage(
    speech,
    speech.say('title'),
    html`<p>${speech.say('before', { school: school.name })}</p><p>${speech.say('one-phone')}</p>
<form method="post"><button name="do" value="open">${speech.say('open')}</button></form>${footer(speech, school)}`,
    school.name,
  )

export const gonePage = (speech: PageSpeech, school: School, because: 'gone' | 'elsewhere'): string =>
  wholePage(speech, speech.say('title'), html`<p>${speech.say(because)}</p>${footer(speech, school)}`, school.name)

/** For an address that opens nothing: not even which school it might have been of. */
export const nothingPage = (): string =>
  wholePage(ENGLISH_PAGE, ENGLISH_PAGE.say('title'), html`<p>${ENGLISH_PAGE.say('nothing')}</p>`)

const WHEN = { AM: 'morning', PM: 'afternoon', day: 'all-day' } as const

const dayLine = ({ say, speech }: PageSpeech, { date, when, says, agreed }: MissedDay): Html =>
  html`<li class="day"><b>${speech.date(date)} ${date.slice(0, 4)}</b><span>${say(WHEN[when])}</span>
<span>${say('says')}: <bdi lang="en-GB">${says}</bdi></span><span>${say('agreed')}: ${say(agreed ? 'yes' : 'no')}</span></li>`

const words = (speech: PageSpeech, id: string): Html =>
  html`<label for="${id}">${speech.say('your-words')}</label>
<textarea id="${id}" name="words" required maxlength="${MOST_LETTERS}"></textarea><button>${speech.say('send')}</button>`

const whyForm = (speech: PageSpeech, { index, name }: Child): Html =>
  html`<details><summary>${speech.say('why', { name })}</summary><form method="post">
<input type="hidden" name="do" value="why"><input type="hidden" name="child" value="${index}">${words(speech, `why-${index}`)}</form></details>`

const dates = (missed: readonly MissedDay[]): readonly string[] => [...new Set(missed.map(({ date }) => date))]

const wrongForm = (speech: PageSpeech, { index, record }: Child): Html =>
  html`<details><summary>${speech.say('wrong')}</summary><form method="post">
<input type="hidden" name="do" value="wrong"><input type="hidden" name="child" value="${index}">
<label for="day-${index}">${speech.say('which-day')}</label><select id="day-${index}" name="day">
<option value="">${speech.say('whole-record')}</option>${dates(record.missed).map((date) => html`<option value="${date}">${speech.speech.date(date)}</option>`)}</select>
${words(speech, `wrong-${index}`)}</form></details>`

const childPart = (speech: PageSpeech, child: Child, takesReasons: boolean): Html => {
  const { record, name } = child
  const since = `${speech.speech.date(record.since)} ${record.since.slice(0, 4)}`
  return html`<section><h2><bdi>${name}</bdi></h2>
<p class="figure">${record.missed.length === 0 ? speech.say('none', { since }) : speech.say('missed', { since, days: record.days })}</p>
${record.late === 0 ? undefined : html`<p>${speech.say('late', { since, times: String(record.late) })}</p>`}
${takesReasons ? whyForm(speech, child) : undefined}${wrongForm(speech, child)}
${record.missed.length === 0 ? undefined : html`<h3>${speech.say('missed-days')}</h3><ul>${record.missed.map((day) => dayLine(speech, day))}</ul>`}</section>`
}

export const recordPage = (speech: PageSpeech, { school, children, until, takesReasons, came }: Shown): string =>
  wholePage(
    speech,
    speech.say('title'),
    html`${came === undefined ? undefined : html`<p class="note" role="status">${speech.say(came, came === 'too-many' ? { phone: school.phone } : {})}</p>`}
${children.map((child) => childPart(speech, child, takesReasons))}
<p>${speech.say('until', { time: speech.speech.time(until.time), date: speech.speech.date(until.date) })}</p>${footer(speech, school)}`,
    school.name,
  )
