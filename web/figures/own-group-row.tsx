import type { Acting } from '../client/act.ts'
import { addressOf } from '../client/address.ts'
import { AskForm, Folded } from '../forms/ask-form.tsx'
import { Field } from '../forms/fields.tsx'
import { type Group, ruleInWords } from './group-rule.ts'
import type { By, Classes } from './group-table.ts'

interface OwnGroupRowProps extends Pick<Acting, 'act' | 'isBusy'> {
  readonly group: Group
  readonly classes: Classes
  readonly figures: By['groups'][number] | undefined
}

const figuresInWords = ({ pupils, attended, possible, rates }: By['groups'][number]): string =>
  `${pupils} ${pupils === 1 ? 'pupil' : 'pupils'}, ${rates.attendance === null ? 'no possible session yet' : `${rates.attendance}% (${attended} of ${possible} sessions)`}.`

/** A group of the school's own: what it comes to, who is in it, and the ways to change and end it. */
export const OwnGroupRow = ({ group, classes, figures, act, isBusy }: OwnGroupRowProps) => {
  const rule = ruleInWords(group.rule, classes)
  return (
    <li className="fb-row">
      <div className="fb-row__facts">
        <h3 className="fb-row__subject">
          <a className="govuk-link" href={addressOf('groups', 'own', group.id)}>
            {group.name}
          </a>
        </h3>
        {figures ? <p className="fb-row__happened">{figuresInWords(figures)}</p> : null}
        {rule === '' ? null : <p className="fb-row__next">Everybody of: {rule}.</p>}
      </div>
      <div className="fb-row__more">
        {group.people.length + group.gone === 0 ? null : (
          <Folded title={`Chosen one by one for ${group.name}: ${group.people.length}`}>
            <ul className="govuk-list">
              {group.people.map(({ id, name, class: classId }) => (
                <li key={id}>
                  <a className="govuk-link" href={addressOf('pupils', id)}>
                    {name}
                  </a>{' '}
                  <span className="fb-row__class">{classes.find((each) => each.id === classId)?.name ?? classId}</span>
                </li>
              ))}
            </ul>
            {group.gone === 0 ? null : (
              <p className="govuk-body-s">And {group.gone} who left the roll: they count up to the day they left.</p>
            )}
          </Folded>
        )}
        <Folded title={`End ${group.name}`}>
          <AskForm
            press="End the group"
            look="warning"
            isBusy={isBusy}
            submit={({ text }) => act('DELETE', `groups/${group.id}`, { because: text('because') })}
          >
            <Field
              label="Why it ends"
              name="because"
              required
              minLength={3}
              maxLength={300}
              hint="Kept with who and when."
            />
          </AskForm>
        </Folded>
      </div>
    </li>
  )
}
