/** The made-up school that the pictures show: a term behind it, a day whose registers come in as the clock passes, and people who do their work. */
import { enterRegisters } from '../local/day/take-registers.ts'
import { startDynamoDbLocal } from '../local/dynamodb-local.ts'
import { loadFiles } from '../local/load-files.ts'
import { openTrust } from '../local/open-trust.ts'
import { makeSample } from '../local/sample/make-sample.ts'
import type { LocalStack } from '../local/stack.ts'
import { instantOf } from '../shared/domain/time.ts'
import { enterWork } from './shown-work.ts'

export const ACADEMY = 'springbank'
export const DATE = '2026-01-12'
export const ZONE = 'Europe/London'

/** The first day of marks, and the Saturday whose night counts all of them: what was before Firstbell proposes nothing by itself. */
const TERM_BEGAN = '2025-09-01'
const SATURDAY = '2026-01-10'

const refuse = (): never => {
  throw new Error('The made-up day was refused')
}

/** Opens it on the Saturday morning before the day. Close it when done. */
export const openShownSchool = async (): Promise<{ stack: LocalStack; close: () => Promise<void> }> => {
  const database = await startDynamoDbLocal({ java: 'steady' })
  const { stack, policies } = await openTrust({
    endpoint: database.endpoint,
    start: instantOf(SATURDAY, '06:00', ZONE),
    // Two missing of one class are already many, so that a held batch is among the screens; letters lead to the parent's page.
    change: (loaded) => ({
      ...loaded,
      policy: {
        ...loaded.policy,
        brake: { ...loaded.policy.brake, classShare: 6, atLeast: 2 },
        familyPage: { ...loaded.policy.familyPage, inLetters: true },
      },
    }),
  })
  const policy = policies.find((each) => each.policy.academy === ACADEMY)?.policy
  if (!policy) throw new Error(`There is no academy ${ACADEMY}`)
  const files = makeSample({ policy, from: TERM_BEGAN, date: DATE })
  const taken = await loadFiles(stack, ACADEMY, files, DATE, console.error)
  if ('refusal' in taken) return refuse()
  enterRegisters(taken.marks, { stack, academy: ACADEMY, policy, date: DATE, refuse })
  enterWork(stack, ACADEMY, ZONE)
  const close = async (): Promise<void> => {
    await stack.close()
    await database.stop()
  }
  return { stack, close }
}
