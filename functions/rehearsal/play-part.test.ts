/** A rehearsal that is longer than a call has time for, or whose process dies. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { RehearsalWork } from '../../events/rehearsal-work.v1.ts'
import type { Code } from '../../shared/domain/codes.ts'
import { addDays, weekday } from '../../shared/domain/time.ts'
import type { Files } from '../../shared/ports/files.ts'
import { rehearsalPath, soFarPath } from '../../shared/rehearsal/kept.ts'
import { memoryFiles } from '../../test/support/memory-files.ts'
import { springbankPolicy } from '../../test/support/policies.ts'
import { type ApiSchool, openApiSchool, SCHOOL } from '../../test/support/school-api.ts'
import { playPart } from './play-part.ts'

/** Twenty-three school days. */
const DAYS = Array.from({ length: 31 }, (_, index) => addDays('2026-01-05', index)).filter((date) => weekday(date) <= 5)
const WORK: RehearsalWork = { academy: SCHOOL, rehearsal: 'r1', part: 'live' }
const DRAFT = { ...springbankPolicy, thresholds: { ...springbankPolicy.thresholds, warning: 95 } }

let stores: ApiSchool['stores']
beforeAll(async () => {
  ;({ stores } = await openApiSchool())
  for (const [day, date] of DAYS.entries())
    for (const session of ['AM', 'PM'] as const) {
      const at = `${date}T09:00:00.000Z`
      const present: Code = session === 'AM' ? '/' : '\\'
      const codes: Readonly<Record<string, Code>> = {
        k01: day % 6 === 3 ? 'O' : present,
        k02: day % 8 === 1 ? 'I' : present,
        k03: present,
        k04: present,
      }
      const marks = Object.fromEntries(
        Object.entries(codes).map(([key, code]) => [key, { code, source: 'teacher' as const }]),
      )
      const place = { classId: '3b', date, session, version: 1, submitted: true, submittedAt: at, asOf: at }
      await stores.saveRegister(SCHOOL, { ...place, marks }, 0, { at, by: 't-3b', kind: 'register-saved' })
    }
})

/** Plays what is asked for until nothing waits; a call that fails is brought again. Answers how many calls it took. */
const play = async (files: Files, kept: ReadonlyMap<string, string>, mayGoOn: boolean) => {
  const request = {
    ...{ asked: '2026-02-05T09:00:00.000Z', by: 's-lead', date: '2026-02-05' },
    ...{ from: DAYS[0], until: DAYS.at(-1), suppositions: { unreported: 50, answered: 50, seed: 1 } },
    live: { version: 'v1', policy: springbankPolicy },
    draft: { version: 'v2', policy: DRAFT },
  }
  await files.put(rehearsalPath(SCHOOL, 'r1', 'request'), JSON.stringify(request), 'application/json')
  const waiting: unknown[] = [WORK]
  let calls = 0
  while (waiting.length > 0) {
    const work = waiting.shift() as RehearsalWork
    calls++
    const send = async (messages: readonly unknown[]) => void waiting.push(...messages)
    await playPart(work, { stores, files, work: { send }, mayGoOn: () => mayGoOn }).catch(() => waiting.unshift(work))
  }
  return { calls, answer: JSON.parse(kept.get(rehearsalPath(SCHOOL, 'r1', 'answer')) ?? '{}') }
}

describe('a rehearsal longer than a call', () => {
  test('goes on in the next where it stopped, and comes to what one call comes to; nothing of the days is left', async () => {
    const [one, many] = [memoryFiles(), memoryFiles()]
    const whole = await play(one.files, one.kept, true)
    const inParts = await play(many.files, many.kept, false)
    expect([whole.calls, inParts.calls]).toEqual([2, 6])
    expect(whole.answer.state).toBe('done')
    expect(whole.answer.live.total.texts).toBeGreaterThan(2)
    expect(inParts.answer).toEqual(whole.answer)
    for (const part of ['live', 'draft'] as const) expect(many.kept.get(soFarPath(SCHOOL, 'r1', part))).toBe('')
  })

  test('whose process dies in its third week plays the first two no second time', async () => {
    const { files, kept } = memoryFiles()
    const days: number[] = []
    let dies = true
    const mortal: Files = {
      ...files,
      put: async (path, body, type) => {
        if (path.endsWith('/progress.json')) {
          const { part, day } = JSON.parse(String(body))
          if (part === 'live') days.push(day)
          if (dies && day > 20) {
            dies = false
            throw new Error('the process dies')
          }
        }
        await files.put(path, body, type)
      },
    }
    const { calls, answer } = await play(mortal, kept, true)
    expect([calls, answer.state]).toEqual([3, 'done'])
    expect(days).toEqual([1, 11, 21, 21])
  })
})
