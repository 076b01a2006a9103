import { beforeEach, describe, expect, test } from 'vitest'
import { addressMark } from '../../shared/domain/letters/address.ts'
import { contactsWith, DAD, familySchool, MUM, OTHER_TOKEN, TOKEN } from '../../test/support/family-school.ts'
import { act, DATE, SCHOOL } from '../../test/support/stored-examples.ts'

let school: Awaited<ReturnType<typeof familySchool>>
beforeEach(async () => {
  school = await familySchool()
  await school.link(TOKEN)
})

/** Nothing by which a child could be known, nor what the register says. */
const saysNothing = (body: string): void => {
  for (const word of ['Amelia', 'Siân', 'Harriet', 'Example', 'Illness', 'January', 'P001'])
    expect(body).not.toContain(word)
}

const becomes = async (file: 'contacts', more: Parameters<typeof contactsWith>[0]): Promise<void> => {
  await school.stores.roll.stage(SCHOOL, 2, { file, byPupil: contactsWith(more) })
  await school.stores.roll.goLive(SCHOOL, file, 1, 2, undefined, act())
}

describe('a link that came by text', () => {
  test('says nothing of a child however often it is opened, and is not spent by that', async () => {
    for (const _ of [1, 2, 3]) {
      const { status, body } = await school.open()
      expect([status, body.includes('Springbank')]).toEqual([200, true])
      saysNothing(body)
    }
    expect(await school.press()).toContain('firstbell-visit=')
  })

  test('shows, once pressed, the days missed and what the school wrote down, in that browser as often as wanted', async () => {
    const cookie = await school.press()
    for (const _ of [1, 2]) {
      const { status, body } = await school.open(TOKEN, cookie)
      expect(status).toBe(200)
      expect(body).toContain('Days missed since Monday 1 September 2025: 1½')
      expect(body).toMatch(
        /Thursday 8 January 2026<\/b><span>All day<\/span>\s*<span>What the school wrote down: <bdi lang="en-GB">Illness/,
      )
      expect(body).toMatch(/Monday 12 January 2026<\/b><span>Morning<\/span>\s*.*No reason given yet/)
      expect(body).not.toContain('Siân')
    }
  })

  test('opens nowhere else after that, with or without a cookie of another link', async () => {
    await school.link(OTHER_TOKEN)
    const other = await school.press(OTHER_TOKEN)
    await school.press()
    for (const cookie of [undefined, other, 'firstbell-visit=', 'firstbell-visit=guessed']) {
      const { status, body } = await school.open(TOKEN, cookie)
      expect(status).toBe(403)
      saysNothing(body)
      expect((await school.send({ do: 'open' }, cookie)).status).toBe(403)
      expect((await school.send({ do: 'why', child: '0', words: 'He is ill' }, cookie)).status).toBe(403)
    }
    expect(school.world.sent).toEqual([])
  })

  test('is nothing to whoever guesses: not even a school is named', async () => {
    for (const token of [
      'Mum0Mum0Mum0Mum0Mum0M1',
      '',
      'x',
      `${TOKEN}0`,
      'LINK#Mum0Mum0Mum0Mum0M',
      '%00',
      '../../../trust',
    ])
      for (const { status, body } of [await school.open(token), await school.send({ do: 'open' }, undefined, token)]) {
        expect([status, body.includes('Springbank')]).toEqual([404, false])
        saysNothing(body)
      }
  })

  test('ends with its hours, also in the browser that had it open', async () => {
    const cookie = await school.press()
    school.world.turnTo('2026-01-14T11:00:00.000Z')
    for (const held of [undefined, cookie]) {
      const { status, body } = await school.open(TOKEN, held)
      expect([status, body.includes('does not open a record any more')]).toEqual([410, true])
      saysNothing(body)
    }
    expect((await school.send({ do: 'wrong', child: '0', words: 'He was here' }, cookie)).status).toBe(410)
  })

  test.each([
    ['is barred by a court', { courtRestriction: true }],
    ['may not be contacted', { noContact: true }],
    ['wants no texts any more', { textsAllowed: false }],
    ['has another number now', { mobile: '+447700900199' }],
    ['is no parent', { parentalResponsibility: false, livesWith: true, hasCare: false }],
  ])('opens nothing once the contact %s', async (_, more) => {
    const cookie = await school.press()
    await becomes('contacts', more)
    const { status, body } = await school.open(TOKEN, cookie)
    expect(status).toBe(410)
    saysNothing(body)
  })

  test('opens nothing after STOP, nor while the child is on hold', async () => {
    const cookie = await school.press()
    await school.stores.putStop(SCHOOL, { contactId: 'MUM', because: 'stop', mobile: MUM }, act())
    expect((await school.open(TOKEN, cookie)).status).toBe(410)
    await school.stores.endStop(SCHOOL, 'MUM', act())
    expect((await school.open(TOKEN, cookie)).status).toBe(200)
    const hold = {
      pupil: 'P001',
      because: 'a reason',
      by: 's-dsl',
      at: '2026-01-12T11:00:00.000Z',
      review: '2026-02-02',
    }
    await school.stores.putHold(SCHOOL, hold, act())
    expect((await school.open(TOKEN, cookie)).status).toBe(410)
  })

  test('of a father shows the one child he is not barred from', async () => {
    await school.link(OTHER_TOKEN, { contactId: 'DAD', sentTo: DAD, pupils: ['P001', 'P002'] })
    const { body } = await school.open(OTHER_TOKEN, await school.press(OTHER_TOKEN))
    expect([body.includes('Amelia'), body.includes('Siân')]).toEqual([true, false])
  })

  test('of another academy shows that academy’s own child, though pupil, contact and phone have the same ids', async () => {
    await school.link(OTHER_TOKEN, { academy: 'hilltop' })
    const cookie = await school.press(OTHER_TOKEN)
    const { body } = await school.open(OTHER_TOKEN, cookie)
    expect([body.includes('Harriet'), body.includes('Amelia'), body.includes('Springbank')]).toEqual([
      true,
      false,
      false,
    ])
    expect((await school.open(TOKEN, cookie)).body).not.toContain('Amelia')
  })

  test('is kept by nobody on the way, framed by nobody, and tells no other site where it leads', async () => {
    const cookie = await school.press()
    for (const { headers } of [await school.open(TOKEN, cookie), await school.open('nothing')]) {
      expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
      expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
    }
    const { headers } = await school.send({ do: 'open' }, cookie)
    expect(headers.location).toBe(`/p/${TOKEN}`)
  })

  test('gives its cookie to that one address alone, out of reach of scripts', async () => {
    const { headers } = await school.send({ do: 'open' })
    expect(headers['set-cookie']).toMatch(
      new RegExp(`^firstbell-visit=\\w{22}; Path=/p/${TOKEN}; Max-Age=172800; HttpOnly; Secure; SameSite=Lax$`),
    )
  })
})

describe('a code that came by letter', () => {
  const CODE = '0123456789ABCDEF'
  const HOME = { address: ['14 Meadow Lane', 'Eastmoor'], postcode: 'NG99 1AB' }
  /** Without a mobile, so that nothing but the letter reaches them. */
  const landline = async (): Promise<void> => {
    const byPupil = Object.fromEntries(
      Object.entries(contactsWith(HOME)).map(([key, contacts]) => [
        key,
        contacts.map(({ mobile, ...contact }) => (contact.contactId === 'MUM' ? contact : { ...contact, mobile })),
      ]),
    )
    await school.stores.roll.stage(SCHOOL, 2, { file: 'contacts', byPupil: byPupil as ReturnType<typeof contactsWith> })
    await school.stores.roll.goLive(SCHOOL, 'contacts', 1, 2, undefined, act())
    const { P001 } = await school.stores.roll.pupils(SCHOOL, ['P001'])
    const name = P001?.contacts.find(({ contactId }) => contactId === 'MUM')?.name ?? ''
    await school.letter(CODE, addressMark({ name, ...HOME }))
  }
  beforeEach(landline)

  test('leads to its one address however it was typed, says nothing there before the press, and opens then', async () => {
    for (const typed of ['0123-4567-89ab-cdef', '0123456789abcdef', 'OI23-4567-89AB-CDEF']) {
      const { status, headers } = await school.open(typed)
      expect([status, headers.location]).toEqual([303, `/p/${CODE}`])
    }
    saysNothing((await school.open(CODE)).body)
    const cookie = await school.press(CODE)
    expect((await school.open(CODE, cookie)).body).toContain('Amelia')
    expect((await school.open(CODE)).status).toBe(403)
  })

  test('takes an answer from a parent of whom we have no mobile, for a person to confirm; STOP there stops no phone', async () => {
    const cookie = await school.press(CODE)
    await school.send({ do: 'why', child: '0', words: 'She is ill today, a bad cold' }, cookie, CODE)
    await school.send({ do: 'wrong', child: '0', words: 'STOP' }, cookie, CODE)
    await school.hear()
    const { replies, tasks } = await school.found()
    expect(replies).toContainEqual(expect.objectContaining({ via: 'page', contactId: 'MUM', state: 'proposed' }))
    expect(tasks.map(({ kind }) => kind).toSorted()).toEqual(['confirm-reply', 'unread'])
    expect((await school.stores.open(SCHOOL)).stopped).toEqual([])
  })

  test('opens nothing once the parent has another address', async () => {
    const cookie = await school.press(CODE)
    await school.stores.roll.stage(SCHOOL, 3, {
      file: 'contacts',
      byPupil: contactsWith({ ...HOME, address: ['2 Mill Street', 'Eastmoor'] }),
    })
    await school.stores.roll.goLive(SCHOOL, 'contacts', 2, 3, undefined, act())
    expect((await school.open(CODE, cookie)).status).toBe(410)
  })
})

test('a name with markup in it is a name', async () => {
  school = await familySchool('<script>alert(1)</script>')
  await school.link(TOKEN)
  const { body } = await school.open(TOKEN, await school.press())
  expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(body).not.toContain('<script>')
})

describe('what a parent writes on the page', () => {
  test('why the child is away is a proposed reason and pauses calls, as a text would; sent or heard twice it is one', async () => {
    const cookie = await school.press()
    const form = { do: 'why', child: '0', words: 'She is ill today, a bad cold' }
    for (const _ of [1, 2]) {
      const { status, headers } = await school.send(form, cookie)
      expect([status, headers.location]).toEqual([303, `/p/${TOKEN}?came=thanks`])
    }
    await school.hear(2)
    const { replies, tasks, words } = await school.found()
    expect(replies).toMatchObject([{ via: 'page', contactId: 'MUM', pupils: ['P001'], state: 'proposed' }])
    expect(tasks).toMatchObject([{ kind: 'confirm-reply', pupils: ['P001'] }])
    expect(words).toEqual([form.words])
    const card = await school.stores.card(SCHOOL, DATE, 'P001')
    expect([card?.sessions.AM?.standing, card?.reason?.via]).toEqual(['answered', 'page'])
    expect((await school.open(TOKEN, cookie, 'thanks')).body).toContain('The school office will read')
  })

  test('“this is wrong” is read by a person, names its day, and changes nothing by itself', async () => {
    const cookie = await school.press()
    await school.send({ do: 'wrong', child: '0', day: '2026-01-08', words: 'She was ill in the morning only' }, cookie)
    await school.hear()
    const { replies, tasks, words } = await school.found()
    expect(replies).toMatchObject([{ via: 'page', state: 'unread', reading: { kind: 'unclear' } }])
    expect(tasks).toMatchObject([{ kind: 'unread', pupils: ['P001'], why: expect.stringContaining('record is wrong') }])
    expect(words).toEqual(['About Thursday 8 January 2026: She was ill in the morning only'])
    expect((await school.stores.card(SCHOOL, DATE, 'P001'))?.sessions.AM?.standing).toBe('unexplained')
  })

  test('words of danger page the safeguarding lead, wherever they are written', async () => {
    const cookie = await school.press()
    await school.send({ do: 'wrong', child: '0', words: 'please help he has a knife' }, cookie)
    await school.hear()
    expect((await school.found()).tasks).toMatchObject([{ kind: 'safeguarding', urgent: true }])
  })

  test('about a child that is not on the page, or without words, reaches nobody', async () => {
    const cookie = await school.press()
    const refused = [
      { do: 'why', child: '1', words: 'He is ill' },
      { do: 'why', child: '0', words: '   ' },
      { do: 'why', child: '0', words: 'x'.repeat(1001) },
      { do: 'wrong', child: '0', words: 'Wrong', day: 'yesterday' },
      { do: 'delete' },
    ]
    for (const form of refused)
      expect((await school.send(form, cookie)).headers.location).toBe(`/p/${TOKEN}?came=empty`)
    expect(school.world.sent).toEqual([])
  })

  test('after twenty answers the parent is asked to ring', async () => {
    const cookie = await school.press()
    const answers = []
    for (let n = 0; n < 21; n++)
      answers.push((await school.send({ do: 'wrong', child: '0', words: `Wrong ${n}` }, cookie)).headers.location)
    expect(answers.filter((location) => String(location).endsWith('thanks'))).toHaveLength(20)
    expect(answers.at(-1)).toBe(`/p/${TOKEN}?came=too-many`)
    expect(school.world.sent).toHaveLength(20)
  })
})
