/** What came of the day, counted: by school first, then together and by who carried the texts. */
import type { Provider } from '../../shared/ports/texter.ts'
import type { Played } from './day.ts'
import { judgeSchool } from './judge-school.ts'
import { recordOf } from './record.ts'
import type { TrustOfBench } from './school.ts'

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

export interface Verdict {
  readonly sum: Numbers
  readonly byProvider: Readonly<Partial<Record<Provider, Numbers>>>
  /** What was wrong, for whoever looks. */
  readonly complaints: readonly string[]
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

/** Dead letters, but for receipts of texts whose provider's id was never heard: those belong to what nobody can know. */
const deadLettersOf = (trust: TrustOfBench, known: ReadonlySet<string>): readonly string[] => {
  const unheard = trust.stack.carrier.texts().filter(({ id }) => !known.has(id))
  return trust.stack.queues
    .deadLetters()
    .flatMap(({ queue, bodies }) => bodies.map((body) => ({ queue, body })))
    .filter(({ body }) => !unheard.some(({ id }) => body.includes(id)) && !body.includes('awslogs'))
    .map(({ queue, body }) => `dead letter in ${queue}: ${body}`)
}

/** Judges the whole trust. */
export const verdictOf = async (trust: TrustOfBench, played: Played): Promise<Verdict> => {
  let sum = NOTHING
  const byProvider: Partial<Record<Provider, Numbers>> = {}
  const complaints: string[] = []
  const known = new Set<string>()
  for (const school of trust.schools) {
    const record = await recordOf(trust.stack, school.academy)
    const judged = judgeSchool(school, record, trust.stack.carrier.texts(), played)
    for (const { text } of record.texts) if (text.providerId) known.add(text.providerId)
    complaints.push(...judged.complaints)
    sum = sumOf(sum, judged.numbers)
    byProvider[school.provider] = sumOf(judged.numbers, byProvider[school.provider])
  }
  const dead = deadLettersOf(trust, known)
  return { sum: { ...sum, deadLetters: dead.length }, byProvider, complaints: [...complaints, ...dead] }
}
