import { Notice } from '../parts/notice.tsx'
import { wordFor } from './marks.ts'
import type { Taking } from './taking.ts'

interface DisputedProps {
  readonly taking: Taking
  readonly mark: (id: string, code: string) => void
}

/** Children whom two people marked differently: the person at this page decides. */
export const Disputed = ({ taking, mark }: DisputedProps) => (
  <Notice tone="urgent" title="Somebody else has saved this register meanwhile.">
    <p className="govuk-body">
      Their other marks are in the list below. You differ about these children: choose what is right, then submit.
    </p>
    {taking.disputed.map(({ id, mine, theirs }) => {
      const name = taking.rows.find((row) => row.id === id)?.name ?? id
      return (
        <fieldset className="govuk-fieldset fb-dispute" key={id}>
          <legend className="govuk-fieldset__legend">{name}</legend>
          {[
            { code: mine, whose: 'You' },
            { code: theirs, whose: 'They' },
          ].map(({ code, whose }) => (
            <button
              key={whose}
              type="button"
              className="govuk-button govuk-button--secondary"
              onClick={() => mark(id, code)}
            >
              {whose} said: {wordFor(code)}
            </button>
          ))}
        </fieldset>
      )
    })}
  </Notice>
)
