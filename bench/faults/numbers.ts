/** What is counted of a day, and what of it must be nought. */
export interface Numbers {
  readonly decisions: number
  /** Texts that the phone network carried. */
  readonly texts: number
  /** Somebody had the same text twice, or an answer was kept twice. */
  readonly twice: number
  /** A text that must not have gone went. */
  readonly wrong: number
  /** Neither texted nor on anybody's list: a missing child whom nobody asks after. */
  readonly lost: number
  readonly answers: number
  readonly answersLost: number
  readonly receiptsLost: number
  /** Texts of which nobody can know whether they went, each exactly one task for the office. */
  readonly unknown: number
  /** Those with no task or with several. */
  readonly unknownAstray: number
  /** Claims and deliveries that the chronicle does not tell, or tells twice. */
  readonly untold: number
  /** What ended in dead letters. */
  readonly deadLetters: number
}

export const NOTHING: Numbers = {
  decisions: 0,
  texts: 0,
  twice: 0,
  wrong: 0,
  lost: 0,
  answers: 0,
  answersLost: 0,
  receiptsLost: 0,
  unknown: 0,
  unknownAstray: 0,
  untold: 0,
  deadLetters: 0,
}

export const sumOf = (one: Numbers, other: Numbers = NOTHING): Numbers => {
  const names = Object.keys(NOTHING) as (keyof Numbers)[]
  return Object.assign({ ...one }, ...names.map((name) => ({ [name]: one[name] + other[name] })))
}

/** Whether everything that must be nought is. */
export const isClean = ({
  twice,
  wrong,
  lost,
  answersLost,
  receiptsLost,
  unknownAstray,
  untold,
  deadLetters,
}: Numbers) => twice + wrong + lost + answersLost + receiptsLost + unknownAstray + untold + deadLetters === 0
