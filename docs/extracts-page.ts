import { readFileSync } from 'node:fs'
import { COLUMNS, type Column, RECIPIENT_KINDS, type RecipientKind } from '../shared/domain/extracts/columns.ts'
import type { ExtractKind } from '../shared/domain/extracts/extract.ts'
import { EXTRACTS } from '../shared/domain/extracts/registry.ts'

const WHO: Readonly<Record<RecipientKind, string>> = {
  'local-authority': 'the local authority',
  'virtual-school': 'the Virtual School',
  trust: 'the Trust, under pseudonyms',
  'trust-named': 'the Trust’s attendance lead, with names',
  dfe: 'the Department for Education',
}

const TYPES: Readonly<Record<Column['type'], string>> = {
  text: 'text',
  date: 'date',
  whole: 'whole number',
  'yes-no': 'Y or N',
}

const section = ({ id, version, says, columns, key, recipient }: ExtractKind): readonly string[] => [
  `### ${id}, version ${version}`,
  '',
  `For ${WHO[recipient]}. ${says} A row is told from others by ${key.join(', ')}.`,
  '',
  '| column | type | means |',
  '|---|---|---|',
  ...columns.map((name) => `| \`${name}\` | ${TYPES[COLUMNS[name].type]} | ${COLUMNS[name].means} |`),
  '',
]

/** The page of extracts: what a person reads about them, then each with its columns, then who may have which. */
export const extractsPage = (): string =>
  [
    readFileSync(new URL('extracts-intro.md', import.meta.url), 'utf8').trimEnd(),
    '',
    '## The extracts',
    '',
    ...EXTRACTS.flatMap(section),
    '## Who may have which column',
    '',
    'An extract can hold no column that its recipient is not named for here; a test holds every extract to it.',
    '',
    `| column | ${RECIPIENT_KINDS.join(' | ')} |`,
    `|---|${RECIPIENT_KINDS.map(() => '---|').join('')}`,
    ...Object.entries(COLUMNS).map(([name, { mayHave }]: [string, Column]) => {
      const cells = RECIPIENT_KINDS.map((recipient) => (mayHave.includes(recipient) ? 'yes' : ''))
      return `| \`${name}\` | ${cells.join(' | ')} |`
    }),
    '',
  ].join('\n')
