/**
 * What a text to a family should not say, as data: a new word is a line. Source: GOV.UK content design, words to avoid and sentences of at
 * most 25 words; the school's own words for registers and codes, which mean nothing at a kitchen table.
 */

export interface Jargon {
  /** As it may stand in a wording, in small letters. A space stands for any gap; `*` at the end for any ending. */
  readonly words: readonly string[]
  readonly say: string
}

/** Longer than this, a sentence is read twice. */
export const MOST_WORDS = 25

export const JARGON: readonly Jargon[] = [
  { words: ['unauthorised absence*', 'unauthorised'], say: 'say that the school has not agreed to the days away' },
  { words: ['authorised absence*', 'authorised'], say: 'say that the school has agreed to the days away' },
  { words: ['absentee*', 'persistent absence', 'severe absence'], say: 'say how many days were missed' },
  { words: ['attendance rate', 'attendance figure*', 'attendance level*'], say: 'say how many days were missed' },
  { words: ['attendance code*', 'absence code*', 'register code*'], say: 'say what happened, in a sentence' },
  { words: ['non attendance', 'nonattendance', 'irregular attendance'], say: 'say which days were missed' },
  { words: ['am session', 'pm session', 'am registration', 'pm registration'], say: 'say morning or afternoon' },
  { words: ['session*'], say: 'say morning, afternoon or day' },
  { words: ['pupil*', 'your ward'], say: 'say the child’s name, with {names}' },
  { words: ['safeguarding', 'welfare check*'], say: 'say what you ask of the family' },
  {
    words: ['penalty notice*', 'prosecut*', 'legal action', 'statutory'],
    say: 'keep the law for a letter that explains it',
  },
  { words: ['contact the school', 'make contact', 'get in contact'], say: 'say ring or reply' },
  { words: ['regarding', 'in respect of', 'with reference to', 'in relation to'], say: 'say about' },
  { words: ['commence*', 'cease*'], say: 'say start or stop' },
  { words: ['prior to', 'subsequent to', 'in advance of'], say: 'say before or after' },
  { words: ['at your earliest convenience', 'without delay', 'forthwith'], say: 'say now, today or when you can' },
  { words: ['failure to', 'failed to', 'fail to'], say: 'say what to do instead' },
  { words: ['hereby', 'herewith', 'aforementioned', 'please be advised', 'kindly'], say: 'leave it out' },
  { words: ['utilise*', 'facilitat*', 'ensure'], say: 'say use, help or make sure' },
]

/** Words of capital letters that everybody reads; any other is spelt out. */
export const KNOWN_CAPITALS: readonly string[] = ['SMS', 'UK', 'NHS', 'GP', 'PE', 'OK']
