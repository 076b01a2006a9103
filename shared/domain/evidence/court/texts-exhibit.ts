/** Every text about the pupil: its words as they were sent, to whom, when, and what became of it. */
import type { Block } from '../../letters/model.ts'
import type { Instant } from '../../time.ts'
import { type Material, type Told, when, who } from './material.ts'
import { detailInWords, kindInWords } from './words.ts'

const fact = ({ entry }: Told, name: string): string => {
  const value = entry.detail?.[name]
  return typeof value === 'string' ? value : ''
}

/** Names one text: what its receipts call their slot. */
const slotOf = (told: Told): string =>
  fact(told, 'slot') || ['kind', 'step', 'session', 'contact'].map((name) => fact(told, name)).join('|')

const OUTCOMES = ['text-accepted', 'text-delivered', 'text-failed', 'text-refused', 'text-uncertain']

/** What is told of the text of a claim: from it on, and before the next text of the same slot. */
const isTextAfter = (claim: Told, next: Instant | undefined, told: Told): boolean =>
  OUTCOMES.includes(told.entry.kind) &&
  told.entry.at >= claim.entry.at &&
  (next === undefined || told.entry.at < next) &&
  (slotOf(told) === slotOf(claim) || (fact(told, 'slot') === '' && sameText(claim, told)))

const sameText = (claim: Told, told: Told): boolean =>
  ['kind', 'session', 'contact'].every((name) => fact(told, name) === fact(claim, name))

const becameOf = (claim: Told, material: Material): readonly string[] => {
  const next = material.told.find(
    ({ entry, ...rest }) =>
      entry.kind === 'text-claimed' && entry.at > claim.entry.at && slotOf({ entry, ...rest }) === slotOf(claim),
  )
  return material.told
    .filter((told) => isTextAfter(claim, next?.entry.at, told))
    .map((told) => {
      const provider = fact(told, 'providerId')
      const id = provider === '' ? '' : ` (its number there: ${provider})`
      return `${kindInWords(told.entry.kind)}${id}: ${when(told.entry.at, material.zone)}`
    })
}

const replies = (material: Material): readonly Block[] => {
  const rows = material.told
    .filter(({ entry }) => entry.kind.startsWith('reply-'))
    .map((told) => [
      when(told.entry.at, material.zone),
      `${kindInWords(told.entry.kind)}. ${detailInWords(told.entry, material)}`,
      who(told.entry.by, material),
    ])
  if (rows.length === 0) return []
  return [
    { is: 'heading', text: 'Replies' },
    { is: 'table', summary: 'Replies', columns: ['When', 'What', 'Who'], rows, shares: [0.19, 0.6, 0.21], small: true },
  ]
}

export const textsExhibit = (material: Material): readonly Block[] => {
  const claims = material.told.filter(({ entry }) => entry.kind === 'text-claimed')
  if (claims.length === 0) return [{ is: 'paragraph', text: 'No text about this pupil was sent in the period.' }]
  return [
    {
      is: 'paragraph',
      text: 'The words are those that were sent, kept in the moment of sending. That a text reached a phone does not say that it was read.',
    },
    {
      is: 'table',
      summary: 'Texts, their words, and what became of them',
      columns: ['No.', 'Sent', 'To', 'Words', 'What became of it'],
      rows: claims.map((claim, index) => [
        `3.${index + 1}`,
        when(claim.entry.at, material.zone),
        [who(fact(claim, 'contact'), material), fact(claim, 'to')].filter((each) => each !== '').join(', '),
        fact(claim, 'body'),
        becameOf(claim, material).join('. ') || 'Nothing was heard of it in the period',
      ]),
      shares: [0.07, 0.15, 0.17, 0.36, 0.25],
      small: true,
    },
    ...replies(material),
  ]
}
