import { describe, expect, test } from 'vitest'
import { classOf, mobile } from './support/people.ts'
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

const absent = async (school: School, pupils: readonly string[] = ['P001']): Promise<void> => {
  await school.clock.to('09:05')
  await school.takeRegister('3B', 'AM', { absent: pupils })
}

const seen = (texts: readonly { readonly to: string; readonly pupils: readonly string[] }[]) =>
  texts.map((text) => [text.to, text.pupils.join()])

describe('an unreported absence', () => {
  test('is texted once at 10:30; the parent answers, the office confirms, and nothing more is asked', () =>
    withSchool(async (school) => {
      await absent(school)
      await school.clock.to('10:29')
      expect(await school.texts()).toEqual([])
      await school.clock.to('10:30')
      const [text] = await school.texts('unreported')
      expect(text?.body).toContain('Amelia is not in school this morning, Monday 12 January')
      expect(text?.body).not.toMatch(/\bN\b|%|ill/)
      if (text) await school.receipt(text, 'delivered')
      await school.clock.to('10:40')
      await school.reply(mobile('001'), 'ill til thursday')
      const [confirm] = await school.tasks('confirm-reply')
      const replies = (await school.api('office', 'GET', 'replies')).body as {
        replies: readonly { id: string; reading: object }[]
      }
      expect(replies.replies[0]?.reading).toMatchObject({ kind: 'reason', code: 'I', until: '2026-01-15' })
      expect((await school.api('office', 'POST', `replies/${replies.replies[0]?.id}/confirm`, {})).status).toBe(200)
      await school.clock.to('17:00')
      expect(seen(await school.texts('unreported'))).toEqual([[mobile('001'), 'P001']])
      const [thanks, ...others] = (await school.texts()).filter(({ kind }) => kind !== 'unreported')
      expect([thanks?.kind, thanks?.to, others]).toEqual(['acknowledgement', mobile('001'), []])
      expect(thanks?.body).not.toContain('Amelia')
      expect(await school.tasks('call')).toEqual([])
      const [ended, ...more] = await school.tasks('confirm-reply')
      expect([ended?.id, more]).toEqual([confirm?.id, []])
      // By whoever confirmed it, or by the look that its confirmation asks for: either may be first.
      expect(['done', 'withdrawn']).toContain(ended?.state)
    }))
  test('reported at 10:29 is never texted', () =>
    withSchool(async (school) => {
      await absent(school)
      await school.clock.to('10:29')
      expect((await school.rings('P001')).status).toBe(201)
      await school.clock.to('12:00')
      expect(await school.texts()).toEqual([])
    }))
  test('answered by text at 10:29:59 is not texted', () =>
    withSchool(async (school) => {
      await absent(school)
      await school.clock.to('10:29:59')
      await school.reply(mobile('001'), 'Amelia is poorly')
      await school.clock.to('12:00')
      expect(await school.texts('unreported')).toEqual([])
    }))
  test('of two children with one mother is one text; a barred father hears of the other child only', () =>
    withSchool(
      async (school) => {
        await absent(school, ['P001', 'P002'])
        await school.clock.to('10:30')
        expect(seen(await school.texts('unreported')).toSorted()).toEqual([
          [mobile('101'), 'P001,P002'],
          [mobile('102'), 'P002'],
        ])
      },
      {
        pupils: [
          {
            id: 'P001',
            name: 'Amelia Ashdown',
            parents: [
              { name: 'Mo Ashdown', mobile: '101' },
              { name: 'Fa Ashdown', mobile: '102', priority: 1, more: { courtRestriction: 'Y' } },
            ],
          },
          {
            id: 'P002',
            name: 'Bilal Ashdown',
            parents: [
              { name: 'Mo Ashdown', mobile: '101' },
              { name: 'Fa Ashdown', mobile: '102', priority: 1 },
            ],
          },
          ...classOf('3B', 3),
        ],
      },
    ))
  test('without a mobile to text is a call', () =>
    withSchool(
      async (school) => {
        await absent(school)
        await school.clock.to('10:30')
        expect([await school.texts('unreported'), (await school.tasks('call')).map((task) => task.pupils)]).toEqual([
          [],
          [['P001']],
        ])
      },
      {
        pupils: [
          { id: 'P001', name: 'Amelia Ashdown', parents: [{ name: 'Mo Ashdown', more: { landline: '01632 960001' } }] },
          ...classOf('3B', 2),
        ],
      },
    ))
  test('not delivered goes to the next contact, and then to the call list', () =>
    withSchool(
      async (school) => {
        await absent(school)
        await school.clock.to('10:30')
        const [first] = await school.texts('unreported')
        if (first) await school.receipt(first, 'failed')
        const second = (await school.texts('unreported')).find((text) => text.to === mobile('102'))
        expect(second?.pupils).toEqual(['P001'])
        if (second) await school.receipt(second, 'failed')
        expect((await school.tasks('call')).map((task) => task.pupils)).toEqual([['P001']])
        expect(await school.texts('unreported')).toHaveLength(2)
      },
      {
        pupils: [
          {
            id: 'P001',
            name: 'Amelia Ashdown',
            parents: [
              { name: 'Mo Ashdown', mobile: '101', priority: 1 },
              { name: 'Fa Ashdown', mobile: '102', priority: 2 },
            ],
          },
          ...classOf('3B', 2),
        ],
      },
    ))
  test('without a receipt for 20 minutes is a call and no second text', () =>
    withSchool(async (school) => {
      await absent(school)
      await school.clock.to('10:49')
      expect(await school.tasks('call')).toEqual([])
      await school.clock.to('10:51')
      expect([(await school.tasks('call')).length, (await school.texts('unreported')).length]).toEqual([1, 1])
    }))
})

describe('what parents answer', () => {
  const answered = async (school: School, words: string): Promise<void> => {
    await absent(school)
    await school.clock.to('10:31')
    await school.reply(mobile('001'), words)
  }
  test.each([
    ["she is at her dad's", 'unread'],
    ['who is this?', 'call'],
    ['???', 'unread'],
    ['STOP', 'stopped-texts'],
    ['ابنتي مريضة اليوم', 'unread'],
  ])('"%s" is no contact: a person is asked', (words, kind) =>
    withSchool(async (school) => {
      await answered(school, words)
      expect((await school.tasks(kind)).length).toBeGreaterThanOrEqual(1)
      await school.clock.to('12:31')
      expect((await school.tasks('call')).length).toBeGreaterThanOrEqual(1)
    }),
  )
  test('a danger word pages the safeguarding lead at once with a link and nothing else', () =>
    withSchool(async (school) => {
      await answered(school, 'his dad hit me and took him')
      const [page] = await school.texts('page')
      expect(page?.body).toMatch(/https:\/\//)
      expect(page?.body).not.toMatch(/Amelia|dad|hit|077/)
    }))
  test('a clear answer that nobody confirms is urgent at lunch and was silence at the end of the day', () =>
    withSchool(async (school) => {
      await answered(school, 'Amelia is poorly')
      await school.clock.to('12:31')
      expect((await school.tasks('confirm-reply')).some((task) => task.urgent)).toBe(true)
      expect(await school.tasks('call')).toEqual([])
      await school.clock.to('15:31')
      expect((await school.tasks('visit')).map((task) => task.pupils)).toEqual([['P001']])
    }))
  test('a text from a number that is nobody’s is kept for the office', () =>
    withSchool(async (school) => {
      await school.clock.to('10:31')
      await school.reply('+447700900999', 'my daughter is ill')
      expect(await school.tasks('unknown-number')).toHaveLength(1)
      expect(await school.texts()).toEqual([])
    }))
})

describe('arrivals', () => {
  test.each([
    ['09:00', '/', 0],
    ['09:01', 'L', 0],
    ['09:15', 'L', 0],
    ['09:16', 'U', 1],
  ])('at %s is %s', (time, code, texts) =>
    withSchool(async (school) => {
      await school.clock.to(time)
      expect((await school.arrives('P001')).body).toMatchObject({ mark: { code } })
      await school.clock.to('09:40')
      expect(await school.texts('late')).toHaveLength(texts)
    }),
  )
  test('at 10:31, after the text: the same parent gets one correction and no late text', () =>
    withSchool(async (school) => {
      await absent(school)
      await school.clock.to('10:31')
      await school.arrives('P001')
      const [correction] = await school.texts('correction')
      if (correction) await school.receipt(correction, 'delivered')
      await school.clock.to('15:45')
      expect((await school.texts()).map((text) => [text.kind, text.to])).toEqual([
        ['unreported', mobile('001')],
        ['correction', mobile('001')],
      ])
      expect((await school.tasks()).filter((task) => task.state === 'open' && task.pupils.includes('P001'))).toEqual([])
    }))
})

describe('registers', () => {
  test('not in at 9:15 is chased, at 10:30 heads are counted; in at 10:50 the absent are texted then', () =>
    withSchool(async (school) => {
      await school.clock.to('09:16')
      expect((await school.tasks('missing-register')).map((task) => task.doers)).toEqual([['teacher', 'office']])
      await school.clock.to('10:31')
      expect((await school.tasks('missing-register')).some((task) => task.doers.includes('head'))).toBe(true)
      expect(await school.texts()).toEqual([])
      await school.clock.to('10:50')
      await school.takeRegister('3B', 'AM', { absent: ['P001'] })
      expect(seen(await school.texts('unreported'))).toEqual([[mobile('001'), 'P001']])
      expect((await school.tasks('missing-register')).every((task) => task.state === 'withdrawn')).toBe(true)
    }))
  test('in at 13:00 it is too late to text: the family is rung', () =>
    withSchool(async (school) => {
      await school.clock.to('13:00')
      await school.takeRegister('3B', 'AM', { absent: ['P001'] })
      expect([await school.texts('unreported'), (await school.tasks('call')).map((task) => task.pupils)]).toEqual([
        [],
        [['P001']],
      ])
    }))
  test('a present mark changed to N at 11:00 is texted then', () =>
    withSchool(async (school) => {
      await absent(school, [])
      await school.clock.to('11:00')
      await school.takeRegister('3B', 'AM', { absent: ['P001'] })
      expect(seen(await school.texts('unreported'))).toEqual([[mobile('001'), 'P001']])
    }))
})
