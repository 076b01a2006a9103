/** The words of the console, as a school would explain them to somebody new. */
export const WORDS: readonly { readonly word: string; readonly means: string }[] = [
  { word: 'Session', means: 'The morning or the afternoon of a school day. Each has a register.' },
  { word: 'Register', means: 'Who of one class was there in one session.' },
  {
    word: 'Missing register',
    means: 'A register that is not in when it should be. Nobody is texted about its class; somebody takes it.',
  },
  { word: 'Unexplained', means: 'A child who is not in, and nobody has said why.' },
  {
    word: 'Contact made',
    means:
      'A parent who may speak for the child has said where the child is, or staff have seen the child. A delivered text is not contact.',
  },
  {
    word: 'Case',
    means:
      'School days in a row on which nobody has been reached about a child. Each day asks for more: calls, a visit, a referral.',
  },
  {
    word: 'Held back',
    means:
      'So many texts at once that something may be wrong with the registers. Nothing goes until the lead or the Head has looked.',
  },
  { word: 'Hold', means: 'Nothing goes to this family by itself until a day on which somebody looks again.' },
  { word: 'Undelivered', means: 'A text that reached nobody. Somebody rings.' },
  { word: 'Correction', means: 'A text that says that a child about whom we wrote has been marked present.' },
  { word: 'Calling card', means: 'The numbered card that a visitor leaves where nobody is in.' },
  { word: 'Stage', means: 'Where a child stands against the thresholds of the school’s policy.' },
  { word: 'Persistent absence', means: 'A tenth or more of the possible sessions missed.' },
  { word: 'Severe absence', means: 'Half or more of the possible sessions missed.' },
  {
    word: 'ATTEND',
    means: 'A meeting of the family and the school about what keeps a child away, and what will help.',
  },
]
