import { describe, expect, test } from 'vitest'
import { openSchool, type School } from './support/school.ts'

const withSchool = async (
  story: (school: School) => Promise<void>,
  settings: Parameters<typeof openSchool>[0] = {},
): Promise<void> => {
  const school = await openSchool(settings)
  try {
    await story(school)
  } finally {
    await school.close()
  }
}

const absentDay = async (school: School, absent: readonly string[] = ['P001']): Promise<void> => {
  await school.clock.to('09:05')
  await school.takeRegister('3B', 'AM', { absent })
}

const pupilsOf = (texts: readonly { readonly pupils: readonly string[] }[]) => texts.map((text) => text.pupils)

describe('when the machine misbehaves', () => {
  test('every tick, message and change delivered twice all day: one text, one call', () =>
    withSchool(async (school) => {
      school.faults({ twice: true })
      await absentDay(school)
      await school.clock.to('13:00')
      expect(pupilsOf(await school.texts())).toEqual([['P001']])
      expect((await school.tasks('call')).map((task) => task.pupils)).toEqual([['P001']])
    }))
  test('a sweep that never ran is reported, and the watchdog does its work', () =>
    withSchool(async (school) => {
      school.faults({ skip: ['unreported-absence'] })
      await absentDay(school)
      await school.clock.to('10:39')
      expect(await school.texts()).toEqual([])
      await school.clock.to('10:45')
      expect(pupilsOf(await school.texts('unreported'))).toEqual([['P001']])
      expect(await school.tasks('late-sweep')).toHaveLength(1)
    }))
  test('a sweep an hour late texts nobody: the family is rung', () =>
    withSchool(async (school) => {
      school.faults({ late: { 'unreported-absence': 60 } })
      await absentDay(school)
      await school.clock.to('10:39')
      expect(await school.texts()).toEqual([])
      await school.clock.to('12:00')
      expect(await school.tasks('late-sweep')).not.toEqual([])
    }))
  test('a provider that is down takes nothing, and the text goes when it is back', () =>
    withSchool(async (school) => {
      school.faults({ provider: 'down' })
      await absentDay(school)
      await school.clock.to('10:31')
      expect(await school.texts()).toEqual([])
      school.faults({})
      await school.clock.to('10:34')
      expect(pupilsOf(await school.texts('unreported'))).toEqual([['P001']])
    }))
  test('a provider that does not answer is one task for the office and no second text', () =>
    withSchool(async (school) => {
      school.faults({ provider: 'slow' })
      await absentDay(school)
      await school.clock.to('10:31')
      school.faults({})
      await school.clock.to('12:00')
      expect(await school.tasks('uncertain-text')).toHaveLength(1)
      expect((await school.texts()).map((text) => text.state)).toEqual(['uncertain'])
    }))
})

const snow = {
  from: '2026-01-12',
  until: '2026-01-12',
  sessions: ['AM', 'PM'],
  code: 'Y4',
  because: 'Snow, the heating has failed',
}

describe('when the school is closed', () => {
  test('an INSET day has no registers, no texts and no tasks', () =>
    withSchool(
      async (school) => {
        await school.clock.to('17:00')
        expect([await school.texts(), await school.tasks()]).toEqual([[], []])
      },
      { calendar: 'date,kind,note\n2026-01-12,inset,Staff day\n' },
    ))
  test('declared at 8:40 nobody is chased or texted', () =>
    withSchool(async (school) => {
      await school.clock.to('08:40')
      expect((await school.api('head', 'POST', 'closures', snow)).status).toBe(201)
      await school.clock.to('17:00')
      expect([await school.texts(), await school.tasks()]).toEqual([[], []])
    }))
  test('declared at 10:20 nobody is texted at 10:30; undone, the family is', () =>
    withSchool(async (school) => {
      await absentDay(school)
      await school.clock.to('10:20')
      const closed = await school.api('head', 'POST', 'closures', snow)
      await school.clock.to('10:31')
      expect(await school.texts('unreported')).toEqual([])
      const { id } = closed.body as { id: string }
      expect((await school.api('head', 'DELETE', `closures/${id}`)).status).toBe(204)
      expect(pupilsOf(await school.texts('unreported'))).toEqual([['P001']])
    }))
})

describe('the brake', () => {
  const half = ['P001', 'P002', 'P003', 'P004', 'P005']
  test('holds half a class, pages in turn while nobody acts, and is released on the marks of that minute', () =>
    withSchool(async (school) => {
      await absentDay(school, half)
      await school.clock.to('10:51')
      expect(await school.texts('unreported')).toEqual([])
      // Mobiles of the Lead, the Head and the Trust.
      expect((await school.texts('page')).map(({ at, to }) => [at.slice(11, 16), to])).toEqual([
        ['10:30', '+447700900982'],
        ['10:40', '+447700900983'],
        ['10:50', '+447700900986'],
      ])
      expect((await school.texts('page')).every((text) => !/Amelia|Bilal|P00/.test(text.body))).toBe(true)
      expect((await school.tasks('call')).map((task) => task.pupils[0]).toSorted()).toEqual(half)
      const [brake] = await school.tasks('brake')
      await school.rings('P005')
      expect(
        (await school.api('lead', 'POST', `brakes/${brake?.id}/release`, { because: 'A coach broke down' })).status,
      ).toBe(200)
      expect(
        pupilsOf(await school.texts('unreported'))
          .flat()
          .toSorted(),
      ).toEqual(half.slice(0, 4))
    }))
  test('refused, it sends nothing', () =>
    withSchool(async (school) => {
      await absentDay(school, half)
      await school.clock.to('10:31')
      const [brake] = await school.tasks('brake')
      await school.api('lead', 'POST', `brakes/${brake?.id}/refuse`, { because: 'The register was wrong' })
      await school.clock.to('12:00')
      expect(await school.texts('unreported')).toEqual([])
    }))
})

describe('four silent days', () => {
  test('across a weekend and an INSET day climb the ladder by school days; contact ends it', () =>
    withSchool(
      async (school) => {
        const days = ['2026-01-15', '2026-01-16', '2026-01-20', '2026-01-21']
        const done: string[][] = []
        for (const date of days) {
          await school.clock.to(`${date} 09:05`)
          await school.takeRegister('3B', 'AM', { absent: ['P001'] })
          await school.clock.to(`${date} 16:00`)
          done.push(
            (await school.timeline('task-raised'))
              .filter((line) => line.at.startsWith(date))
              .map((line) => String(line.detail?.task_kind)),
          )
        }
        expect(done[0]).toEqual(expect.arrayContaining(['call', 'visit']))
        expect(done[1]).toContain('visit')
        expect(done[2]).toEqual(expect.arrayContaining(['visit', 'referral']))
        expect(done[3]).toEqual(expect.arrayContaining(['wider-search', 'call']))
        expect(await school.timeline('case-opened')).toHaveLength(1)
        await school.clock.to('2026-01-22 09:05')
        await school.takeRegister('3B', 'AM')
        await school.clock.to('2026-01-22 09:20')
        expect(await school.timeline('case-closed')).toHaveLength(1)
        // Nobody looks for the child any more; the reason for the days gone by is still asked for.
        expect(
          (await school.tasks())
            .filter((task) => task.state === 'open' && task.pupils.includes('P001'))
            .map(({ kind }) => kind)
            .filter((kind) => !['day-end', 'safeguarding'].includes(kind)),
        ).toEqual(['unresolved-n'])
      },
      { date: '2026-01-15', calendar: 'date,kind,note\n2026-01-19,inset,\n' },
    ))
})
