import { expect, test } from 'vitest'
import { mobile } from './support/people.ts'
import { openSchool } from './support/school.ts'

const DSL = mobile('984')
const DEPUTY = mobile('985')
const HEAD = mobile('983')

test('a danger word late on a Saturday pages the safeguarding lead, after midnight the deputy and the Head, and nobody once it is dealt with', async () => {
  const school = await openSchool({ date: '2026-01-10' })
  try {
    await school.clock.to('23:55')
    await school.reply(mobile('001'), 'his dad hit me')
    const paged = async () => (await school.texts('page')).map((text) => text.to)
    expect(await paged()).toEqual([DSL])
    await school.clock.to('2026-01-11 00:04')
    expect(await paged()).toEqual([DSL])
    await school.clock.to('2026-01-11 00:06')
    expect(await paged()).toEqual([DSL, DEPUTY])
    await school.clock.to('2026-01-11 00:16')
    expect(await paged()).toEqual([DSL, DEPUTY, HEAD])
    const [task] = await school.tasks('safeguarding')
    const done = await school.api('dsl', 'POST', `tasks/${task?.id}/outcome`, { what: 'Rang the police' })
    expect(done.status).toBe(200)
    await school.clock.to('2026-01-11 08:00')
    expect(await paged()).toHaveLength(3)
  } finally {
    await school.close()
  }
})

test('a danger word that is dealt with at once pages nobody else', async () => {
  const school = await openSchool()
  try {
    await school.clock.to('10:40')
    await school.reply(mobile('001'), 'help me')
    const [task] = await school.tasks('safeguarding')
    await school.clock.to('10:45')
    await school.api('dsl', 'POST', `tasks/${task?.id}/outcome`, { what: 'Spoke with the mother' })
    await school.clock.to('12:00')
    expect((await school.texts('page')).map((text) => text.to)).toEqual([DSL])
  } finally {
    await school.close()
  }
})
