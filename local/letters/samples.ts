/** Made-up letters of every kind, and of every case that has ever spoilt a letter: for a school to read before the first real one. */
import type { Policy } from '../../academies/policy.ts'
import type { Code } from '../../shared/domain/codes.ts'
import { EXAMPLE_CODE, printedAddress } from '../../shared/domain/family-page/address.ts'
import type { AttendanceFigures, LetterMatter, LetterOrder, MissedSession } from '../../shared/domain/letters/letter.ts'
import { addDays, weekday } from '../../shared/domain/time.ts'

type Pupil = LetterMatter['pupil']

const FIRST_DAY = '2025-09-03'
const LAST_DAY = '2026-01-16'

/** Sessions missed on as many school days from September on, whole days and half days in turn. */
const missedDays = (days: number, codes: readonly Code[]): readonly MissedSession[] => {
  const missed: MissedSession[] = []
  let date = FIRST_DAY
  for (let day = 0; day < days; day++) {
    while (weekday(date) > 5) date = addDays(date, 1)
    const code = codes[day % codes.length] ?? 'I'
    missed.push({ date, session: 'AM', code })
    if (day % 3 !== 2) missed.push({ date, session: 'PM', code })
    date = addDays(date, 2)
  }
  return missed
}

const UNAUTHORISED: readonly Code[] = ['G', 'N', 'O', 'U']

const figuresOf = (missed: readonly MissedSession[], possible: number): AttendanceFigures => {
  const unauthorised = missed.filter(({ code }) => UNAUTHORISED.includes(code)).length
  return {
    from: FIRST_DAY,
    until: LAST_DAY,
    possible,
    attended: possible - missed.length,
    authorised: missed.length - unauthorised,
    unauthorised,
  }
}

const order = (
  kind: LetterOrder['kind'],
  missed: readonly MissedSession[],
  rest: Partial<LetterOrder> = {},
  possible = 170,
): LetterOrder => ({ kind, pupil: 'P001', cycle: '2025-26', figures: figuresOf(missed, possible), missed, ...rest })

const STAGE_2: Partial<LetterOrder> = {
  meeting: { date: '2026-01-29', time: '14:00', place: 'the meeting room beside the school office' },
}
const NOTICE: Partial<LetterOrder> = {
  improve: {
    from: '2026-01-26',
    until: '2026-03-06',
    mostUnauthorised: 2,
    support: [
      'On 10 November we met you at school and agreed that breakfast club would help.',
      'Since 17 November there has been a place at breakfast club.',
      'On 4 December we offered a referral to the family service.',
    ],
  },
}
const LEAVE: Partial<LetterOrder> = { leave: { from: '2026-03-02', until: '2026-03-04' } }
const TERM: Partial<LetterOrder> = { term: 'the autumn term' }

const MUM = {
  contactId: 'c1',
  name: 'Mrs Rosalind Ashworth',
  address: ['14 Meadow Lane', 'Eastmoor', 'Nottinghamshire'],
  postcode: 'NG99 1AB',
}
const AMELIA: Pupil = { forename: 'Amelia', surname: 'Ashworth' }

interface Sample {
  readonly name: string
  readonly order: LetterOrder
  readonly pupil?: Pupil
  readonly to?: LetterMatter['to']
}

const mixed: readonly Code[] = ['O', 'I', 'U', 'G', 'M']
const SIBLINGS = ['Noah', 'Olivia', 'Isla', 'Freya', 'Leo']

const SAMPLES: readonly Sample[] = [
  { name: 'stage-1', order: order('stage-1', missedDays(11, mixed)) },
  { name: 'stage-1-illness', order: order('stage-1', missedDays(11, ['I'])) },
  { name: 'stage-2', order: order('stage-2', missedDays(14, mixed), STAGE_2) },
  { name: 'stage-2-illness', order: order('stage-2', missedDays(14, ['I', 'I', 'M']), STAGE_2) },
  { name: 'attend-meeting', order: order('attend-meeting', missedDays(12, mixed), STAGE_2) },
  { name: 'leave-granted', order: order('leave-granted', missedDays(2, mixed), LEAVE) },
  { name: 'leave-refused', order: order('leave-refused', missedDays(2, mixed), LEAVE) },
  { name: 'notice-to-improve', order: order('notice-to-improve', missedDays(9, ['O', 'G', 'U']), NOTICE) },
  { name: 'traffic-light-green', order: order('traffic-light', missedDays(3, ['I']), TERM) },
  { name: 'traffic-light-amber', order: order('traffic-light', missedDays(7, mixed), TERM) },
  { name: 'traffic-light-red', order: order('traffic-light', missedDays(16, mixed), TERM) },
  { name: 'full-attendance', order: order('full-attendance', [], TERM) },
  { name: 'forty-absences', order: order('stage-1', missedDays(40, ['O', 'I', 'G', 'C2', 'E'])) },
  {
    name: 'long-names',
    order: order('stage-2', missedDays(12, mixed), STAGE_2),
    pupil: { forename: 'Bartholomew-Alexander', surname: 'Featherstonehaugh-Cholmondeley-Warrington' },
    to: {
      contactId: 'c2',
      name: 'Professor Wilhelmina Featherstonehaugh-Cholmondeley-Warrington',
      address: [
        'Flat 27, The Old Worsted Spinning Mill',
        'Upper Buckinghamshire Embankment East',
        'Llanfairpwllgwyngyll-by-Eastmoor',
        'Nottinghamshire',
      ],
      postcode: 'ng991ab',
    },
  },
  {
    name: 'welsh-name',
    order: order('stage-1', missedDays(11, mixed)),
    pupil: { forename: 'Siân', surname: 'Gŵyr-Llŷn' },
  },
  {
    name: 'polish-name',
    order: order('stage-1', missedDays(11, mixed)),
    pupil: { forename: 'Łukasz', surname: 'Żółkiewski' },
  },
  {
    name: 'arabic-name',
    order: order('full-attendance', [], TERM),
    pupil: { forename: 'محمد', surname: 'عبد الرحمن' },
    to: {
      contactId: 'c3',
      name: 'السيدة فاطمة عبد الرحمن',
      address: ['3 Ridge Road', 'Overdale'],
      postcode: 'NG99 2BB',
    },
  },
  {
    name: 'vietnamese-name',
    order: order('traffic-light', missedDays(2, ['I']), TERM),
    pupil: { forename: 'Nguyễn Thị', surname: 'Hồng' },
  },
  ...SIBLINGS.map((forename, index) => ({
    name: `five-children-${index + 1}`,
    order: order('stage-1', missedDays(11 + index, mixed)),
    pupil: { forename, surname: 'Ashworth' },
  })),
]

/** Names of the samples with what each is written from. */
export const sampleMatters = (policy: Policy): readonly (readonly [string, LetterMatter])[] =>
  SAMPLES.map(({ name, order: asked, pupil = AMELIA, to = MUM }, index) => [
    name,
    {
      order: asked,
      pupil,
      to,
      date: '2026-01-19',
      reference: `SAMPLE-${String(index + 1).padStart(3, '0')}`,
      signedBy: `A. Sample (${policy.academy})`,
      ...(policy.familyPage.inLetters
        ? {
            page: {
              address: printedAddress(policy, EXAMPLE_CODE),
              until: addDays('2026-01-19', policy.familyPage.letterDays),
            },
          }
        : {}),
    },
  ])
