import type { Block } from '../../letters/model.ts'
import { shortDate } from '../../letters/written-date.ts'
import { type Material, when } from './material.ts'

const trouble = ({ differing, destroyed, links }: Material): readonly string[] => [
  ...(differing.length > 0
    ? [
        `The record that the school works with has ${differing.length} of these entries otherwise than they were sealed. What is shown is what was sealed.`,
      ]
    : []),
  ...(destroyed > 0
    ? [
        `${destroyed} sealed entries can be read by nobody any more: their key was destroyed. Their hashes are in the data.`,
      ]
    : []),
  ...links.flatMap(({ date, without }) =>
    without
      ? [
          `The seal of ${shortDate(date)} was made although register versions were lost (${without.registers.join('; ')}): ${without.because}`,
        ]
      : [],
  ),
]

/** How all this is proven, for a reader who wants to check it without the school. */
export const sealsExhibit = (material: Material): readonly Block[] => {
  const { links, told, zone } = material
  const [first, last] = [links[0], links.at(-1)]
  const loose = told.filter(({ standing }) => standing === 'before-sealing' || standing === 'not-sealed-yet').length
  const bad = trouble(material)
  if (!first || !last)
    return [
      { is: 'paragraph', text: 'No day of the period is sealed yet, so nothing of this bundle is proven by a seal.' },
    ]
  return [
    {
      is: 'paragraph',
      text: 'Each entry was given a hash in the moment in which it was written. Every night the day’s hashes were put in order and sealed, each seal joined to the one of the day before, in a store in which nothing can be changed or deleted. If one letter of an entry were changed, one entry removed or two swapped, the hashes would not fit.',
    },
    {
      is: 'table',
      summary: 'The seals',
      columns: ['', ''],
      rows: [
        ['First seal', `${shortDate(first.date)}, number ${first.number}`],
        ['Hash of it', first.hash],
        ['Last seal', `${shortDate(last.date)}, number ${last.number}, made ${when(last.sealedAt, zone)}`],
        ['Hash of it', last.hash],
        ['Sealed days with an entry of this pupil', String(links.filter(({ mine }) => mine).length)],
        ['Entries in no seal', String(loose)],
      ],
      shares: [0.32, 0.68],
      small: true,
    },
    { is: 'heading', text: 'How to check it' },
    {
      is: 'list',
      items: [
        'Unpack the whole zip file into a folder. Nothing of Firstbell is needed, and no network.',
        'Install Node.js, a free program from nodejs.org, and type: node verify.mjs',
        'It says AS SEALED, or what is wrong and where. The rules it follows are at its head and in the project’s page on evidence: short enough to write another from.',
        'Ask the school to show the last seal in its locked store: it must have the hash above.',
      ],
    },
    ...(bad.length > 0
      ? [{ is: 'heading', text: 'What must be known' } as const, { is: 'list', items: bad } as const]
      : []),
  ]
}
