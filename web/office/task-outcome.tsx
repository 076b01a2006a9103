import { type FormEvent, useId, useState } from 'react'
import type { Acting } from '../client/act.ts'
import { Button } from '../parts/button.tsx'
import type { DayRow } from './rows.ts'

interface TaskOutcomeProps {
  readonly task: DayRow['tasks'][number]
  /** What was written, as far as the row shows it. */
  readonly read: readonly string[] | undefined
  readonly isBusy: boolean
  readonly act: Acting['act']
}

/** Ends a task with what came of it, in the doer's words. */
export const TaskOutcome = ({ task, read, isBusy, act }: TaskOutcomeProps) => {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const done = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const what = String(new FormData(event.currentTarget).get('what') ?? '')
    void act('POST', `tasks/${task.id}/outcome`, { what, ...(read === undefined ? {} : { read }) })
  }
  if (!isOpen)
    return (
      <Button look="secondary" onClick={() => setOpen(true)}>
        Done…
      </Button>
    )
  return (
    <form onSubmit={done} className="fb-inline-form">
      <label className="govuk-label" htmlFor={id}>
        What came of it
      </label>
      <input className="govuk-input" id={id} name="what" required minLength={2} maxLength={200} />
      <Button type="submit" disabled={isBusy}>
        Save
      </Button>
    </form>
  )
}
