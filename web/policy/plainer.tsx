import { Tag } from '../parts/tag.tsx'
import type { Editing } from './use-policy.ts'

/** Texts to families; a page to staff says no more than it must. */
const TO_FAMILIES = /^wordings\.(?!page-)/

interface PlainerProps {
  readonly path: string
  readonly editing: Editing
}

/** What a family would read more easily in this wording as it stands here: in force, or changed and not yet published. */
export const Plainer = ({ path, editing: { live, edits, checked } }: PlainerProps) => {
  const isChanged = Object.keys(edits).length > 0
  const advice = isChanged ? checked?.advice : live.value?.advice
  if (!TO_FAMILIES.test(path) || advice === undefined) return null
  const own = advice.filter(({ field }) => field === path)
  if (own.length === 0)
    return (
      <p className="govuk-body-s fb-about">
        <Tag tone="good">Plain</Tag> Short sentences, and no words that only a school uses.
      </p>
    )
  return own.map(({ what, remedy }) => (
    <p className="govuk-body-s fb-about" key={what}>
      <Tag tone="waiting">Plainer</Tag> This text {what} {remedy}
    </p>
  ))
}
