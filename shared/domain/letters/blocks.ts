/** The parts of a letter that are drawn and not written: a wording names them in curly brackets, alone in a paragraph. */
import type { Policy } from '../../../academies/policy.ts'
import { firstName } from '../people.ts'
import { spokenTime } from '../time.ts'
import { fullName } from './fields.ts'
import { missedOf, spokenDays, spokenPercent, spokenSessions } from './figures.ts'
import type { LetterMatter } from './letter.ts'
import type { Block, Colour, Labelled } from './model.ts'
import { sessionsMissed } from './sessions-missed.ts'
import { colourOf } from './which-wording.ts'
import { shortDate, writtenDate } from './written-date.ts'

type Draw = (policy: Policy, matter: LetterMatter) => readonly Block[]

const COLOUR_NAMES: Readonly<Record<Colour, string>> = { green: 'Green', amber: 'Amber', red: 'Red' }

const figures: Draw = (policy, { order }) => {
  const missed = missedOf(order.figures)
  const colour = order.kind === 'traffic-light' ? colourOf(order.figures, policy.letters.trafficLight) : undefined
  const items: readonly Labelled[] = [
    { label: 'Attendance', value: spokenPercent(order.figures) },
    ...(colour === undefined ? [] : [{ label: 'Group', value: COLOUR_NAMES[colour] }]),
    { label: 'School missed', value: spokenDays(missed) },
    ...(colour === undefined ? [{ label: 'Not authorised', value: spokenSessions(order.figures.unauthorised) }] : []),
  ]
  return [{ is: 'figures', items, ...(colour === undefined ? {} : { colour }) }]
}

const sessions: Draw = (_policy, { order }) =>
  order.missed.length === 0 ? [{ is: 'paragraph', text: 'None.' }] : [sessionsMissed(order.missed)]

const meetingLines = ({ order: { meeting } }: LetterMatter): readonly Labelled[] =>
  meeting === undefined
    ? []
    : [
        { label: 'Day', value: writtenDate(meeting.date) },
        { label: 'Time', value: spokenTime(meeting.time) },
        { label: 'Place', value: meeting.place },
      ]

const meeting: Draw = (_policy, matter) => [{ is: 'meeting', items: meetingLines(matter) }]

const support: Draw = (_policy, { order: { improve } }) => {
  const items = improve?.support ?? []
  return items.length === 0
    ? [{ is: 'paragraph', text: 'No help has been taken up so far. Please tell us what would help.' }]
    : [{ is: 'list', items }]
}

const replySlip: Draw = (policy, matter) => [
  {
    is: 'reply-slip',
    title: `Reply slip: please return to ${policy.name}`,
    about: [
      { label: 'Pupil', value: fullName(matter.pupil) },
      { label: 'Reference', value: matter.reference },
      ...(matter.order.meeting === undefined
        ? []
        : [
            {
              label: 'Meeting',
              value: `${writtenDate(matter.order.meeting.date)}, ${spokenTime(matter.order.meeting.time)}`,
            },
          ]),
    ],
    choices: ['I will come to the meeting.', 'I cannot come then. A better day and time for me is:'],
    blanks: ['Your name', 'Telephone', 'Signed', 'Date'],
  },
]

const certificate: Draw = (policy, { order, pupil }) => [
  {
    is: 'certificate',
    name: fullName(pupil),
    lines: [
      '100% attendance',
      ...(order.term === undefined ? [] : [order.term]),
      `${shortDate(order.figures.from)} to ${shortDate(order.figures.until)}`,
      policy.name,
    ],
  },
]

const page: Draw = (_policy, { page: there, pupil }) =>
  there === undefined
    ? []
    : [
        { is: 'heading', text: 'See the record yourself' },
        {
          is: 'paragraph',
          text: `You can read ${firstName(pupil)}’s attendance record at ${there.address}, and tell us there if something in it is wrong. The address opens on one phone or computer only: the one on which you first press the button. You can use it until ${writtenDate(there.until)}.`,
        },
      ]

export const DRAWN: Readonly<Record<string, Draw>> = {
  figures,
  sessions,
  meeting,
  support,
  page,
  'reply-slip': replySlip,
  certificate,
}
