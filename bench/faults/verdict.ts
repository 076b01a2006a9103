/** What came of the day, counted: by school first, then together and by who carried the texts. */
import type { Provider } from '../../shared/ports/texter.ts'
import { judgeSchool } from './judge-school.ts'
import { NOTHING, type Numbers, sumOf } from './numbers.ts'
import type { Played } from './played.ts'
import { recordOf } from './record.ts'
import type { TrustOfBench } from './school.ts'

export interface Verdict {
  readonly sum: Numbers
  readonly byProvider: Readonly<Partial<Record<Provider, Numbers>>>
  /** What was wrong, for whoever looks. */
  readonly complaints: readonly string[]
}

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
