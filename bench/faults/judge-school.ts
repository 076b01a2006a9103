/**
 * Judges one school from outside: what the phone network carried and what parents sent, against what stands in the record. It shares no
 * line with the code that it judges.
 */
import type { CarriedText } from '../../local/carrier.ts'
import type { TextKind, TextRecord } from '../../shared/domain/absence.ts'
import { idOf } from '../../shared/domain/ids.ts'
import type { Task } from '../../shared/domain/task.ts'
import { type Decision, MAY_BE_TEXTED, MUST_BE_TEXTED } from './decisions.ts'
import type { Numbers } from './numbers.ts'
import type { Played } from './played.ts'
import type { SchoolRecord } from './record.ts'
import type { School } from './school.ts'

interface Evidence {
  readonly carried: readonly CarriedText[]
  readonly record: SchoolRecord
}

/** Nobody is asked about thanks of which nobody knows whether they went. */
const isUnknown = ({ state, kind }: TextRecord): boolean =>
  kind !== 'acknowledgement' && (state === 'claimed' || state === 'uncertain')

const times = ({ carried }: Evidence, { pupil }: Decision, kind: TextKind, to?: string): number =>
  carried.filter(
    ({ text }) =>
      text.about?.kind === kind && text.about.pupils.includes(pupil) && (to === undefined || text.to === to),
  ).length

/** A person was asked about a text of this kind, as nobody can know whether it went. */
const isAsked = ({ record }: Evidence, { pupil }: Decision, kind: TextKind): boolean =>
  record.texts.some(
    (each) =>
      (each.pupil === pupil || each.text.pupils?.includes(pupil)) && each.text.kind === kind && isUnknown(each.text),
  )

const isATask = ({ record }: Evidence, { pupil }: Decision, wanted: Task['kind']): boolean =>
  record.tasks.some(({ kind, pupils }) => kind === wanted && pupils.includes(pupil))

const cameTo = (evidence: Evidence, decision: Decision, kind: TextKind, to?: string): boolean =>
  times(evidence, decision, kind, to) > 0 || isAsked(evidence, decision, kind)

const sentTwice = (evidence: Evidence, decision: Decision): readonly string[] =>
  (['unreported', 'late', 'correction', 'acknowledgement', 'reply'] as const).flatMap((kind) =>
    [decision.mobile, decision.next ?? '']
      .filter((to) => times(evidence, decision, kind, to) > 1)
      .map(() => `had the ${kind} text twice`),
  )

const pagedTwice = ({ carried }: Evidence): readonly string[] => {
  const pages = carried.filter(({ text }) => text.about?.kind === 'page')
  return [...Map.groupBy(pages, ({ text }) => `${text.to} ${text.body}`).values()]
    .filter((same) => same.length > 1)
    .map(() => 'staff had a page twice')
}

const sentWrongly = (evidence: Evidence, decision: Decision): readonly string[] =>
  ![...MUST_BE_TEXTED, ...MAY_BE_TEXTED].includes(decision.story) && times(evidence, decision, 'unreported') > 0
    ? [`${decision.story}, and yet texted`]
    : []

const missed = (evidence: Evidence, decision: Decision): readonly string[] => {
  const { story, next } = decision
  if (story === 'arrived late') return cameTo(evidence, decision, 'late') ? [] : ['no late text']
  if (!MUST_BE_TEXTED.includes(story)) return []
  if (!cameTo(evidence, decision, 'unreported')) return [`${story}, neither texted nor asked after`]
  if (story === 'text not delivered' && !cameTo(evidence, decision, 'unreported', next))
    return ['the next contact was never texted']
  if (story === 'answered and written to')
    return cameTo(evidence, decision, 'reply') || isATask(evidence, decision, 'unsent-reply')
      ? []
      : ['what the office wrote came nowhere']
  const isTold = times(evidence, decision, 'unreported') > 0
  const isPutRight = isATask(evidence, decision, 'put-right')
  return story === 'arrived after the text' && isTold && !isPutRight && !cameTo(evidence, decision, 'correction')
    ? ['nobody told the family that the child came']
    : []
}

/** Whoever wrote of danger is read by the safeguarding lead, who was paged. */
const dangerUnread = ({ record }: Evidence, decision: Decision, { answers }: Played): readonly string[] => {
  const { story, academy, mobile, pupil } = decision
  const isSaid = answers.some((each) => each.academy === academy && each.mobile === mobile)
  if (story !== 'answered with danger' || !isSaid) return []
  const tasks = record.tasks.filter(({ kind, pupils }) => kind === 'safeguarding' && pupils.includes(pupil))
  if (tasks.length === 0) return ['nobody reads of danger']
  return tasks.some(({ pages }) => Object.keys(pages).length > 0) ? [] : ['nobody was paged of danger']
}

/** Each text of which nobody knows is one task, about its contact and its children. */
const astray = ({ record }: Evidence): readonly string[] => {
  const unknown = record.texts.filter(({ text }) => isUnknown(text))
  const tasks = record.tasks.filter(({ kind, state }) => kind === 'uncertain-text' && state !== 'withdrawn')
  return [...Map.groupBy(unknown, ({ pupil, text }) => `${pupil} ${text.contactId}`)].flatMap(([who, same]) => {
    const count = tasks.filter(({ pupils, about }) => pupils.some((pupil) => `${pupil} ${about}` === who)).length
    return count === same.length ? [] : [`${who}: ${same.length} texts are unknown, and there are ${count} tasks`]
  })
}

/** A text that arrived must stand as delivered, whatever else was said of it and in whatever order. */
const receiptsLost = ({ carried, record }: Evidence, { told }: Played): readonly string[] =>
  carried.flatMap(({ id }) => {
    const states = told.filter((each) => each.id === id).map(({ state }) => state)
    const found = record.texts.find(({ text }) => text.providerId === id)?.text
    if (found === undefined || states.length === 0) return []
    const wanted = states.includes('delivered') ? 'delivered' : 'failed'
    return found.state === wanted ? [] : [`a text stands as ${found.state}, and the network said ${wanted}`]
  })

export const judgeSchool = (
  school: School,
  record: SchoolRecord,
  texts: readonly CarriedText[],
  played: Played,
): { readonly numbers: Numbers; readonly complaints: readonly string[] } => {
  const { academy, provider, decisions } = school
  const evidence = { record, carried: texts.filter(({ text }) => text.about?.academy === academy) }
  const about = (find: (evidence: Evidence, decision: Decision) => readonly string[]): readonly string[] =>
    decisions.flatMap((decision) => find(evidence, decision).map((what) => `${decision.pupil} ${what}`))
  const answers = played.answers.filter((each) => each.academy === academy).length
  const found = {
    twice: [
      ...about(sentTwice),
      ...pagedTwice(evidence),
      ...(record.answers > answers ? [`${record.answers} answers kept of ${answers}`] : []),
    ],
    wrong: about(sentWrongly),
    lost: [...about(missed), ...about((all, decision) => dangerUnread(all, decision, played))],
    receiptsLost: receiptsLost(evidence, played),
    unknownAstray: astray(evidence),
    untold: record.untold,
  }
  const unreported = played.calls.filter(
    (each) => each.academy === academy && !record.reports.includes(idOf('r', each.call)),
  ).length
  const answersLost = Math.max(0, answers - record.answers) + record.unread + unreported
  const complaints = [
    ...Object.values(found).flat(),
    ...(answersLost > 0
      ? [
          `${answers} answers, ${record.answers} kept, ${record.unread} with nobody to read them, ${unreported} reports on the line not kept`,
        ]
      : []),
  ]
  return {
    numbers: {
      decisions: decisions.length,
      texts: evidence.carried.length,
      twice: found.twice.length,
      wrong: found.wrong.length,
      lost: found.lost.length,
      answers,
      answersLost,
      receiptsLost: found.receiptsLost.length,
      unknown: record.texts.filter(({ text }) => isUnknown(text)).length,
      unknownAstray: found.unknownAstray.length,
      untold: found.untold.length,
      deadLetters: 0,
    },
    complaints: complaints.map((what) => `${academy} (${provider}) ${what}`),
  }
}
