import { useState } from 'react'
import { ClassAnswer } from '../../events/api/people.ts'
import { WordingPreviewAnswer } from '../../events/api/policy.ts'
import { fetchOnce, send } from '../client/client.ts'
import type { Failure } from '../client/failure.ts'
import { Button } from '../parts/button.tsx'
import { FailureNotice } from '../parts/notice.tsx'
import type { Today } from '../teacher/my-classes.tsx'
import type { Editing } from './use-policy.ts'
import { valueAt } from './values.ts'

/** Those whose preview names children; a text that only asks to ring has none. */
const NAMES_CHILDREN = /^wordings\.(?!page-|.*-ring-only$)/
const CHILDREN = 3

type Shown = readonly { readonly contactId: string; readonly body: string; readonly parts: number }[]

interface WordingPreviewProps {
  readonly path: string
  readonly editing: Editing
  readonly today: Today
}

/** What some real families would read today in these words. Nothing is sent. */
export const WordingPreview = ({ path, editing, today }: WordingPreviewProps) => {
  const [shown, setShown] = useState<Shown>()
  const [failure, setFailure] = useState<Failure>()
  const [isBusy, setBusy] = useState(false)
  const [aClass] = today.classes
  if (!NAMES_CHILDREN.test(path) || !aClass) return null
  const preview = async (): Promise<Shown | Failure> => {
    const roll = await fetchOnce(ClassAnswer, `classes/${aClass.id}`)
    if (!roll.ok) return roll.failure
    const pupils = roll.value.pupils.slice(0, CHILDREN).map(({ id }) => id)
    const says = valueAt(editing.values, path.split('.'))
    const wording = path.replace('wordings.', '')
    const done = await send('POST', `wordings/${wording}/preview`, { pupils, says }, WordingPreviewAnswer)
    if (!done.ok) return done.failure
    return done.value.texts.map(({ contactId, body, costs }) => ({ contactId, body, parts: costs[0]?.parts ?? 0 }))
  }
  const look = async (): Promise<void> => {
    setBusy(true)
    const got = await preview()
    setBusy(false)
    const isFailure = 'kind' in got
    setFailure(isFailure ? got : undefined)
    setShown(isFailure ? undefined : got)
  }
  return (
    <div className="fb-preview">
      <Button look="secondary" disabled={isBusy} onClick={() => void look()}>
        What families of {aClass.name} would read<span className="govuk-visually-hidden">: {path}</span>
      </Button>
      {failure ? <FailureNotice failure={failure} /> : null}
      {shown?.map(({ contactId, body, parts }) => (
        <blockquote className="fb-reply__words" key={`${contactId} ${body}`}>
          {body}
          <p className="govuk-body-s fb-about">{parts === 1 ? '1 part' : `${parts} parts`}</p>
        </blockquote>
      ))}
    </div>
  )
}
