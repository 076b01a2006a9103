import { expect, test } from 'vitest'
import { importingSchool, pupilRow, ROLL } from '../../test/support/importing-school.ts'
import { DATE, SCHOOL } from '../../test/support/stored-examples.ts'

const WITH_LEFT = `${ROLL},left`
const returnsOf = async (school: Awaited<ReturnType<typeof importingSchool>>) =>
  (await school.stores.returns(SCHOOL, '2025-09-01'))
    .map(({ kind, child, from, due }) => [kind, child.pupilId, from, due])
    .toSorted()

test('the first roll asks for nothing; a name more and a name less ask for a return each, once however often they come', async () => {
  const school = await importingSchool()
  await school.send('roll', [ROLL, pupilRow('P001'), pupilRow('P002'), pupilRow('P003')])
  expect(await returnsOf(school)).toEqual([])
  const next = [
    WITH_LEFT,
    `${pupilRow('P001')},`,
    `${pupilRow('P002')},2026-01-23`,
    'P004,Bilal,Birch,2017-05-04,3,3B,2026-01-12,',
  ]
  await school.send('roll', next)
  await school.send('roll', next)
  expect(await returnsOf(school)).toEqual([
    ['deletion', 'P002', '2026-01-23', '2026-01-23'],
    ['deletion', 'P003', DATE, DATE],
    ['new-pupil', 'P004', '2026-01-12', '2026-01-17'],
  ])
  const tasks = (await school.stores.open(SCHOOL)).tasks.filter(({ kind }) => kind === 'return')
  expect(tasks).toHaveLength(3)
})

test('whoever comes with a leaving date is entered and taken away: both returns are asked for', async () => {
  const school = await importingSchool()
  await school.send('roll', [ROLL, pupilRow('P001')])
  const coming = 'P004,Bilal,Birch,2017-05-04,3,3B,2026-01-12,2026-03-27'
  await school.send('roll', [WITH_LEFT, `${pupilRow('P001')},`, coming])
  expect(await returnsOf(school)).toEqual([
    ['deletion', 'P004', '2026-03-27', '2026-03-27'],
    ['new-pupil', 'P004', '2026-01-12', '2026-01-17'],
  ])
})

test('a roll that waits for a person asks for nothing before they confirm it', async () => {
  const school = await importingSchool()
  const all = Array.from({ length: 12 }, (_, index) => pupilRow(`P${100 + index}`))
  await school.send('roll', [ROLL, ...all])
  const held = await school.send('roll', [ROLL, ...all.slice(0, 1)], { importId: 'held' })
  expect([held.state, await returnsOf(school)]).toEqual(['held', []])
  await school.send('roll', [ROLL, ...all.slice(0, 1)], { importId: 'held', confirmedBy: 's-lead' })
  expect(await returnsOf(school)).toHaveLength(11)
})
