/**
 * Half a term of a small made-up school, played day after day: registers, late reasons, what people do. Everything it sent and asked is kept in
 * `golden/half-a-term.jsonl`: a change of it is a change of what families hear, and is looked at by a person.
 */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { LoadedPolicy } from '../../academies/load.ts'
import { openTrust, readTrust } from '../../local/open-trust.ts'
import { makeSample, type SampleFiles } from '../../local/sample/make-sample.ts'
import type { LocalStack } from '../../local/stack.ts'
import { happenedIn } from '../../local/year/happened.ts'
import { playYear } from '../../local/year/play-year.ts'
import { recount } from '../../local/year/recount.ts'
import { recountDiffers } from '../../local/year/recount-differs.ts'
import { byPupil, type ClassTally } from '../../shared/domain/counting/class-tally.ts'
import { instantOf } from '../../shared/domain/time.ts'
import { playYear as rehearseYear } from '../../shared/rehearsal/play-year.ts'
import { readSchool } from '../../shared/rehearsal/read-school.ts'

const FROM = '2025-09-01'
const UNTIL = '2025-10-10'
const NIGHT_AFTER = '2025-10-11'
const SEED = 1
const PUPILS = 14
const UNREPORTED = 40

let stack: LocalStack
let marks: string
let rehearsed: readonly string[]

/** The same files, rehearsed: each thing in the words of the record, as a line. */
const rehearse = async (loaded: LoadedPolicy, files: SampleFiles): Promise<readonly string[]> => {
  const bytes = Object.entries(files).map(([file, text]) => [file, new TextEncoder().encode(text)] as const)
  const read = readSchool({ marks: new Uint8Array(), ...Object.fromEntries(bytes) }, loaded)
  if ('problems' in read) throw new Error(JSON.stringify(read.problems.slice(0, 5)))
  const { school } = read
  const ids = new Map(school.pupils.map(({ key, pupilId }) => [key, pupilId]))
  const supposed = { unreported: UNREPORTED, answered: 0, seed: SEED }
  const { happened } = await rehearseYear({ school, played: loaded, supposed })
  return happened
    .map(({ at, what, pupils }) => JSON.stringify({ at, what, pupils: pupils.map((key) => ids.get(key) ?? key) }))
    .toSorted()
}
beforeAll(async () => {
  const loaded = readTrust().find(({ policy }) => policy.academy === 'springbank')
  if (!loaded) throw new Error('there is no springbank.json')
  const { zone } = loaded.policy
  const files = makeSample({ policy: loaded.policy, pupils: PUPILS, date: UNTIL, from: FROM, seed: String(SEED) })
  marks = files.marks
  const trust = await openTrust({ endpoint: inject('ddbEndpoint'), start: instantOf('2025-08-31', '12:00', zone) })
  stack = trust.stack
  const refused = await playYear({
    stack,
    loaded,
    files,
    from: FROM,
    until: UNTIL,
    unreported: UNREPORTED,
    seed: SEED,
    progress: () => undefined,
  })
  expect(refused).toEqual([])
  rehearsed = await rehearse(loaded, files)
  await stack.turning.turnTo(instantOf(NIGHT_AFTER, '04:00', zone))
}, 600_000)
afterAll(() => stack.close())

describe('half a term of a small school', () => {
  test('is the same texts, calls, visits, letters, meetings and referrals at every run', async () => {
    const lines = happenedIn(stack.timeline.lines().filter(({ academy }) => academy === 'springbank'))
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
    await expect(text).toMatchFileSnapshot('golden/half-a-term.jsonl')
  })

  test('is what a rehearsal says of the same files, text by text, task by task and letter by letter', () => {
    // A rehearsal ends with its last evening, nobody in it opens a letter or lets it go by hand, and no extract is made that somebody forgets to collect.
    const unplayed = ['letter-previewed', 'letter-released', 'task extract']
    const isPlayed = ({ at, what }: { at: string; what: string }) =>
      at.slice(0, 10) <= UNTIL && !unplayed.includes(what)
    const lines = happenedIn(stack.timeline.lines().filter(({ academy }) => academy === 'springbank'))
    const played = lines.filter(isPlayed).map((line) => JSON.stringify(line))
    expect(rehearsed).toEqual(played)
    for (const kind of ['text unreported', 'text warning', 'task call', 'task visit', 'letter stage-1', 'case-opened'])
      expect(rehearsed.join('\n')).toContain(`"${kind}"`)
  })

  test('is counted as somebody counts it who has nothing but the marks', async () => {
    const tallies = await stack.stores.tallies('springbank', FROM)
    const roll = await stack.stores.roll.pupils('springbank', [...byPupil(tallies).keys()], false)
    const recounted = recount(marks)
    expect(Object.keys(recounted)).toHaveLength(PUPILS)
    const idsOf = (counts: ClassTally['pupils']) =>
      Object.fromEntries(Object.entries(counts).map(([key, tally]) => [roll[key]?.pupilId ?? key, tally]))
    const byId = tallies.map((tally) => ({ ...tally, pupils: idsOf(tally.pupils), past: idsOf(tally.past) }))
    expect(recountDiffers(byId, recounted)).toEqual([])
  })

  test('left nothing in dead letters', () => {
    expect(stack.queues.deadLetters().flatMap(({ bodies }) => bodies)).toEqual([])
  })
})
