/** What `npm run policy -- preview <academy>` prints: every text to families with made-up children, as each phone would show it and its cost. */
import { type Composed, compose } from '../shared/domain/texts/compose.ts'
import {
  costOf,
  EXAMPLE_MISSED,
  EXAMPLE_PLACE,
  FAMILY_WORDINGS,
  type FamilyWording,
} from '../shared/domain/texts/preview.ts'
import type { Policy } from './policy.ts'
import { labelled, titled } from './print.ts'
import { WHY_LANGUAGE } from './timetable/languages.ts'
import { counted } from './timetable/words.ts'

/** Names that are dear, made plain or lost, depending on the carrier. */
const CHILDREN: readonly (readonly string[])[] = [['Amelia'], ['Siân', 'Zoë'], ['Łukasz'], ['علي']]

const composed = (policy: Policy, wording: FamilyWording, names: readonly string[], language: string): Composed =>
  compose(policy, {
    wording,
    ringOnly: FAMILY_WORDINGS[wording],
    isRingOnly: false,
    names,
    language,
    date: '2026-01-12',
    session: 'AM',
    time: '09:40',
    leave: { from: '2026-03-02', until: '2026-03-04' },
    meeting: { date: '2026-01-20', time: '14:00', place: EXAMPLE_PLACE },
    missed: names.map(() => ({ sessions: EXAMPLE_MISSED, since: '2025-09-01' })),
  })

const MARGIN = 22

const line = (policy: Policy, label: string, { body, because }: Composed): readonly string[] => {
  const { parts, pence, alphabet } = costOf(policy, policy.texts.provider, body)
  const why = because === 'english' || because === 'approved' ? '' : ` In English: ${WHY_LANGUAGE[because]}.`
  const plain = body.replaceAll(/[\u2068\u2069\u200F]/g, '')
  return labelled(label, `“${plain}” ${counted(parts, 'part', 'parts')} of ${alphabet}, ${pence}p.${why}`, MARGIN)
}

/** The lines of the page. */
export const previewPage = (policy: Policy): readonly string[] =>
  // The keys of a const object are its names.
  (Object.keys(FAMILY_WORDINGS) as FamilyWording[]).flatMap((wording) => [
    ...titled(`${wording}, by ${policy.texts.provider}`),
    ...CHILDREN.flatMap((names) => line(policy, names.join(', '), composed(policy, wording, names, 'en'))),
    ...Object.entries(policy.translations).flatMap(([tag, { name }]) =>
      line(policy, `Amelia, ${name}`, composed(policy, wording, ['Amelia'], tag)),
    ),
  ])
