import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { springbankPolicy } from '../../../test/support/policies.ts'
import { readReply } from './read-reply.ts'

/** A Monday. */
const TODAY = '2026-01-12'
const context = {
  policy: springbankPolicy,
  today: TODAY,
  calendar: { listed: {}, terms: [] },
  names: ['Amelia', 'Siân'],
}
const read = (words: string) => readReply(words, context)
const saying = (replies: Partial<typeof springbankPolicy.replies>) => ({
  ...springbankPolicy,
  replies: { ...springbankPolicy.replies, ...replies },
})

describe('a reason', () => {
  test.each([
    ['Amelia has a temperature', 'I'],
    ['shes poorley sorry', 'I'],
    ['Bin sick all night', 'I'],
    ['been VOMMITING since 4am', 'I'],
    ['she is not well today', 'I'],
    ['got a tummy bug', 'I'],
    ['He’s ill', 'I'],
    ['dentist this morning back after lunch', 'M'],
    ['doctors appt at 10', 'M'],
    ['taken to hospital', 'M'],
    ['we are on holiday', 'G'],
    ['nans funeral today', 'C'],
    ['Eid mubarak, not in today', 'R'],
    ['shes got a tempreture of 39', 'I'],
    ['Amelia is poorley today x', 'I'],
    ['bin sick twice in the nite so keeping her off', 'I'],
    ['Morning, Amelia has a sickness bug', 'I'],
    ['hi shes really not well', 'I'],
    ['not feeling great, keeping her home', 'I'],
    ['D&V sorry', 'I'],
    ['Chicken pox!!', 'I'],
    ['Siân has conjunctivitis', 'I'],
    ['shes ill be in touch later', 'I'],
    ['she’s ill, I’ll ring you at lunch', 'I'],
    ['still poorly', 'I'],
    ['She has nits', 'I'],
    ['tonsilitis again, seeing how she goes', 'I'],
    ['broken arm from the weekend', 'I'],
    ['she’s had a panic attack about school', 'I'],
    ['Amelia has an orthodontist appt in Nottingham', 'M'],
    ['at the drs with her', 'M'],
    ['CAMHS at 11', 'M'],
    ['having a blood test', 'M'],
    ['our flight was delayed', 'G'],
    ['gone to Center Parcs for the week', 'G'],
    ['her grandad has died', 'C'],
    ['my dad passed away last night', 'C'],
    ['celebrating Diwali with family', 'R'],
  ])('%s is proposed as %s', (words, code) => {
    expect(read(words)).toMatchObject({ kind: 'reason', code, confidence: 'high' })
  })
  test('two reasons at once are left to a person', () => {
    expect(read('poorly and got a dentist appointment')).toMatchObject({ kind: 'reason', confidence: 'low' })
  })
  test.each([
    'poorly but we are on our way now',
    'she was sick yesterday',
    'been ill but feeling better',
    'dentist tomorrow',
    'poorly and Oliver has a cold',
    'Amelia is ill and so is Tom, Tom has a cough',
  ])('%s is a reason that nobody can be sure of', (words) => {
    expect(read(words)).not.toMatchObject({ kind: 'reason', confidence: 'high' })
  })
  test.each([
    'she is not ill',
    'hasn’t got a temperature',
    'is she sick?',
    'is Amelia poorly? I am at work',
    'I am sick of these texts',
    'my phone died, why are you ringing',
    'ill ring you in a bit',
    'Ok ill be in touch',
  ])('%s gives no reason', (words) => {
    expect(read(words).kind).not.toBe('reason')
  })
  test('a school’s own words come first', () => {
    const own = { ...context, policy: saying({ meanings: [{ code: 'B', words: ['forest school'] }] }) }
    expect(readReply('at forest school, poorly', own)).toMatchObject({ code: 'B', because: ['forest school'] })
  })
})

describe('dates', () => {
  test.each([
    ['ill til thursday', '2026-01-12', '2026-01-15'],
    ['sick, back on wednesday', '2026-01-12', '2026-01-13'],
    ['poorly, will be back monday', '2026-01-12', '2026-01-16'],
    ['ill until 14/1', '2026-01-12', '2026-01-14'],
    ['flu, off for 3 days', '2026-01-12', '2026-01-14'],
    ['chicken pox, off all week', '2026-01-12', '2026-01-16'],
    ['sick today and tomorrow', '2026-01-12', '2026-01-13'],
    ['ill, back in tomorrow', '2026-01-12', '2026-01-12'],
    ['ill til 20th january', '2026-01-12', '2026-01-20'],
    ['poorly til fri', '2026-01-12', '2026-01-16'],
    ['ill, not back until thursday', '2026-01-12', '2026-01-14'],
    ['sick, wont be in til wed', '2026-01-12', '2026-01-13'],
    ['sick so 48hrs off', '2026-01-12', '2026-01-13'],
    ['D&V, off for 48 hours', '2026-01-12', '2026-01-13'],
    ['covid, off for a week', '2026-01-12', '2026-01-18'],
    ['flu, couple of days', '2026-01-12', '2026-01-13'],
    ['ill, back next week', '2026-01-12', '2026-01-16'],
    ['ill, back next wednesday', '2026-01-12', '2026-01-20'],
    ['poorly, will be in tomorrow', '2026-01-12', '2026-01-12'],
    ['on holiday, back on 26/1', '2026-01-12', '2026-01-23'],
    ['rash, off rest of the week', '2026-01-12', '2026-01-16'],
    ['poorly til tomorrow', '2026-01-12', '2026-01-13'],
    ['dentist on thursday', '2026-01-15', '2026-01-15'],
    ['dentist tomorrow', '2026-01-13', '2026-01-13'],
  ])('%s', (words, from, until) => {
    expect(read(words)).toMatchObject({ kind: 'reason', from, until })
  })
  test.each(['been ill for 3 days', 'sick 2 days ago', 'ill until 31/2', 'ill til 10.12', 'poorly, will see tomorrow'])(
    '%s names no day to come that can be meant',
    (words) => {
      expect(read(words)).not.toHaveProperty('until')
    },
  )
  test('an INSET day or a holiday is no day to come back on', () => {
    const inset = { ...context, calendar: { listed: { '2026-01-16': { kind: 'inset' } as const }, terms: [] } }
    expect(readReply('ill, back monday', inset)).toMatchObject({ until: '2026-01-15' })
  })
  test('without dates there are none', () => {
    expect(read('poorly')).not.toHaveProperty('until')
  })
})

describe('what is no reason', () => {
  test.each([
    ["she is at her dad's", 'elsewhere'],
    ['i dropped him off at 8.45', 'elsewhere'],
    ['he left for school at 8', 'elsewhere'],
    ['she is with her nan', 'elsewhere'],
    ['hes staying at his friends', 'elsewhere'],
    ['round my sisters', 'elsewhere'],
    ['I dropped them off this morning', 'elsewhere'],
    ['he should be in school!!', 'elsewhere'],
    ['what do you mean? she got on the bus', 'elsewhere'],
    ['ill at her dads', 'elsewhere'],
    ['on the bus', 'coming'],
    ['On our way sorry', 'coming'],
    ['overslept, will be there by half ten', 'coming'],
    ['alarm didnt go off', 'coming'],
    ['ill be late', 'coming'],
    ['missed the bus', 'coming'],
    ['didn’t get on the bus', 'unclear'],
    ['he will be in tomorrow', 'unclear'],
    ['whos this', 'wrong-number'],
    ['I don’t have any kids', 'wrong-number'],
    ['Sorry, I can’t talk right now.', 'automatic'],
    ['Out of office until Monday', 'automatic'],
    ['in a meeting, Amelia is poorly', 'reason'],
    ['Unsubscribe', 'stop'],
    ['OPT OUT', 'stop'],
    ['end', 'stop'],
    ['🤒🤮', 'empty'],
    ['\u0007\u0000', 'empty'],
    ['5', 'unclear'],
    ['yes', 'unclear'],
    ['thank you', 'unclear'],
    ['not coming in today', 'unclear'],
    ['can you call me please', 'unclear'],
    ['ringing you now', 'unclear'],
    ['Oliver is ill', 'unclear'],
    ['jayden poorly today', 'unclear'],
    ['Ella esta enferma hoy', 'foreign'],
    ['Maria nu se simte bine azi', 'foreign'],
    ['ابنتي مريضة covid', 'foreign'],
    ['她今天生病了', 'foreign'],
    ['running late be there in 10', 'coming'],
    ['who is this?', 'wrong-number'],
    ['Wrong number mate', 'wrong-number'],
    ['STOP', 'stop'],
    ['stop.', 'stop'],
    ["I'm driving and will see your message later", 'automatic'],
    ['???', 'empty'],
    ['👍', 'empty'],
    ['', 'empty'],
    ['ok', 'unclear'],
    ['why are you texting me', 'unclear'],
    ['Stop texting me please', 'unclear'],
    ['ابنتي مريضة اليوم', 'foreign'],
    ['Córka ma gorączkę i zostanie w domu', 'foreign'],
    ['Fiica mea este bolnavă astăzi', 'foreign'],
  ])('%s is %s', (words, kind) => {
    expect(read(words).kind).toBe(kind)
  })
})

describe('danger', () => {
  test.each([
    'his dad said he will kill us',
    'I am scared of her dad',
    'She ran away last night',
    'she is MISSING',
    'he  hit\u200b me',
    'overdose',
    'h\u00adit\u200bme',
    'HIT…ME',
    '\u202ehit\u3000me\u202c',
    '𝐡𝐢𝐭 𝐦𝐞',
    `${'she is ill '.repeat(200)} he hit me`,
    'who is this? is she missing?',
    'stop hitting me',
  ])('%s goes before any reason', (words) => {
    expect(read(words).kind).toBe('danger')
  })
  test.each([
    ['with Cyrillic letters', 'he will кill us'],
    ['with Cyrillic letters alone, and capitals', 'НІТ МЕ'],
    ['with Greek letters', 'she has a knιfε'],
    ['with figures and signs', 'he h1t m3'],
    ['with a figure for two letters', 'k1ll and ki11'],
    ['with marks between its letters', 's.u.i.c.i.d.e'],
    ['with invisible characters and figures', 'k​1‍ll'],
    ['with dollars', 'abu$ed'],
  ])('is found in disguise: %s', (_how, words) => {
    expect(read(words).kind).toBe('danger')
  })
  test.each([
    'ill with a temp of 39.4, back 13/01',
    'dentist at 11.15, call 07700 900123',
    'poorly, 5 times sick since 4am!!',
    'сын не здоров, у него жар',
    'ο γιος μου είναι άρρωστος',
  ])('is not seen where there is none: %s', (words) => {
    expect(read(words).kind).not.toBe('danger')
  })
  test('a word inside another word is not that word', () => {
    expect(read('we have skilled help, she is ill').kind).toBe('reason')
  })
  test('of the school’s own list counts like one of the trust’s', () => {
    const text = 'ill, I think it is county-lines again'
    const own = { ...context, policy: saying({ ownDangerWords: ['county lines'] }) }
    expect(readReply(text, context).kind).toBe('reason')
    expect(readReply(text, own)).toMatchObject({ kind: 'danger', because: ['county lines'] })
  })
  test('a danger word wins over a reason', () => {
    expect(read('she is ill, he hit me').kind).toBe('danger')
  })
})

describe('names', () => {
  test('of brothers and sisters tell who is meant, accents or not', () => {
    expect(read('Sian is poorly').named).toEqual(['Siân'])
    expect(read('Amelia and Siân are ill').named).toEqual(['Amelia', 'Siân'])
    expect(read('they are ill').named).toEqual([])
  })
})

describe('a name', () => {
  const withNames = (names: readonly string[], words: string) => readReply(words, { ...context, names })
  test('that is shortened counts when it can be only one of the children', () => {
    expect(withNames(['Samuel', 'Zoë'], 'sam is ill').named).toEqual(['Samuel'])
    expect(withNames(['Samuel', 'Samira'], 'sam is ill').named).toEqual([])
  })
  describe('of one child who tells of another', () => {
    const ofTwo = (words: string) => {
      const { kind, named, confidence } = withNames(['Samuel', 'Samira'], words)
      return [kind, named, confidence]
    }
    test.each([
      'Samira says Samuel is ill',
      'Samira said samuel has a temperature',
      'samira has told me Samuel is poorly',
      'Samuel is ill, Samira says',
      'Samira says sam is ill, samuel has been sick since 4',
    ])('is that of who tells it, and never makes it sure: %s', (words) => {
      expect(ofTwo(words)).toEqual(['reason', ['Samuel'], 'low'])
    })
    test.each(['Samira says she is ill', 'Samira said she has a temperature'])(
      'alone is of the child itself: %s',
      (words) => {
        expect(ofTwo(words).slice(0, 2)).toEqual(['reason', ['Samira']])
      },
    )
    test.each([
      'Samira says Samuel is ill, and she is too',
      'Samira says Samuel is ill and both have nits',
      'Samira says Samuel is ill. Samira has a cough',
      'Samuel is ill like Samira was',
      'Samuel caught the bug off Samira',
      'Samuel or Samira is ill',
    ])('may be of both, and is for a person to see: %s', (words) => {
      expect(ofTwo(words)).toEqual(['reason', ['Samuel', 'Samira'], 'low'])
    })
    test.each(['Samuel and Samira are ill', 'Samira, Samuel both ill', 'both Samuel & Samira have a tummy bug'])(
      'is that of one of two of whom the same is said: %s',
      (words) => {
        expect(ofTwo(words)).toEqual(['reason', ['Samuel', 'Samira'], 'high'])
      },
    )
    test('in words of danger stays: it is read of both', () => {
      expect(ofTwo('Samira says Samuel hit me').slice(0, 2)).toEqual(['danger', ['Samuel', 'Samira']])
    })
  })
  test('that is an everyday word counts only where something is said of the child', () => {
    expect(withNames(['Will', 'May'], 'she will be back on friday, ill, may be the flu').named).toEqual([])
    expect(withNames(['Will', 'May'], 'will is ill').named).toEqual(['Will'])
  })
  test('that belongs to none of the contact’s children is a matter for a person', () => {
    expect(read('Oliver has a temperature')).toMatchObject({ kind: 'unclear', confidence: 'low', because: ['oliver'] })
  })
  test('of two parts is one name', () => {
    expect(withNames(['Mary-Jane', 'Zoë'], 'mary jane is poorly').named).toEqual(['Mary-Jane'])
  })
  test('of another alphabet’s letters is found as an English keyboard writes it', () => {
    expect(withNames(['Łukasz', 'Søren'], 'lukasz is poorly').named).toEqual(['Łukasz'])
  })
  test('is not seen in what is said of a temperature, a bus or a throat', () => {
    for (const words of ['temperature is 39', 'throat is sore, she is poorly', 'bus is late'])
      expect(read(words).kind).not.toBe('unclear')
  })
})

describe('whatever is sent', () => {
  test('a reply never breaks the reader', () => {
    return fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 4000 }), (words) => {
        expect(read(words).because.length).toBeGreaterThanOrEqual(0)
      }),
    )
  })
  test('ten kilobytes of one letter, of right-to-left text and of control characters are read', () => {
    for (const words of [
      'a'.repeat(10_000),
      '\u202eמ'.repeat(5_000),
      '\u0000\u0007'.repeat(5_000),
      'til '.repeat(2_500),
      '🙂'.repeat(2_500),
      `${' '.repeat(9_000)}x`,
      'not be back in at to school coming '.repeat(250),
      'hit '.repeat(2_500),
      'ill '.repeat(2_500),
      '\ufdfa'.repeat(1_600),
    ]) {
      expect(read(words).kind).not.toBe('reason')
    }
  })
})

describe('what a hostile or a desperate text says', () => {
  test.each([
    'neither of them are ill',
    'none of us is ill',
    'nobody is poorly here',
    'I dont think she is ill',
    'not sure if Amelia is ill',
    'I doubt he is really sick',
  ])('“%s” is no report of illness', (words) => {
    expect(read(words).kind).toBe('unclear')
  })
  test.each(['Amelia ill?', 'ill?', 'dentist today???'])('“%s” asks, and is never sure', (words) => {
    expect(read(words).confidence).toBe('low')
  })
  test.each([
    'Amelia passed away',
    'Siân has sadly died',
    'she died last night',
    'my daughter is dead',
    'HELP',
    'help!',
  ])('“%s” goes to the safeguarding lead, and is no leave of absence', (words) => {
    expect(read(words).kind).toBe('danger')
  })
  test.each(['her nan passed away', 'my dad has died', 'our dog died', 'his grandad is dead'])(
    '“%s” is a death in the family, as before',
    (words) => {
      expect(read(words).kind).not.toBe('danger')
    },
  )
  test.each([
    'her dad keeps hitting us',
    'he beats me',
    'she has been hit by her uncle',
    'Tom was hit by his dad last night',
    'he got hurt by my brother, he is not in today',
    'someone touched her',
    'i am going to end my life',
    'she wants to die',
    'domestic violence last night',
    'he threatened us',
    'Amelia is scared',
  ])('“%s” pages the safeguarding lead', (words) => {
    expect(read(words).kind).toBe('danger')
  })
  test.each(['we moved to Spain', 'she is at a new school now', 'we are moving to Turkey'])(
    '“%s” is no holiday: somebody rings',
    (words) => {
      expect(read(words).kind).toBe('elsewhere')
    },
  )
  test('a reaction that quotes our own text says nothing of the child', () => {
    const ours =
      'Springbank Academy: Amelia is not in school this morning, Monday 12 January, and we do not know why. Please reply or ring 01632 960123 now so we know all is well.'
    for (const reaction of [`Liked “${ours}”`, `Emphasised “${ours}”`, `👍 to “${ours}”`])
      expect(read(reaction).kind).toBe('unclear')
  })
  test('whoever denies it in whatever words is never taken to report it with certainty', () => {
    return fc.assert(
      fc.property(
        fc.constantFrom('neither', 'none of them', 'nobody', 'no one', 'I dont think she', 'not sure she'),
        fc.constantFrom('is', 'was', 'are', 'has been'),
        fc.constantFrom('ill', 'sick', 'poorly', 'unwell'),
        fc.constantFrom('', ' today', ' at all', '!!', ' x'),
        (who, verb, how, end) => read(`${who} ${verb} ${how}${end}`).confidence === 'low',
      ),
    )
  })
})
