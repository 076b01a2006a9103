/** Words that lead to a code. Two codes at once are left to a person. Nothing here is learned or guessed; a school adds its own. */
import type { Code } from '../codes.ts'

const ILLNESS = [
  ...[
    'ill',
    'unwell',
    'sick',
    'sickness',
    'poorly',
    'poorley',
    'pooly',
    'porly',
    'poorely',
    'not well',
    'not very well',
  ],
  ...[
    'not feeling well',
    'not feeling very well',
    'not feeling great',
    'not feeling good',
    'not too good',
    'feeling rough',
  ],
  ...[
    'under the weather',
    'feels awful',
    'feeling awful',
    'been up all night',
    'temperature',
    'tempreture',
    'temprature',
  ],
  ...['tempeture', 'temp', 'fever', 'feverish', 'vomiting', 'vommiting', 'vomitting', 'vomited', 'vomit', 'threw up'],
  ...[
    'throwing up',
    'been sick',
    'bin sick',
    'puking',
    'tummy bug',
    'tummy ache',
    'tummy pain',
    'bad tummy',
    'bad belly',
  ],
  ...[
    'sore tummy',
    'stomach ache',
    'stomach bug',
    'stomach pains',
    'belly ache',
    'bellyache',
    'upset stomach',
    'diarrhoea',
  ],
  ...[
    'diarrhea',
    'diarrohea',
    'diorrhea',
    'the runs',
    'd&v',
    'norovirus',
    'headache',
    'head ache',
    'migraine',
    'cough',
  ],
  ...['coughing', 'cold', 'flu', 'virus', 'covid', 'chicken pox', 'chickenpox', 'chicken pocks', 'scarlet fever'],
  ...[
    'hand foot and mouth',
    'slapped cheek',
    'impetigo',
    'measles',
    'strep',
    'sore throat',
    'tonsillitis',
    'tonsilitis',
  ],
  ...[
    'croup',
    'chest infection',
    'ear infection',
    'earache',
    'ear ache',
    'infection',
    'conjunctivitis',
    'asthma',
    'rash',
  ],
  ...[
    'nits',
    'bug',
    'hayfever',
    'nosebleed',
    'broken arm',
    'broken leg',
    'broken wrist',
    'sprained ankle',
    'concussion',
  ],
  ...['period pains', 'anxious', 'anxiety', 'panic attack'],
]

const MEDICAL = [
  ...['dentist', 'dentists', 'dental', 'doctor', 'doctors', 'drs', 'gp', 'hospital', 'hosptial', 'appointment', 'appt'],
  ...[
    'apointment',
    'appointmnet',
    'orthodontist',
    'optician',
    'opticians',
    'clinic',
    'camhs',
    'physio',
    'speech therapy',
  ],
  ...['blood test', 'blood tests', 'x-ray', 'xray', 'a&e', 'operation', 'jab', 'jabs'],
]

const HOLIDAY = [
  ...[
    'holiday',
    'holidays',
    'hoilday',
    'vacation',
    'abroad',
    'flight',
    'flights',
    'flying home',
    'flying out',
    'airport',
  ],
  ...['spain', 'turkey', 'disney', 'disneyland', 'center parcs', 'centre parcs', 'butlins'],
]

const EXCEPTIONAL = [
  ...[
    'funeral',
    'funreal',
    'bereavement',
    'passed away',
    'has died',
    'just died',
    'died last',
    'died yesterday',
    'died on',
  ],
  ...['died this', 'died in the night', 'wedding'],
]

const RELIGIOUS = [
  ...[
    'eid',
    'diwali',
    'divali',
    'yom kippur',
    'rosh hashanah',
    'passover',
    'vaisakhi',
    'orthodox christmas',
    'religious',
  ],
  ...['religious festival'],
]

export const MEANINGS: readonly { readonly code: Code; readonly words: readonly string[] }[] = [
  { code: 'I', words: ILLNESS },
  { code: 'M', words: MEDICAL },
  { code: 'G', words: HOLIDAY },
  { code: 'C', words: EXCEPTIONAL },
  { code: 'R', words: RELIGIOUS },
]

/** Phrases that hold such a word and mean something else. */
export const NOT_MEANT = [
  ...[
    'sick of',
    'sick and tired',
    'phone died',
    'phone has died',
    'phone just died',
    'battery died',
    'battery has died',
  ],
  ...['battery just died', 'car died', 'car has died', 'out cold', 'too cold', 'so cold', 'its cold', "it's cold"],
  ...[
    'freezing cold',
    'cold outside',
    'after the holidays',
    'after the holiday',
    'half term holiday',
    'hope you are well',
  ],
]
