import { LETTER_BLOCKS } from '../letter-wordings.ts'
import { refused } from '../test-support/refused.ts'

refused(
  'a link in a wording while no text carries it',
  { 'wordings.late': (before: string) => `${before} {page}` },
  { field: 'wordings.late', what: /familyPage.inTexts is off/, remedy: /take \{page\} out/ },
)

refused(
  'a page that no text leads to',
  { 'familyPage.inTexts': true },
  { field: 'familyPage.inTexts', what: /no wording says \{page\}/, remedy: /Put \{page\}/ },
)

refused(
  'a link for a neighbour',
  { 'familyPage.inTexts': true, 'wordings.late-ring-only': '{school}: ring {phone}. {page}' },
  { field: 'wordings.late-ring-only', what: /may not be told about the child/, remedy: /Take it out/ },
)

const LETTERS = Object.entries(LETTER_BLOCKS).flatMap(([name, blocks]) =>
  blocks.some((block) => block === 'page') ? [name] : [],
)
refused(
  'a page that no letter leads to',
  {
    'familyPage.inLetters': true,
    ...Object.fromEntries(LETTERS.map((name) => [`letters.wordings.${name}.paragraphs`, ['{figures}']])),
  },
  { field: 'familyPage.inLetters', what: /no letter has \{page\}/, remedy: /stage-1/ },
)
