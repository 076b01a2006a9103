/** Who gets letters, who lets them go, how they are posted, and what each says with made-up names: in sentences. */
import { fillWording } from '../../shared/domain/wording.ts'
import { LETTER_FIELDS, type LetterWordingName } from '../letter-wordings.ts'
import type { Policy } from '../policy.ts'
import { listed, roleName, sentence } from './words.ts'

const NAMES: Readonly<Record<keyof Policy['letters']['release'], string>> = {
  'stage-1': 'the stage 1 letter',
  'stage-2': 'the stage 2 letter',
  'leave-granted': 'the letter that grants leave',
  'leave-refused': 'the letter that refuses leave',
  'attend-meeting': 'the invitation to an ATTEND meeting',
  'notice-to-improve': 'the notice to improve',
  'traffic-light': 'the termly traffic-light letter',
  'full-attendance': 'the certificate of 100% attendance',
}

const posted = ({ post, postage }: Policy['letters']): string =>
  post === 'notify'
    ? `GOV.UK Notify prints and posts them, ${postage} class.`
    : 'The office prints and posts them, as one batch with a list.'

export const letterRules = ({ letters }: Policy): readonly string[] => {
  const { letterhead, signatory, trafficLight, pencePerLetter } = letters
  const kinds = Object.keys(NAMES) as (keyof typeof NAMES)[] // the keys of a record are its names
  const released = (how: 'automatic' | 'person', one: string, several: string): readonly string[] => {
    const these = kinds.filter((kind) => letters.release[kind] === how).map((kind) => NAMES[kind])
    return these.length === 0 ? [] : [sentence(`${listed(these)} ${these.length === 1 ? one : several}.`)]
  }
  return [
    'Each parent entitled to a letter gets their own, to their own address. A confidential or barred address is never printed.',
    ...released(
      'person',
      'waits until a person has read and released it',
      'wait until a person has read and released them',
    ),
    ...released('automatic', 'goes without being asked about', 'go without being asked about'),
    `A stage 2 letter is written when the Lead has set an ATTEND meeting, at least ${letters.meeting.noticeSchoolDays} school days ahead; in ${letters.meeting.place} unless the Lead says otherwise.`,
    posted(letters),
    `A letter is held to cost ${pencePerLetter.office}p by the office, and ${pencePerLetter.first}p first class, ${pencePerLetter.second}p second class or ${pencePerLetter.economy}p economy by GOV.UK Notify, without VAT.`,
    `At their head: ${[letterhead.strapline, ...letterhead.address, letterhead.phone, letterhead.website].filter((line) => line !== '').join(', ')}.`,
    `Under them: the name of ${roleName(signatory.role)}, “${signatory.title}”, telephone ${signatory.phone}.`,
    `Green is ${trafficLight.green}% and over, amber ${trafficLight.amber}% and over, red below.`,
    `When at least ${letters.illnessShare}% of what was missed is authorised illness, the letter offers help.`,
  ]
}

/** What stands for the parts that are drawn. */
const DRAWN: Readonly<Record<string, string>> = {
  '{figures}': '[attendance, days missed]',
  '{sessions}': '[table of the sessions missed]',
  '{meeting}': '[day, time and place]',
  '{support}': '[help given so far]',
  '{page}': '[where the record can be read, if letters say so]',
  '{reply-slip}': '[reply slip]',
  '{certificate}': '[certificate]',
}

const FIELDS: Readonly<Record<(typeof LETTER_FIELDS)[LetterWordingName][number], string>> = {
  school: '',
  pupil: 'Amelia Ashworth',
  child: 'Amelia',
  phone: '',
  from: '3 September 2025',
  until: '16 January 2026',
  percent: '88.8%',
  target: '',
  threshold: '',
  missed: '19 sessions',
  days: '9 and a half days',
  authorised: '8 sessions',
  unauthorised: '11 sessions',
  'meeting-day': 'Thursday 29 January 2026',
  'meeting-time': '2:00pm',
  'meeting-place': 'the school office',
  'leave-from': '2 March 2026',
  'leave-until': '4 March 2026',
  'improve-from': '26 January 2026',
  'improve-until': '6 March 2026',
  improvement: 'there must be no unauthorised absence.',
  term: 'the autumn term',
}

/** Each letter from its title to its last paragraph. */
export const sampleLetters = ({ letters, name, thresholds }: Policy): readonly string[] => {
  const fields = {
    ...FIELDS,
    school: name,
    phone: letters.signatory.phone,
    target: `${thresholds.target}%`,
    threshold: `${thresholds.stage1}%`,
  }
  const names = Object.keys(LETTER_FIELDS) as LetterWordingName[] // the keys of a const object are its names
  return names.map((each) => {
    const { title, paragraphs } = letters.wordings[each]
    const said = paragraphs.map((words) => DRAWN[words] ?? fillWording(words.replace(/^(# |- )/, ''), fields, 1))
    return `“${fillWording(title, fields, 1)}”: ${said.join(' / ')}`
  })
}
