/** What some place says about attendance, as the answer to a question: the same question has one answer, wherever it is read. */

/** What is counted: a count, or a percentage. */
export type Measure =
  | 'possible'
  | 'attended'
  | 'authorised'
  | 'unauthorised'
  | 'absent'
  | 'late'
  | 'attendance %'
  | 'authorised %'
  | 'unauthorised %'
  | 'pupils'
  | 'persistently absent'
  | 'persistently absent %'
  | 'severely absent'
  | 'below the line'
  | `sessions under ${string}`

export interface Asked {
  readonly measure: Measure
  /** `school`, `class 2B`, `Girls`, `Ada Ash`. */
  readonly who: string
  readonly from: string
  readonly until: string
}

export interface Said {
  /** Where it stands: a report and its table, a route, an extract and its row. */
  readonly place: string
  readonly question: string
  readonly value: string
}

export const questionOf = ({ measure, who, from, until }: Asked): string =>
  `${measure} of ${who}, ${from === until ? from : `${from} to ${until}`}`

export const said = (place: string, asked: Asked, value: string | number): Said => ({
  place,
  question: questionOf(asked),
  value: String(value),
})

/** A percentage to so many decimals, half away from zero, reckoned here in whole numbers and nowhere else. */
export const reckoned = (part: number, whole: number, decimals = 1): string => {
  const scale = 10 ** decimals
  const steps = Math.floor((part * 200 * scale + whole) / (2 * whole))
  return `${Math.floor(steps / scale)}.${String(steps % scale).padStart(decimals, '0')}`
}

const decimalsOf = (value: string): number => value.split('.')[1]?.length ?? 0

/** `89.97` and `90.0` are one figure, said with more decimals and with fewer. */
const isSame = (one: string, other: string): boolean => {
  const [longer, shorter] = decimalsOf(one) < decimalsOf(other) ? [other, one] : [one, other]
  if (longer === shorter) return true
  const decimals = decimalsOf(shorter)
  return decimals > 0 && reckoned(Number(longer.replace('.', '')), 10 ** (decimalsOf(longer) + 2), decimals) === shorter
}

const byQuestion = (all: readonly Said[]): ReadonlyMap<string, readonly Said[]> =>
  Map.groupBy(all, ({ question }) => question)

/** Each question that two places answer otherwise, with both places and what each says. */
export const disagreements = (all: readonly Said[]): readonly string[] =>
  [...byQuestion(all)].flatMap(([question, answers]) => {
    const [first, ...others] = answers
    if (first === undefined) return []
    return others
      .filter(({ value }) => !isSame(first.value, value))
      .map((other) => `${question}: ${first.value} in ${first.place}, ${other.value} in ${other.place}`)
  })

/** The places whose every figure stands nowhere else: with nothing to be held against, they prove nothing. */
export const unmatched = (all: readonly Said[]): readonly string[] => {
  const matched = new Set(
    [...byQuestion(all).values()]
      .filter((answers) => new Set(answers.map(({ place }) => place)).size > 1)
      .flatMap((answers) => answers.map(({ place }) => place)),
  )
  return [...new Set(all.map(({ place }) => place))].filter((place) => !matched.has(place))
}

export interface Counts {
  readonly possible: number
  readonly attended: number
  readonly authorised: number
  readonly unauthorised: number
  readonly late?: number
}

/** Counts as some place gives them, and the percentages that follow from them. */
export const saidCounts = (place: string, asked: Omit<Asked, 'measure'>, counts: Counts): readonly Said[] => {
  const { possible, attended, authorised, unauthorised, late } = counts
  const plain = { possible, attended, authorised, unauthorised, absent: authorised + unauthorised }
  const rates = { 'attendance %': attended, 'authorised %': authorised, 'unauthorised %': unauthorised }
  return [
    ...Object.entries(plain).map(([measure, value]) => said(place, { ...asked, measure: measure as Measure }, value)),
    ...(late === undefined ? [] : [said(place, { ...asked, measure: 'late' }, late)]),
    ...(possible === 0
      ? []
      : Object.entries(rates).map(([measure, part]) =>
          said(place, { ...asked, measure: measure as Measure }, reckoned(part, possible)),
        )),
  ]
}

/** The sum of counts that some place gives row by row. */
export const sumOfCounts = (all: readonly Counts[]): Counts => {
  const sum = (of: keyof Counts) => all.reduce((total, each) => total + (each[of] ?? 0), 0)
  return {
    possible: sum('possible'),
    attended: sum('attended'),
    authorised: sum('authorised'),
    unauthorised: sum('unauthorised'),
    ...(all.every(({ late }) => late !== undefined) ? { late: sum('late') } : {}),
  }
}
