import { expect, test } from 'vitest'
import { importingSchool, pupilRow, ROLL } from '../../test/support/importing-school.ts'
import { springbankPolicy } from '../../test/support/policies.ts'
import { SCHOOL } from '../../test/support/stored-examples.ts'
import { countedInPeriod } from '../domain/extracts/counted.ts'
import { membersIn } from '../domain/reports/facts.ts'
import { factsOf } from '../extracts/load-facts.ts'
import { spanCounts } from './counts.ts'
import { reportFacts } from './report-facts.ts'

const WEEK = { from: '2026-01-05', until: '2026-01-11' }

test('marks after a leaving day that was recorded late are in no figure, also when the roll’s file has dropped the pupil', async () => {
  const { stores, send } = await importingSchool()
  const possible = async () => {
    const report = membersIn(await reportFacts(stores, SCHOOL, springbankPolicy, WEEK.until), WEEK)
    const { tallies } = await spanCounts(stores, SCHOOL, WEEK)
    const facts = await factsOf(SCHOOL, springbankPolicy, { stores, pseudonym: (_academy, pupil) => pupil })
    const extract = countedInPeriod(await facts(WEEK, ['marks'], null))
    const of = (found: readonly { readonly key: string; readonly tally: { readonly possible: number } }[]) =>
      found.find(({ key }) => key === 'P2')?.tally.possible
    return [of(report), tallies.get('P2')?.possible, of(extract)]
  }
  await send('roll', [`${ROLL},left`, `${pupilRow('P1')},`, `${pupilRow('P2')},`])
  await send('marks', [
    'date,session,class,pupilId,code',
    ...['2026-01-08', '2026-01-09'].flatMap((date) => [`${date},AM,3B,P1,/`, `${date},AM,3B,P2,O`]),
  ])
  expect(await possible()).toEqual([2, 2, 2])
  await send('roll', [`${ROLL},left`, `${pupilRow('P1')},`, `${pupilRow('P2')},2026-01-08`])
  expect(await possible()).toEqual([1, 1, 1])
  await send('roll', [`${ROLL},left`, `${pupilRow('P1')},`])
  expect(await possible()).toEqual([1, 1, 1])
})
