/** A day whose seal is refused is somebody's task in the morning, once, until a seal stands. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openTrust } from '../../local/open-trust.ts'
import type { LocalStack } from '../../local/stack.ts'
import { evidenceShelf } from '../../shared/adapters/evidence/shelf.ts'
import { instantOf } from '../../shared/domain/time.ts'
import type { EvidenceShelf } from '../../shared/ports/evidence.ts'

const SCHOOL = 'springbank'
const MONDAY = '2026-01-12'
const TUESDAY = '2026-01-13'
const WEDNESDAY = '2026-01-14'
const THURSDAY = '2026-01-15'
const FRIDAY = '2026-01-16'
const NEXT_MONDAY = '2026-01-19'

let stack: LocalStack
let shelf: EvidenceShelf
const turn = (date: string, time: string) => stack.turning.turnTo(instantOf(date, time, 'Europe/London'))
const asked = async (academy = SCHOOL) => (await stack.stores.open(academy)).tasks.filter(({ kind }) => kind === 'seal')

beforeAll(async () => {
  stack = (await openTrust({ endpoint: inject('ddbEndpoint'), start: instantOf(MONDAY, '08:00', 'Europe/London') }))
    .stack
  const act = { at: stack.clock.now(), by: 'system', kind: 'texts-counted', detail: { pence: 3 } }
  await stack.stores.spend.put(SCHOOL, MONDAY, 3, act)
  await stack.turning.quiet()
  const bucket = stack.wiring.functions.find(({ folder }) => folder === 'seal')?.env.EVIDENCE_BUCKET ?? ''
  shelf = evidenceShelf(stack.files.bucket(bucket))
  // The record says it has a register of which no version ever reached the evidence.
  await shelf.expect(SCHOOL, TUESDAY, [{ date: TUESDAY, session: 'AM', classId: '3b', version: 1 }])
})
afterAll(() => stack.close())

describe('a day of which a register version is lost', () => {
  test('is not sealed, and the Head and the lead are asked in the morning', async () => {
    await turn(WEDNESDAY, '06:55')
    expect(await asked()).toEqual([])
    await turn(WEDNESDAY, '07:05')
    expect(await asked()).toMatchObject([{ date: TUESDAY, doers: ['head', 'lead'], pupils: [], state: 'open' }])
    expect((await asked())[0]?.why).toContain('13 January 2026 is not sealed')
  })

  test('is asked about once, however many mornings it stays so, and no other school is', async () => {
    await turn(THURSDAY, '16:00')
    expect(await asked()).toHaveLength(1)
    expect(await asked('hilltop')).toEqual([])
    expect(await shelf.sealedDates(SCHOOL)).toEqual([MONDAY])
  })

  test('is nobody’s task any more once a later night has sealed it', async () => {
    const [task] = await asked()
    await shelf.decide(SCHOOL, TUESDAY, { by: 's-head', because: 'lost when the region failed' })
    await turn(FRIDAY, '07:05')
    expect(await shelf.sealedDates(SCHOOL)).toEqual([MONDAY, TUESDAY, WEDNESDAY, THURSDAY])
    expect(await asked()).toEqual([])
    expect(await stack.stores.task(SCHOOL, task?.id ?? '')).toMatchObject({
      state: 'withdrawn',
      outcome: { what: 'The day is sealed', by: 'system' },
    })
  })

  test('is asked about again by nobody who ended the task while it was so', async () => {
    await shelf.expect(SCHOOL, FRIDAY, [{ date: FRIDAY, session: 'AM', classId: '3b', version: 1 }])
    await turn(NEXT_MONDAY, '07:05')
    const [task] = await asked()
    expect(task?.date).toBe(FRIDAY)
    const now = stack.clock.now()
    const act = { at: now, by: 's-head', kind: 'task-done' }
    if (task)
      await stack.stores.endTask(SCHOOL, task, 'done', { what: 'Told the operator', by: 's-head', at: now }, act)
    await turn(NEXT_MONDAY, '12:00')
    expect(await asked()).toEqual([])
  })
})
