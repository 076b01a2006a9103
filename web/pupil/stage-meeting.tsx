import { useAct } from '../client/act.ts'
import { AskForm, Folded } from '../forms/ask-form.tsx'
import { Field } from '../forms/fields.tsx'
import { FailureNotice } from '../parts/notice.tsx'

interface StageMeetingProps {
  readonly id: string
  /** The meeting that is set already, which is moved then. */
  readonly set: boolean
  readonly refresh: () => Promise<void>
}

/** The ATTEND meeting that the stage 2 letter asks the parents to. The letter waits for it, and is the invitation. */
export const StageMeeting = ({ id, set, refresh }: StageMeetingProps) => {
  const { isBusy, failure, act } = useAct(refresh)
  return (
    <Folded title={set ? 'Move the meeting of stage 2' : 'Set the meeting of stage 2'}>
      {failure ? <FailureNotice failure={failure} /> : null}
      <AskForm
        press={set ? 'Move the meeting' : 'Set the meeting'}
        isBusy={isBusy}
        submit={({ text }) =>
          act('POST', `pupils/${id}/stage`, {
            ...{ do: 'meet', date: text('date'), time: text('time'), because: text('because') },
            ...(text('place') === '' ? {} : { place: text('place') }),
          })
        }
      >
        <Field label="Day" name="date" type="date" required />
        <Field label="Time" name="time" type="time" required defaultValue="09:00" />
        <Field label="Where" name="place" hint="As the policy says when left empty." maxLength={60} />
        <Field label="Why then" name="because" required minLength={3} maxLength={300} />
      </AskForm>
    </Folded>
  )
}
