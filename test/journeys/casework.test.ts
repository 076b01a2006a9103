/** Three families of one class: leave that was refused and taken all the same, a notice to improve that is kept and one that is not, and what the authority is sent. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answer } from '../../local/server.ts'
import { unzip } from '../support/unzip.ts'
import { marksOf } from './support/marks-of.ts'
import { classOf, STAFF } from './support/people.ts'
import { openSchool, type School } from './support/school.ts'
import { withShortWindow } from './support/short-window.ts'

const DECEMBER = ['08', '09', '10', '11', '12'].map((day) => `2025-12-${day}`)
const pupils = classOf('3B')

let school: School
// biome-ignore lint/suspicious/noExplicitAny: an answer is read field by field against what the test expects
const ask = async (role: string, method: string, path: string, body?: unknown): Promise<any> =>
  (await school.api(role, method, path, body)).body
const matterOf = (pupil: string) => ask('lead', 'GET', `pupils/${pupil}/penalty-notices`)
const open = async (kind: string) =>
  (await school.tasks(kind)).filter(({ state }) => state === 'open').flatMap(({ pupils: about }) => about)

/** P001 missed three days in December without leave, P002 and P003 a week. */
beforeAll(async () => {
  school = await openSchool({
    pupils,
    staff: STAFF,
    change: withShortWindow,
  })
  await school.load(
    'marks',
    marksOf(pupils, DECEMBER, (pupil, date) =>
      pupil === 'P002' || pupil === 'P003' || (pupil === 'P001' && date <= '2025-12-10') ? 'O' : undefined,
    ),
  )
  await school.clock.to('2026-01-12 10:00')
})
afterAll(() => school.close())

describe('leave of absence', () => {
  let request: string

  test('is asked for in the family’s words, and refused by the Head with the reason', async () => {
    const { parents } = await matterOf('P001')
    const asked = await ask('office', 'POST', 'pupils/P001/leave-requests', {
      from: '2026-01-14',
      until: '2026-01-15',
      purpose: 'holiday',
      words: 'The flights are cheaper',
      askedBy: parents[0].contact,
    })
    request = asked.id
    expect(await open('leave-request')).toEqual(['P001'])
    const refusal = { decision: 'refused', because: 'A holiday is no exceptional circumstance', tell: 'person' }
    const path = `pupils/P001/leave-requests/${request}/decision`
    expect((await school.api('office', 'POST', path, refusal)).status).toBe(403)
    expect(await ask('head', 'POST', path, refusal)).toMatchObject({ state: 'refused' })
    expect(await open('leave-request')).toEqual([])
  })

  test('after a panel that the family came to, and help that they declined', async () => {
    const { parents } = await matterOf('P001')
    const slot = { date: '2026-01-12', time: '15:30', place: 'in the library', tell: 'text' }
    const { meeting } = await ask('lead', 'POST', 'pupils/P001/attend/meetings', slot)
    await school.clock.to('2026-01-12 16:30')
    const held = {
      outcome: 'attended',
      came: [parents[0].contact],
      minutes: 'The family will ask earlier another time.',
      dutyExplained: true,
    }
    expect((await school.api('lead', 'POST', `pupils/P001/attend/meetings/${meeting.id}/outcome`, held)).status).toBe(
      200,
    )
    const offer = await ask('lead', 'POST', 'pupils/P001/support', { is: 'offer', words: 'A place at holiday club' })
    const declined = { answer: 'declined', words: 'They will go all the same.' }
    expect((await school.api('lead', 'POST', `pupils/P001/support/${offer.id}/answer`, declined)).status).toBe(200)
  })
})

describe('a notice to improve', () => {
  test('is decided from one list, for the two whose marks came in together', async () => {
    await school.clock.to('2026-01-13 10:00')
    const [list] = await school.tasks('held-batch')
    expect(list).toMatchObject({ pupils: ['P002', 'P003'], state: 'open' })
    for (const pupil of ['P002', 'P003'])
      expect(
        await ask('lead', 'POST', `pupils/${pupil}/penalty-notices/decisions`, {
          decision: 'notice-to-improve',
          because: 'help was offered and not taken up',
          support: ['We offered breakfast club.'],
        }),
      ).toMatchObject({ standing: 'improving', improve: { from: '2026-01-14', until: '2026-01-27', state: 'running' } })
    expect((await school.tasks('held-batch')).map(({ state }) => state)).toEqual(['done'])
  })
})

describe('the refused days', () => {
  test('are taken all the same: the office is told while nobody has said where the child is, and gives G', async () => {
    await school.clock.to('2026-01-14 09:05')
    await school.takeRegister('3B', 'AM', { absent: ['P001'] })
    await school.clock.to('2026-01-14 10:35')
    expect(await open('leave-refused')).toEqual(['P001'])
    const path = 'pupils/P001/marks/2026-01-14/AM'
    const amended = await school.api('office', 'PATCH', path, { code: 'G', because: 'on the holiday that was refused' })
    expect(amended.status).toBe(200)
    expect(await open('leave-refused')).toEqual([])
    await school.clock.to('2026-01-15 18:00')
    await school.load(
      'marks',
      marksOf(pupils, ['2026-01-14', '2026-01-15'], (pupil, date, session) => {
        if (pupil === 'P003' && date === '2026-01-15' && session === 'PM') return 'O'
        return pupil === 'P001' ? 'G' : undefined
      }),
    )
    await school.clock.to('2026-01-16 08:00')
    expect(await open('penalty-notice')).toContain('P001')
    const { standing, sessions, counted } = await matterOf('P001')
    expect([standing, sessions]).toEqual(['met', 10])
    expect(counted.slice(-4).map(({ code }: { code: string }) => code)).toEqual(['G', 'G', 'G', 'G'])
  })

  test('and the notice to improve that was broken says so the next morning, the other still runs', async () => {
    expect((await matterOf('P003')).improve).toMatchObject({ state: 'breached', endedOn: '2026-01-15' })
    expect((await matterOf('P002')).improve).toMatchObject({ state: 'running' })
    expect(await open('notice-to-improve')).toEqual(['P003'])
  })
})

// biome-ignore lint/suspicious/noExplicitAny: a pack is read field by field against what the test expects
const packOf = async (pupil: string, decision: string): Promise<{ names: string[]; referral: any; text: string }> => {
  const pack = await school.api('lead', 'GET', `pupils/${pupil}/penalty-notices/decisions/${decision}/pack`)
  const path = new URL(String(pack.headers.location)).pathname
  const { body } = await answer({ method: 'GET', path, headers: {}, body: Buffer.alloc(0) }, school.stack)
  const files = new Map(unzip(Buffer.from(body)).map((file) => [file.path, Buffer.from(file.bytes).toString('utf8')]))
  return {
    names: [...files.keys()].toSorted(),
    referral: JSON.parse(files.get('referral.json') ?? ''),
    text: files.get('texts.csv') ?? '',
  }
}

describe('a referral', () => {
  test('brings the authority what was done: the panel, the texts, the leave that was refused, the help declined', async () => {
    const { parents } = await matterOf('P001')
    const { considered } = await ask('head', 'POST', 'pupils/P001/penalty-notices/decisions', {
      decision: 'refer',
      because: 'the refused holiday was taken',
      parents: [parents[0].contact],
      support: [],
      supportNotFitting: 'Help is no answer to a holiday in term.',
    })
    const { names, referral, text } = await packOf('P001', considered.at(-1).id)
    expect(names).toEqual([
      'actions.csv',
      'leave.csv',
      'letters.csv',
      'meetings.csv',
      'parents.csv',
      'referral.json',
      'referral.pdf',
      'register.csv',
      'row.csv',
      'sessions.csv',
      'support.csv',
      'texts.csv',
    ])
    const { casework } = referral
    expect(casework.meetings).toMatchObject([
      {
        date: '2026-01-12',
        state: 'attended',
        told: 'text',
        came: [parents[0].name],
        minutes: 'The family will ask earlier another time.',
        dutyExplained: true,
      },
    ])
    expect(casework.leave).toMatchObject([
      {
        from: '2026-01-14',
        until: '2026-01-15',
        state: 'refused',
        decidedOn: '2026-01-12',
        because: 'A holiday is no exceptional circumstance',
        askedBy: parents[0].name,
      },
    ])
    expect(casework.offers).toMatchObject([{ words: 'A place at holiday club', answer: 'declined' }])
    expect(casework.texts).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ date: '2026-01-14', kind: 'unreported', to: parents[0].name }),
      ]),
    )
    expect(text.split('\r\n')[0]).toBe('date,time,about,to,state')
  })

  test('and the family that kept to its notice hears that it is over', async () => {
    await school.clock.to('2026-01-27 18:00')
    const rest = ['16', '19', '20', '21', '22', '23', '26', '27'].map((day) => `2026-01-${day}`)
    await school.load(
      'marks',
      marksOf(pupils, rest, () => undefined),
    )
    await school.clock.to('2026-01-28 08:00')
    expect((await matterOf('P002')).improve).toMatchObject({ state: 'improved', endedOn: '2026-01-27' })
    expect(await open('notice-to-improve')).toEqual(expect.arrayContaining(['P002']))
  })
})
