/** A year is played for minutes: whoever stops the command goes on with it where it was. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addDays, weekday } from '../../shared/domain/time.ts'
import { readArguments } from './arguments.ts'
import { runRehearsal } from './command.ts'

const DAYS = Array.from({ length: 33 }, (_, index) => addDays('2026-01-12', index)).filter((date) => weekday(date) <= 5)
const rowsOf = (date: string, day: number): readonly string[] => [
  `${date},AM,3A,P1,${day % 5 < 2 ? 'O' : '/'},`,
  `${date},PM,3A,P1,${day % 5 < 2 ? 'O' : '\\'},`,
  `${date},AM,3A,P2,${day % 4 === 1 ? 'I' : '/'},`,
  `${date},PM,3A,P2,\\,`,
  `${date},AM,3A,P3,${day % 3 === 2 ? 'U' : '/'},${day % 3 === 2 ? 25 : ''}`,
  `${date},PM,3A,P3,\\,`,
]
const marksOf = (rows: typeof rowsOf): string =>
  ['date,session,class,pupilId,code,minutesLate', ...DAYS.flatMap(rows), ''].join('\n')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rehearse-'))
  writeFileSync(join(folder, 'marks.csv'), marksOf(rowsOf))
})
afterEach(() => rmSync(folder, { recursive: true }))

const out = (name: string): string => join(folder, name)
const asked = (name: string, ...more: readonly string[]) =>
  readArguments([
    ...['--policy', 'springbank', '--against', 'hilltop', '--marks', join(folder, 'marks.csv'), '--out', out(name)],
    ...['--unreported', '0.5', '--answered', '0.5', ...more],
  ])
const answerIn = (name: string): string => readFileSync(join(out(name), 'rehearsal.json'), 'utf8')

/** Runs until a day of a policy, if one is given; answers the days that were played. */
const run = async (args: ReturnType<typeof asked>, stopAt?: string) => {
  const days: string[] = []
  const progress = (policy: string) => (_: string, nth: number) => {
    days.push(`${policy} ${nth}`)
    if (days.at(-1) === stopAt) throw new Error('stopped')
  }
  await runRehearsal(args, progress).catch((error: Error) => {
    if (error.message !== 'stopped') throw error
  })
  return days
}

describe('a rehearsal that was stopped', () => {
  test('goes on from the days that are kept, in either year, to the same answer; then nothing of the days is left', async () => {
    await run(asked('whole'))
    await run(asked('parts'), 'springbank 14')
    const second = await run(asked('parts', '--resume'), 'hilltop 25')
    const third = await run(asked('parts', '--resume'))
    expect([second[0], third[0], third.length]).toEqual(['springbank 11', 'hilltop 21', DAYS.length - 20])
    expect(answerIn('parts')).toBe(answerIn('whole'))
    expect(JSON.parse(answerIn('whole')).total.texts).toBeGreaterThan(5)
    expect(readdirSync(out('parts')).toSorted()).toEqual(readdirSync(out('whole')).toSorted())
    expect(existsSync(join(out('parts'), 'rehearsal.so-far'))).toBe(false)
  })

  test('is not gone on with for other marks or values: which, and what to do, is said, and what is kept stays', async () => {
    await run(asked('parts'), 'springbank 14')
    writeFileSync(
      join(folder, 'marks.csv'),
      marksOf((date) => rowsOf(date, 0)),
    )
    await expect(run(asked('parts', '--resume', '--seed', '2'))).rejects.toThrow(
      /something else at --marks, --seed\. Give what it had, or another --out\. Leave out --resume to begin again/,
    )
    expect((await run(asked('parts'), 'springbank 3'))[0]).toBe('springbank 1')
    writeFileSync(join(folder, 'marks.csv'), marksOf(rowsOf))
    expect((await run(asked('parts', '--resume'), 'springbank 12'))[0]).toBe('springbank 11')
  })

  test('of which nothing is kept, or nothing that can be read, is refused with what to do', async () => {
    await expect(run(asked('none', '--resume'))).rejects.toThrow(/no rehearsal was stopped in .*leave out --resume/)
    await run(asked('parts'), 'springbank 14')
    writeFileSync(join(out('parts'), 'rehearsal.so-far'), 'cut short')
    await expect(run(asked('parts', '--resume'))).rejects.toThrow(/cannot be read by this version\. Leave out --resume/)
  })
})
