/** The result as tables: by fault point, and by who carried the texts. */

import { NOTHING, type Numbers } from './numbers.ts'
import type { Progress } from './progress.ts'

const POINT = 54
const NUMBER = 9

const row = (name: string, cells: readonly (string | number)[]): string =>
  `${name.padEnd(POINT)}${cells.map((cell) => String(cell).padStart(NUMBER)).join('')}`

const named = (points: readonly string[]): readonly string[] => [
  ...new Set(points.map((point) => point.replace(/ · (before|after)$/, ''))),
]

/** A line for each call: how often it was reached, how often the process died before and after it, and what came of those days. */
const byPoint = ({ tallies, byPoint: came }: Progress): readonly string[] => {
  const tally = new Map(tallies)
  return named([...tally.keys()].toSorted()).map((point) => {
    const at = (when: string) => tally.get(`${point} · ${when}`) ?? { reached: 0, killed: 0 }
    const worst = (name: keyof Numbers) =>
      Math.max(...['before', 'after'].map((when) => (came[`${point} · ${when}`] ?? NOTHING)[name]))
    const outcome = [worst('twice'), worst('lost'), worst('answersLost')]
    return row(point, [at('before').reached, at('before').killed, at('after').killed, ...outcome])
  })
}

/** Where nobody died, though the call was made: all that came there had died as often as it may. */
const untouched = ({ tallies }: Progress): readonly string[] => {
  const points = tallies
    .filter(([, { killed }]) => killed === 0)
    .map(([point, { reached }]) => `  ${point} (${reached})`)
  return points.length === 0
    ? ['nobody lived through every point: each of them was died at']
    : ['nobody died here, as whatever came (so often) had died elsewhere as often as it may:', ...points.toSorted()]
}

const byProvider = (progress: Progress): readonly string[] =>
  Object.entries(progress.byProvider).map(([provider, it]) =>
    row(provider, [it.texts, it.twice, it.lost, it.answersLost, it.unknown, it.unknownAstray]),
  )

/** Everything a run showed, as lines. */
export const tableOf = (progress: Progress): readonly string[] => {
  const { sum, played, seconds, places } = progress
  const died = places.filter(([, killed]) => killed).length
  const rate = seconds === 0 ? 0 : sum.decisions / seconds
  return [
    `${sum.decisions} decisions in ${played.length} school days, ${sum.texts} texts carried, ${sum.answers} answers`,
    '',
    row('the process died', ['calls', 'before', 'after', 'twice', 'lost', 'replies']),
    ...byPoint(progress),
    '',
    row('texts by', ['carried', 'twice', 'lost', 'replies', 'unknown', 'astray']),
    ...byProvider(progress),
    '',
    `texts twice ${sum.twice} · lost ${sum.lost} · replies lost ${sum.answersLost} · wrongly texted ${sum.wrong} · receipts lost ${sum.receiptsLost}`,
    `texts nobody can know of ${sum.unknown}, each one task for the office and not sent again; otherwise ${sum.unknownAstray}`,
    `untold or told twice in the chronicle ${sum.untold} · dead letters ${sum.deadLetters}`,
    ...untouched(progress),
    `calls by their place in the run (the first, the second ... of its kind) ${places.length}, died at ${died}`,
    `${rate.toFixed(1)} decisions a second`,
  ]
}
