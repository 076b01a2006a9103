/** A letter's whole life: ordered, printed, read by a person, released, in the post or the office's batch, and sometimes back again. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Policy } from '../../academies/policy.ts'
import { make as makeLetters } from '../../functions/letters/handler.ts'
import { readPages } from '../../shared/adapters/letters/read-marks.ts'
import { readPdf } from '../../shared/adapters/letters/read-pdf.ts'
import type { LetterOrder } from '../../shared/domain/letters/letter.ts'
import { instantOf } from '../../shared/domain/time.ts'
import { planLetters } from '../../shared/follow-up/letters/plan-letters.ts'
import type { LetterPost, PostedLetter } from '../../shared/ports/letters.ts'
import type { World } from '../../shared/ports/world.ts'
import { springbankPolicy } from '../support/policies.ts'
import { API_ENV, MONDAY, openApiSchool, SCHOOL } from '../support/school-api.ts'
import { aCase } from '../support/stored-examples.ts'

const QUEUE = API_ENV.LETTERS_QUEUE_URL
const LETTERS_ENV = { TABLE: 'table', LETTERS_BUCKET: 'letters', LETTERS_QUEUE_URL: QUEUE, ACCOUNTS_SECRET: 'accounts' }

const stage1 = (pupil: string, rest: Partial<LetterOrder> = {}): LetterOrder => ({
  kind: 'stage-1',
  pupil,
  cycle: '2025-26',
  figures: { from: '2025-09-03', until: '2026-01-09', possible: 20, attended: 17, authorised: 1, unauthorised: 2 },
  missed: [
    { date: '2025-10-06', session: 'AM', code: 'I' },
    { date: '2025-10-07', session: 'AM', code: 'O' },
    { date: '2025-10-07', session: 'PM', code: 'O' },
  ],
  ...rest,
})
const termly = (pupil: string): LetterOrder =>
  stage1(pupil, { kind: 'traffic-light', cycle: '2026-spring', term: 'the spring term' })

/** A post that keeps what it is given and answers as it is told. */
const aPost = () => {
  const got: PostedLetter[] = []
  let answers: 'accepted' | 'busy' | 'refused' | 'takes it and is not heard' = 'accepted'
  let state: Awaited<ReturnType<LetterPost['state']>> = 'taken'
  const post: LetterPost = {
    async send(letter) {
      if (answers === 'busy') return { outcome: 'busy' }
      if (answers === 'refused') return { outcome: 'refused', why: 'ValidationError' }
      got.push(letter)
      return answers === 'accepted'
        ? { outcome: 'accepted', providerId: `post-${got.length}` }
        : { outcome: 'uncertain' }
    },
    find: async (reference) => {
      const at = got.findIndex((letter) => letter.reference === reference)
      return at < 0 ? { found: 'none' } : { found: 'taken', providerId: `post-${at + 1}` }
    },
    state: async () => state,
  }
  return {
    post,
    got,
    answer: (next: typeof answers) => {
      answers = next
    },
    says: (next: typeof state) => {
      state = next
    },
  }
}

/** Springbank with its letters function; `policy` replaces the school's from today on. */
const openSchool = async (policy?: Policy) => {
  const school = await openApiSchool()
  const { world, stores } = school
  if (policy)
    await stores.policies.publish(
      SCHOOL,
      { version: 'v2', policy, from: MONDAY },
      { at: '2026-01-11T10:00:00.000Z', by: 'system', kind: 'policy-published' },
    )
  const office = aPost()
  const letters = makeLetters({ ...world, env: LETTERS_ENV, post: () => office.post } as World)
  const done = new Set<unknown>()
  /** Works off what waits on the letters queue and is due; answers how many messages failed. */
  const work = async (delayed = false): Promise<number> => {
    const due = () =>
      world.sent.find((each) => each.url === QUEUE && !done.has(each) && (delayed || each.delaySeconds === undefined))
    let failures = 0
    for (let next = due(); next !== undefined; next = delayed ? undefined : due()) {
      const event = { Records: [{ messageId: 'm', body: JSON.stringify(next.message), attributes: {} }] }
      const run = letters as unknown as (event: unknown, context: unknown) => Promise<{ batchItemFailures: unknown[] }>
      done.add(next)
      if ((await run(event, {})).batchItemFailures.length > 0) failures++
    }
    return failures
  }
  /** Some minutes go by, and the next message that waited comes. */
  const later = (time: string): Promise<number> => {
    school.at(time)
    return work(true)
  }
  const order = (asked: LetterOrder) =>
    planLetters(SCHOOL, asked, {
      stores,
      letters: world.files('letters'),
      work: world.queue(QUEUE),
      now: () => world.clock.now(),
      freshToken: () => world.ids.fresh(),
    })
  const all = async () => (await school.ask('lead', 'GET', 'letters?state=all')).body.letters
  const tasks = async () => (await stores.open(SCHOOL)).tasks.filter(({ kind }) => kind === 'letter')
  const queue = (message: unknown) => world.queue(QUEUE).send([message])
  return { ...school, office, work, later, order, all, tasks, queue }
}
type School = Awaited<ReturnType<typeof openSchool>>

const act = { at: '2026-01-12T09:00:00.000Z', by: 's-lead', kind: 'test' }
const hold = (school: School, pupil: string) =>
  school.stores.putHold(
    SCHOOL,
    { pupil, because: 'a bereavement', by: 's-lead', at: act.at, review: '2026-02-01' },
    act,
  )
/** The contacts of Amelia as a new file says. */
const newContacts = async (school: School, change: object) => {
  const { k01 } = await school.stores.roll.pupils(SCHOOL, ['k01'])
  const contacts = (k01?.contacts ?? []).map((each) => ({ ...each, ...change }))
  await school.stores.roll.stage(SCHOOL, 2, { file: 'contacts', byPupil: { k01: contacts } })
  await school.stores.roll.goLive(SCHOOL, 'contacts', 1, 2, undefined, act)
}

let school: School
const prints = () => [...school.world.kept.keys()].filter((path) => path.endsWith('.pdf'))
const first = async () => (await school.all())[0]
const release = async (id: string) => {
  await school.ask('lead', 'GET', `letters/${id}/pdf`)
  return school.ask('lead', 'POST', `letters/${id}/release`, { because: 'read and right' })
}

describe('a letter that waits for a person', () => {
  beforeEach(async () => {
    school = await openSchool()
    await school.order(stage1('k01'))
    await school.work()
  })

  test('is printed, and stands in the list with the pupil the school knows', async () => {
    expect(await school.all()).toEqual([
      expect.objectContaining({ kind: 'stage-1', pupil: 'P001', contact: 'c101', state: 'ready', pages: 2 }),
    ])
    expect(prints()).toHaveLength(1)
  })

  test('ordered again, in whatever words, is the same letter and no second print', async () => {
    await school.order(stage1('k01', { figures: { ...stage1('k01').figures, from: '2025-09-02' } }))
    await school.work()
    expect(await school.all()).toHaveLength(1)
    expect(prints()).toHaveLength(1)
  })

  test('is released by the lead or the Head, and only after one of them has looked at it', async () => {
    const { id } = await first()
    const body = { because: 'read and right' }
    expect((await school.ask('office', 'POST', `letters/${id}/release`, body)).status).toBe(403)
    await school.ask('office', 'GET', `letters/${id}/pdf`)
    const unread = await school.ask('lead', 'POST', `letters/${id}/release`, body)
    expect([unread.status, unread.body.code]).toEqual([422, 'not-read'])
    const seen = await school.ask('lead', 'GET', `letters/${id}/pdf`)
    expect([seen.status, seen.headers.location]).toEqual([303, expect.stringContaining('.pdf')])
    const released = await school.ask('head', 'POST', `letters/${id}/release`, body)
    expect(released.body).toMatchObject({ state: 'released', released: { by: 's-head' } })
  })

  test('shows the very bytes that were kept, however often and however late it is asked for', async () => {
    const { id } = await first()
    const before = await school.ask('office', 'GET', `letters/${id}/pdf`)
    await release(id)
    expect((await school.ask('office', 'GET', `letters/${id}/pdf`)).headers.location).toBe(before.headers.location)
  })

  test('can be held with a reason, and released after all', async () => {
    const { id } = await first()
    await release(id)
    const held = await school.ask('office', 'POST', `letters/${id}/hold`, { because: 'the parent has rung' })
    expect(held.body).toMatchObject({ state: 'held', why: 'the parent has rung' })
    expect((await release(id)).body.state).toBe('released')
  })

  test('about a child on hold cannot be released', async () => {
    await hold(school, 'k01')
    expect((await release((await first()).id)).body.code).toBe('on-hold')
  })

  test('is not there for another school, nor under a made-up id', async () => {
    const { id } = await first()
    expect((await school.ask('hilltop.lead', 'GET', `letters/${id}/pdf`)).status).toBe(403)
    expect((await school.ask('lead', 'GET', 'letters/letter-no/pdf')).status).toBe(404)
  })

  test('leaves no name, address or number in what is logged or in the history', async () => {
    await release((await first()).id)
    const said = JSON.stringify([school.world.logged, school.acts])
    expect(said).not.toMatch(/Amelia|Ashdown|Kit 101|Mill Lane|ZZ9/)
  })
})

describe('a letter of a school whose letters lead to the page of the record', () => {
  const familyPage = { ...springbankPolicy.familyPage, inLetters: true, letterDays: 28 }
  const codeIn = (path: string) => {
    const [, code = ''] = /\/p\/([0-9A-Z-]{19})/.exec(school.world.kept.get(path) ?? '') ?? []
    return code.replaceAll('-', '')
  }

  test('has a code of its own for each parent, which opens that child’s record for four weeks and names nobody', async () => {
    school = await openSchool({ ...springbankPolicy, familyPage })
    await school.order(stage1('k01'))
    await school.work()
    const [path = ''] = [...school.world.kept.keys()].filter((each) => each.endsWith('.json'))
    const code = codeIn(path)
    expect(code).toHaveLength(16)
    const link = await school.stores.familyLink(code)
    expect(link).toMatchObject({ contactId: 'c101', pupils: ['k01'], until: '2026-02-10T00:00:00.000Z' })
    expect(JSON.stringify(link)).not.toMatch(/Meadow|NG99/)
    await school.order(stage1('k01'))
    expect([...school.world.kept.keys()].filter((each) => each.endsWith('.json'))).toEqual([path])
  })

  const wordsOf = async (path: string) => {
    const pages = readPages(readPdf((await school.world.files('letters').get(path)) ?? Buffer.alloc(0)))
    return pages
      .flatMap(({ marks }) => marks.map(({ text }) => text))
      .join('')
      .replaceAll(/\s/g, '')
  }
  const opened = async (as: string, id: string) => {
    const { headers } = await school.ask(as, 'GET', `letters/${id}/pdf`)
    return String(headers.location).replace('https://files.example/', '')
  }

  test('is read by the school as a copy that says where the code stands; what is posted has it, and is kept as the evidence', async () => {
    school = await openSchool({ ...springbankPolicy, familyPage })
    await school.order(stage1('k01'))
    await school.work()
    const { id, sha256, pages } = await first()
    const [document = ''] = [...school.world.kept.keys()].filter((each) => each.endsWith('.json'))
    const printed = codeIn(document).replaceAll(/(.{4})(?!$)/g, '$1-')
    const copy = await opened('office', id)
    expect([copy, await opened('lead', id)]).toEqual([`letters/${SCHOOL}/${id}/${sha256}-copy.pdf`, copy])
    expect(await wordsOf(copy)).toContain('/p/code-is-in-the-post')
    expect(await wordsOf(copy)).not.toContain(printed)
    expect(readPages(readPdf((await school.world.files('letters').get(copy)) ?? Buffer.alloc(0)))).toHaveLength(pages)
    expect(await wordsOf(`letters/${SCHOOL}/${id}/${sha256}.pdf`)).toContain(`/p/${printed}`)
    expect((await school.ask('head', 'POST', `letters/${id}/release`, { because: 'read and right' })).status).toBe(200)
    expect(await opened('lead', id)).toBe(copy)
  })

  test('goes to the post as the bytes that were kept, with the code', async () => {
    school = await openSchool({
      ...springbankPolicy,
      ...{ live: true, familyPage, letters: { ...springbankPolicy.letters, post: 'notify' } },
    })
    await school.order(stage1('k01'))
    await school.work()
    const { id, sha256 } = await first()
    await release(id)
    await school.work()
    const kept = await school.world.files('letters').get(`letters/${SCHOOL}/${id}/${sha256}.pdf`)
    expect(school.office.got.map(({ pdf }) => Buffer.compare(pdf, kept ?? Buffer.alloc(0)))).toEqual([0])
  })
})

describe('a letter that goes by itself', () => {
  test('is released when it is printed', async () => {
    school = await openSchool()
    await school.order(termly('k01'))
    await school.work()
    expect(await school.all()).toEqual([expect.objectContaining({ state: 'released', released: expect.anything() })])
  })
})

describe('a parent who cannot be written to', () => {
  beforeEach(async () => {
    school = await openSchool()
  })

  test('is named for a person, with why, and nothing is printed', async () => {
    const planned = await school.order(stage1('k02'))
    await school.work()
    expect(planned).toMatchObject({ ok: true, value: { unposted: [{ contactId: 'c102', because: 'confidential' }] } })
    expect(await school.tasks()).toEqual([
      expect.objectContaining({ pupils: ['k02'], why: expect.stringContaining('must not be printed') }),
    ])
    expect([await school.all(), prints()]).toEqual([[], []])
  })

  test('of a child on hold is a matter for the named person: no letter is planned', async () => {
    await hold(school, 'k01')
    expect(await school.order(stage1('k01'))).toMatchObject({ ok: false, refusal: { code: 'on-hold' } })
    expect(await school.tasks()).toHaveLength(1)
    expect(await school.all()).toEqual([])
  })

  test('because their name cannot be printed is a task, and the letter says so', async () => {
    await newContacts(school, { name: 'さくら' })
    await school.order(stage1('k01'))
    await school.work()
    expect(await school.all()).toEqual([
      expect.objectContaining({ state: 'refused', why: expect.stringContaining('fonts') }),
    ])
    expect(await school.tasks()).toHaveLength(1)
  })
})

describe('the office’s batch', () => {
  beforeEach(async () => {
    school = await openSchool()
    for (const pupil of ['k01', 'k03', 'k05']) await school.order(termly(pupil))
    await school.work()
  })

  const batch = async () => {
    const { body } = await school.ask('office', 'POST', 'letters/batches')
    await school.work()
    return (await school.ask('office', 'GET', `letters/batches/${body.id}`)).body
  }
  const kept = async (link: string) => school.world.files('letters').get(link.replace('https://files.example/', ''))

  test('is one file of every released letter and a list of what lies where', async () => {
    const made = await batch()
    expect(made).toMatchObject({ state: 'done', letters: 3 })
    const pages = readPages(readPdf((await kept(made.pdf)) ?? Buffer.alloc(0)))
    expect(pages).toHaveLength(3)
    const [head, ...rows] = Buffer.from((await kept(made.manifest)) ?? [])
      .toString()
      .trimEnd()
      .split('\r\n')
    expect(head).toBe('number,first page,pages,reference,letter,pupilId,to')
    expect(rows[0]).toMatch(/^1,1,1,[A-Z0-9]{9},traffic-light,P001,"Kit 101, 101 Mill Lane, ZZ9 9ZZ"$/)
    expect(rows[2]).toMatch(/^3,3,1,/)
    expect((await school.all()).map(({ state }: { state: string }) => state)).toEqual(['printed', 'printed', 'printed'])
  })

  test('asked for again has nothing left in it', async () => {
    await batch()
    expect(await batch()).toMatchObject({ state: 'done', letters: 0 })
  })

  test('made again after dying half way is the same batch', async () => {
    const made = await batch()
    const pdf = await kept(made.pdf)
    await school.queue({ do: 'batch', academy: SCHOOL, batch: made.id, by: 's-office' })
    await school.work()
    expect((await school.ask('office', 'GET', `letters/batches/${made.id}`)).body).toMatchObject({ letters: 3 })
    expect(await kept(made.pdf)).toEqual(pdf)
  })

  test('leaves out a child put on hold since, and a parent whose address became confidential', async () => {
    await hold(school, 'k03')
    await newContacts(school, { addressConfidential: true })
    const made = await batch()
    // The new contacts file holds Amelia's parents only: Elsie's are gone too.
    expect(made.letters).toBe(0)
    expect(Object.groupBy(await school.all(), ({ pupil }: { pupil: string }) => pupil)).toMatchObject({
      P001: [{ state: 'withdrawn' }],
      P003: [{ state: 'held', why: 'The child is on hold.' }],
      P005: [{ state: 'withdrawn' }],
    })
  })

  test('leaves out a child who has gone missing since: the letter waits, and nobody lets it go while the case is open', async () => {
    const opened = { at: '2026-01-12T15:30:00.000Z', by: 'system', kind: 'case-opened', pupils: ['k03'] }
    await school.stores.openCase(SCHOOL, aCase({ caseId: 'c-k03', pupil: 'k03' }), opened)
    expect(await batch()).toMatchObject({ letters: 2 })
    const [held] = (await school.all()).filter(({ pupil }: { pupil: string }) => pupil === 'P003')
    expect(held).toMatchObject({ state: 'held', why: 'The child is missing: a case is open.' })
    const { status, body } = await release(held.id)
    expect([status, body.code]).toEqual([422, 'open-case'])
  })

  test('whose envelope lies on the desk again is a task to find the right address', async () => {
    await batch()
    const { id } = await first()
    const back = await school.ask('office', 'POST', `letters/${id}/returned`, { because: 'gone away' })
    expect(back.body.state).toBe('returned')
    expect(await school.tasks()).toEqual([expect.objectContaining({ why: expect.stringContaining('came back') })])
  })
})

describe('by GOV.UK Notify', () => {
  const NOTIFY: Policy = { ...springbankPolicy, live: true, letters: { ...springbankPolicy.letters, post: 'notify' } }
  const states = async () => (await school.all()).map(({ state }: { state: string }) => state)

  beforeEach(async () => {
    school = await openSchool(NOTIFY)
    await school.order(stage1('k01'))
    await school.work()
  })

  test('a released letter is posted once: the kept bytes, and a reference that names nobody', async () => {
    const { id } = await first()
    await release(id)
    await school.queue({ do: 'post', academy: SCHOOL, letter: id })
    await school.work()
    expect(await states()).toEqual(['posted'])
    expect(school.office.got).toHaveLength(1)
    const [print = ''] = prints()
    expect(
      Buffer.from(school.office.got[0]?.pdf ?? []).equals(
        (await school.world.files('x').get(print)) ?? Buffer.alloc(0),
      ),
    ).toBe(true)
    expect(school.office.got[0]?.reference).not.toMatch(/Amelia|Ashdown|Kit/)
  })

  test('a school that is not live posts nothing, whatever its policy says', async () => {
    school = await openSchool({ ...NOTIFY, live: false })
    await school.order(termly('k01'))
    await school.work()
    expect([await states(), school.office.got]).toEqual([['released'], []])
  })

  test('a busy post took nothing and is asked again', async () => {
    school.office.answer('busy')
    await release((await first()).id)
    await school.work()
    expect([await states(), school.office.got]).toEqual([['released'], []])
    school.office.answer('accepted')
    await school.later('09:00')
    expect([await states(), school.office.got.length]).toEqual([['posted'], 1])
  })

  test('a letter the post took without being heard is found there, and never posted twice', async () => {
    school.office.answer('takes it and is not heard')
    await release((await first()).id)
    await school.work()
    expect(await states()).toEqual(['posting'])
    school.office.answer('accepted')
    await school.later('09:30')
    expect([await states(), school.office.got.length]).toEqual([['posted'], 1])
  })

  test('a message that comes again while its letter is being handed over waits', async () => {
    school.office.answer('takes it and is not heard')
    const { id } = await first()
    await release(id)
    await school.work()
    await school.queue({ do: 'post', academy: SCHOOL, letter: id })
    await school.work()
    expect([await states(), school.office.got.length]).toEqual([['posting'], 1])
  })

  test('a refused letter is a task', async () => {
    school.office.answer('refused')
    await release((await first()).id)
    await school.work()
    expect(await states()).toEqual(['refused'])
    expect(await school.tasks()).toEqual([
      expect.objectContaining({ why: expect.stringContaining('refused a letter') }),
    ])
  })

  test('a letter that was taken and then failed the post’s own check is a task too', async () => {
    school.office.says('refused')
    await release((await first()).id)
    await school.work()
    expect(await states()).toEqual(['posted'])
    await school.later('09:30')
    expect(await states()).toEqual(['refused'])
    expect(await school.tasks()).toHaveLength(1)
  })

  test('a new court order between release and post keeps the letter in the house', async () => {
    await newContacts(school, { courtRestriction: true })
    await release((await first()).id)
    await school.work()
    expect([await states(), school.office.got]).toEqual([['withdrawn'], []])
  })

  test('a letter that comes back, weeks later and told twice, is one task', async () => {
    await release((await first()).id)
    await school.work()
    school.world.turnTo(instantOf('2026-02-16', '09:00', 'Europe/London'))
    await school.queue({ do: 'returned', providerId: 'post-1' })
    await school.queue({ do: 'returned', providerId: 'post-1' })
    expect(await school.work()).toBe(0)
    const back = await school.ask('lead', 'GET', 'letters?state=resting&from=2026-01-01')
    expect(back.body.letters).toMatchObject([{ state: 'returned' }])
    expect(await school.tasks()).toHaveLength(1)
  })

  test('a letter that comes back and is not known is kept and tried again: a parent may never have had it', async () => {
    await school.queue({ do: 'returned', providerId: 'unknown' })
    expect(await school.work()).toBe(1)
    expect(await school.tasks()).toEqual([])
  })
})

describe('termly letters', () => {
  const order = (body: object, role = 'lead') => school.ask(role, 'POST', 'letters/orders', body)
  const letters = async () =>
    (await school.all()).map(({ kind, pupil, cycle }: Record<string, string>) => [kind, pupil, cycle])

  /** Monday of term: P001 was ill in the morning, everybody else was there all day. */
  beforeEach(async () => {
    school = await openSchool()
    school.at('09:10')
    await school.takes('office', { P001: 'I' })
    school.at('13:10')
    await school.takes('office', {}, {}, 'PM')
    school.at('09:00', '2026-01-13')
  })

  test('are written for a class, each pupil by their own marks, and once however often they are ordered', async () => {
    const ordered = await order({ kind: 'traffic-light', class: '3b', term: 'the spring term' })
    expect(ordered).toMatchObject({ status: 202, body: { from: '2026-01-05', until: '2026-01-12', classes: ['3b'] } })
    await school.work()
    const once = await letters()
    expect(new Set(once.map(([, pupil]: string[]) => pupil))).toEqual(new Set(['P001', 'P003', 'P004']))
    expect(once).toContainEqual(['traffic-light', 'P001', '2026-01-05_2026-01-12'])
    await order({ kind: 'traffic-light' })
    await school.work()
    expect(await letters()).toEqual(once)
  })

  test('of 100% are for whoever missed nothing', async () => {
    await order({ kind: 'full-attendance', year: '3', term: 'the spring term' }, 'head')
    await school.work()
    expect((await letters()).map(([, pupil]: string[]) => pupil).toSorted()).toEqual(['P003', 'P004'])
  })

  test.each([
    [{ kind: 'traffic-light', class: '3b', year: '3' }, 'wrong-shape'],
    [{ kind: 'traffic-light', year: '9' }, 'wrong-year'],
    [{ kind: 'traffic-light', until: '2026-01-13' }, 'future'],
    [{ kind: 'traffic-light', from: '2025-06-01', until: '2026-01-12' }, 'wrong-span'],
    [{ kind: 'traffic-light', class: '9z' }, 'not-found'],
  ])('that cannot be are refused: %o', async (body, code) => {
    expect((await order(body)).body.code).toBe(code)
    expect((await order(body, 'teacher')).status).toBe(403)
  })
})
