import type { Json } from '../../events/api/policy.ts'
import { Button } from '../parts/button.tsx'
import { Tag } from '../parts/tag.tsx'
import type { FieldNote } from './use-policy.ts'
import { sayValue } from './values.ts'

interface FieldNotesProps {
  readonly note: FieldNote | undefined
  readonly name: string
  /** What it was, where it was changed here. */
  readonly was: { readonly value: Json | undefined } | undefined
  readonly take: (value: Json) => void
  readonly undo: () => void
}

/** Below a value: who may change it, what the trust says, where it comes from, and the way back from a change. */
export const FieldNotes = ({ note, name, was, take, undo }: FieldNotesProps) => {
  const isFixed = note?.locked === true || note?.deploy === true
  return (
    <p className="govuk-body-s fb-about fb-note">
      {note?.locked ? (
        <>
          <Tag>Locked</Tag> Every academy has the Trust’s value.{' '}
        </>
      ) : note?.deploy ? (
        <>
          <Tag>At deployment</Tag> Changes only when Firstbell is deployed.{' '}
        </>
      ) : null}
      {was ? (
        <>
          <Tag tone="waiting">Changed</Tag> It was {sayValue(was.value)}.{' '}
          <Button look="link" onClick={undo}>
            Put back<span className="govuk-visually-hidden">: {name}</span>
          </Button>{' '}
        </>
      ) : null}
      {note?.trust === undefined ? null : (
        <>
          The Trust: {sayValue(note.trust)}.{' '}
          {isFixed ? null : (
            <Button look="link" onClick={() => take(note.trust ?? null)}>
              Take the Trust’s<span className="govuk-visually-hidden">: {name}</span>
            </Button>
          )}{' '}
        </>
      )}
      {note?.source === undefined ? null : <span>From: {note.source}</span>}
    </p>
  )
}
