/** The referral as a letter to the authority: who, which sessions, what help was given, and the school's own declaration. */
import type { Block, LetterDocument } from '../letters/model.ts'
import { sessionsMissed } from '../letters/sessions-missed.ts'
import { shortDate } from '../letters/written-date.ts'
import { caseworkBlocks } from './casework-blocks.ts'
import type { FormSection } from './form.ts'
import type { Referral, ReferredParent } from './referral.ts'

const NOTICES: Readonly<Record<ReferredParent['notice'], string>> = {
  first: 'First',
  second: 'Second',
  escalate: 'Two already',
}

const heading = (text: string): Block => ({ is: 'heading', text })
const paragraph = (text: string): Block => ({ is: 'paragraph', text })
const yesNo = (is: boolean): string => (is ? 'Yes' : 'No')

const child = ({ pupil }: Referral): Block => ({
  is: 'table',
  summary: 'The child',
  columns: ['The child', ''],
  rows: [
    ['Name', pupil.name],
    ['Date of birth', shortDate(pupil.dateOfBirth)],
    ['UPN', pupil.upn ?? 'Not known'],
    ['Sex, ethnicity', [pupil.sex, pupil.ethnicity].map((each) => each ?? 'not known').join(', ')],
    ['Year group, on the roll since', `${pupil.yearGroup}, ${shortDate(pupil.admitted)}`],
    ['Looked after', yesNo(pupil.lookedAfter)],
    ['Social worker', yesNo(pupil.socialWorker)],
    ['Special educational needs', pupil.senStatus ?? 'None recorded'],
  ],
})

const addressOf = ({ address, addressWithheld }: ReferredParent): string => {
  if (addressWithheld) return 'Withheld: ask the school'
  return address === null ? 'Not known' : address.join(', ')
}

const parents = (referral: Referral): Block => ({
  is: 'table',
  summary: 'Every parent known to the school',
  columns: ['Parent', 'Notice asked', 'Address and telephone', 'Which'],
  shares: [0.31, 0.18, 0.35, 0.16],
  rows: referral.parents.map((parent) => [
    `${parent.name}, ${parent.relationship}${parent.livesWith ? ', lives with the child' : ''}${parent.courtOrder === null ? '' : ', court order'}`,
    yesNo(parent.asked),
    `${addressOf(parent)}${parent.phone === null ? '' : `, ${parent.phone}`}`,
    NOTICES[parent.notice],
  ]),
})

const help = ({ support, supportNotFitting, weighed, improvement }: Referral): readonly Block[] => [
  heading('Help given'),
  ...(support.length > 0 ? [{ is: 'list' as const, items: support }] : []),
  ...(supportNotFitting === null ? [] : [paragraph(`Help would not fit: ${supportNotFitting}`)]),
  ...(weighed === null ? [] : [paragraph(`What was weighed: ${weighed}`)]),
  ...(improvement === null
    ? []
    : [
        paragraph(
          `A notice to improve ran from ${shortDate(improvement.from)} to ${shortDate(improvement.until)}. It was ${improvement.state === 'improved' ? 'kept' : improvement.state}.`,
        ),
      ]),
]

const family = ({ siblings, agencies, letters }: Referral): readonly Block[] => [
  heading('Brothers and sisters, other agencies, letters'),
  {
    is: 'list',
    items: [
      siblings.length === 0
        ? 'No brother or sister is known at this school.'
        : `At this school: ${siblings.map(({ name, yearGroup, referred }) => `${name} (year ${yearGroup}${referred ? ', referred too' : ''})`).join('; ')}.`,
      agencies.length === 0
        ? 'No other agency is known.'
        : `Agencies: ${agencies.map(({ kind, name }) => `${kind.replaceAll('-', ' ')}, ${name}`).join('; ')}.`,
      letters.length === 0
        ? 'No letter about attendance went to the parents in the last year.'
        : `Letters: ${letters.map(({ kind, date, state, to, sent }) => `${kind.replaceAll('-', ' ')} of ${shortDate(date)}${to === undefined ? '' : ` to ${to}`} (${sent ? `sent ${shortDate(sent)}${state === 'returned' ? ', came back' : ''}` : state})`).join('; ')}.`,
    ],
  },
]

/** Sessions that another school of the trust recorded, before the child came. */
const recordedElsewhere = ({ sessions }: Referral): readonly Block[] =>
  [...Map.groupBy(sessions, ({ school }) => school)].flatMap(([school, theirs]) =>
    school === undefined
      ? []
      : [
          paragraph(
            `${theirs.length} of these sessions, from ${shortDate(theirs[0]?.date ?? '')} to ${shortDate(theirs.at(-1)?.date ?? '')}, were recorded by ${school}, a school of the same trust, where the child was before.`,
          ),
        ],
  )

const figuresOf = ({ figures, sessions }: Referral): Block => ({
  is: 'figures',
  items: [
    { label: 'Sessions that count', value: String(sessions.length) },
    { label: 'Attended', value: `${figures.attended} of ${figures.possible}` },
    { label: 'Not authorised', value: String(figures.unauthorised) },
  ],
})

const declaration = ({ school }: Referral): readonly Block[] => [
  heading('Declaration'),
  paragraph(
    'The sessions come from the attendance register of the school, which can be produced. None of them is without an established code. Each case is considered by itself: the reasons for the absence and the help that would fit were considered. The attendance policy of the school warns of penalty notices.',
  ),
  { is: 'signature', lines: ['Signed for the school', school.signedBy, school.name, `Telephone ${school.phone}`] },
]

const SECTIONS: Readonly<Record<FormSection, (referral: Referral) => readonly Block[]>> = {
  figures: (referral) => [figuresOf(referral)],
  child: (referral) => [child(referral)],
  parents: (referral) => [heading('Parents'), parents(referral)],
  reason: ({ because }) => [heading('Why'), paragraph(because)],
  help,
  casework: ({ casework }) => caseworkBlocks(casework),
  family,
  sessions: (referral) => [heading('The sessions'), sessionsMissed(referral.sessions), ...recordedElsewhere(referral)],
  declaration,
}

/** The first page carries the authority's address in the window, so that it can be posted as it is. */
export const referralDocument = (referral: Referral): LetterDocument => {
  const { school, window, sessions, form } = referral
  return {
    title: `Referral for a penalty notice: ${referral.pupil.name}`,
    language: 'en-GB',
    date: referral.date,
    reference: referral.reference,
    school: {
      name: school.name,
      strapline: school.strapline,
      contact: [...school.contact, shortDate(referral.date)],
    },
    address: referral.authority.address,
    blocks: [
      paragraph(`For ${referral.authority.name}, authority ${referral.authority.code}: ${form.name}`),
      paragraph(
        `${school.name} asks the authority to consider a penalty notice under section 444A of the Education Act 1996 for each parent marked below, for ${sessions.length} sessions of unauthorised absence within ${window.schoolWeeks} school weeks, the first on ${shortDate(window.from)} and the last on ${shortDate(window.until)}.`,
      ),
      ...form.sections.flatMap((section) => SECTIONS[section](referral)),
    ],
  }
}
