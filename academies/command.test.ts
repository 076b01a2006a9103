import { expect, test } from 'vitest'
import { policyCommand } from './command.ts'
import { folderWith, SHIPPED } from './test-support/folder.ts'

/** What is printed, in one line, so that a sentence is found wherever it was broken. */
const said = (words: readonly string[], folder = SHIPPED): string =>
  policyCommand(words, folder).lines.join(' ').replaceAll(/\s+/g, ' ')

test('the check of Springbank reads as its written policy does', () => {
  const page = said(['check', 'springbank'])
  for (const sentence of [
    '09:15 The morning register closes. A pupil who is not here, with no known reason, is marked N. From 09:16',
    '10:30 A morning register still not in: the Head counts heads',
    'Every pupil still unreported: one text to every contact with the lowest priority number',
    '12:30 Every pupil of whom nothing has been heard: the office rings, within an hour',
    'Day 3 At 12:30 the home visitor or the office visits the home and leaves a numbered calling card',
    'the Attendance Lead or the Trust refers the child to the Trust as missing',
    'Day 4 At 10:30 the safeguarding lead or the Attendance Lead begins the wider search',
    'at least 4 pupils and more than 25% of a class or 10% of the school',
    'Below 93%: a warning text at 16:00 on the next school day, once. Below 90%: then the stage 1 letter instead.',
    'Not in school (2 parts, 3 with Siân and Zoë): “Springbank Academy: Amelia and Noah are not in school this morning',
  ]) {
    expect(page).toContain(sentence)
  }
  expect(page).not.toContain('Hilltop')
})

test('the check lists what people keep, and every open question: the law’s, the school’s and the Trust’s', () => {
  const page = said(['check', 'springbank'])
  expect(page).toContain('KEPT BY PEOPLE')
  expect(page).toContain('a system of rewards for green attendance (95%) and 100% attendance. People give rewards')
  expect(page).toContain('sweeps.register-close = 09:15: The policy records a non-authorised mark at about 10:30.')
  expect(page).toContain('(Currently weekly)')
  expect(page).toContain('day.pmOpens = 13:00: the policy names no afternoon register')
  expect(page).toContain('Assumed by the Trust for all its schools: ? zone = Europe/London')
})

test('the check of Hilltop has its own times and ladder', () => {
  const page = said(['check', 'hilltop'])
  expect(page).toContain('A secondary school, Year 7 to Year 13')
  expect(page).toContain('10:00 Every pupil still unreported: one text to every contact who lives with the child')
  expect(page).toContain(
    'within 90 minutes, and the home visitor or the Attendance Lead visits the home, within 3 hours.',
  )
  expect(page).toContain('Day 5 At 13:10 the home visitor visits the home')
  expect(page).toContain('“study leave or revising at home” in a reply proposes the code S.')
})

test('the check without a name covers every academy, in lines that fit a page', () => {
  const { lines, code } = policyCommand(['check'], SHIPPED)
  expect(code).toBe(0)
  expect(lines.filter((line) => line.endsWith('as Firstbell carries it out'))).toHaveLength(2)
  for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(100)
})

test('the moments of the day are printed in order', () => {
  for (const academy of ['springbank', 'hilltop']) {
    const times = policyCommand(['check', academy], SHIPPED).lines.flatMap(
      (line) => /^ {2}(\d\d:\d\d) /.exec(line)?.[1] ?? [],
    )
    expect(times.length).toBeGreaterThan(10)
    expect(times).toEqual(times.toSorted())
  }
})

test('the differences say the trust’s value and the school’s own', () => {
  const page = said(['diff', 'hilltop'])
  expect(page).toContain('brake.classShare: Per cent of a class above which a batch is held. 25 -> 30')
  expect(page).toContain('texts.recipients: Who gets a first-day text. first -> all-resident')
  expect(page).toContain('SET HERE, WHERE THE TRUST SAYS NOTHING')
  expect(page).toContain('Day 2: At 13:10 the safeguarding lead or the Trust refers the child')
  const springbank = said(['diff', 'springbank'])
  expect(springbank).toContain('sweeps.unreported-absence')
  expect(springbank).toContain(
    'THE SAME AS THE TRUST (8) letters.trafficLight.green, letters.trafficLight.amber, thresholds.target',
  )
})

test('a refused policy is listed with file, field and remedy, and the command fails', () => {
  const folder = folderWith({
    'springbank.json': (file) => {
      file.policy.thresholds.warning = 101
    },
  })
  expect(policyCommand(['check'], folder).code).toBe(1)
  expect(said(['check'], folder)).toContain('Hilltop School: the attendance policy')
  expect(said(['check', 'springbank'], folder)).toBe(
    'REFUSED: ONE THING IS NOT IN ORDER ! springbank.json, thresholds.warning: is 101, more than 100. Give at most 100. Below this, a warning text.',
  )
  expect(policyCommand(['check', 'hilltop'], folder).code).toBe(0)
  expect(policyCommand(['diff', 'springbank'], folder).code).toBe(1)
})

test.each([
  [[]],
  [['chekc']],
  [['diff']],
  [['diff', 'springfield']],
  [['check', 'springfield']],
  [['check', 'a', 'b']],
])('what cannot be done says what can: %j', (words) => {
  const { lines, code } = policyCommand(words, SHIPPED)
  expect(code).toBe(1)
  expect(lines.join('\n')).toContain('npm run policy -- diff <academy>')
})

test('a speaker is shown each text beside its English, with the marks that an approval needs', () => {
  const page = said(['languages', 'springbank', 'pl'])
  expect(page).toContain('SPRINGBANK ACADEMY: TEXTS IN POLISH (POLSKI)')
  expect(page).toContain('unreported: nobody has approved it: English goes English {school}: {names} {is|are} not in')
  expect(page).toMatch(/"english": "[0-9a-z]{13}" "approvedText": "[0-9a-z]{13}"/)
  expect(said(['languages', 'springbank', 'xx'])).toContain('Say which language: ar, cy, pl, ro, ur.')
  expect(said(['languages', 'nowhere', 'pl'])).toContain('There is no academy called nowhere.')
})

test('a preview shows each text as a phone would, with its parts, its cost and why it is in English', () => {
  const page = said(['preview', 'springbank'])
  expect(page).toContain('UNREPORTED, BY END-USER-MESSAGING Amelia “Springbank Academy: Amelia is not in school')
  expect(page).toMatch(/Siân, Zoë “[^”]*Siân and Zoë are not in[^”]*” 3 parts of UCS-2, 10.5p\./)
  expect(page).toMatch(/Amelia, Polish “[^”]*is not in[^”]*” 2 parts of GSM-7, 7p. In English: not yet approved by a/)
  expect(said(['preview', 'nowhere'])).toContain('There is no academy called nowhere.')
})
