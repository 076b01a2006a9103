import { useState } from 'react'
import { AttendanceByAnswer } from '../../events/api/groups.ts'
import type { Acting } from '../client/act.ts'
import { addressOf, goTo } from '../client/address.ts'
import { useLive } from '../client/live.ts'
import { AskForm, Folded } from '../forms/ask-form.tsx'
import { Field, Tick } from '../forms/fields.tsx'
import { Button } from '../parts/button.tsx'
import { PupilSearch } from '../pupil/pupil-search.tsx'
import { type Group, type Offer, offersFor, ruleOf } from './group-rule.ts'
import { type Classes, kindName, wordName } from './group-table.ts'

type Chosen = Pick<Group['people'][number], 'id' | 'name'>

interface ChosenPartProps {
  readonly people: readonly Chosen[]
  readonly choose: (people: readonly Chosen[]) => void
}

/** Pupils chosen one by one, to be found by name and taken out again. */
const ChosenPart = ({ people, choose }: ChosenPartProps) => (
  <section className="fb-section" aria-label="Pupils chosen one by one">
    <h2 className="govuk-heading-m fb-section__title">
      Pupils chosen one by one <span className="fb-count">{people.length}</span>
    </h2>
    <ul className="fb-found">
      {people.map(({ id, name }) => (
        <li key={id}>
          {name}{' '}
          <Button look="link" onClick={() => choose(people.filter((each) => each.id !== id))}>
            Take out<span className="govuk-visually-hidden"> {name}</span>
          </Button>
        </li>
      ))}
    </ul>
    <PupilSearch
      key={people.length}
      label="Add a pupil by name"
      choose={(found) => choose([...people.filter((each) => each.id !== found.id), found])}
    />
  </section>
)

const RuleTicks = ({ offer: { by, words }, was, classes }: { offer: Offer; was: Group['rule']; classes: Classes }) => (
  <fieldset className="govuk-fieldset govuk-form-group">
    <legend className="govuk-fieldset__legend">{kindName(by)}</legend>
    <div className="fb-ticks">
      {words.map((word) => (
        <Tick
          key={word}
          name={by}
          value={word}
          label={wordName(by, word, classes)}
          defaultChecked={was[by]?.includes(word) ?? false}
        />
      ))}
    </div>
  </fieldset>
)

interface GroupFormProps extends Pick<Acting, 'act' | 'isBusy'> {
  /** To be changed; a new one where there is none. */
  readonly group: Group | undefined
  readonly kinds: Parameters<typeof offersFor>[0]['kinds']
  readonly classes: Classes
}

/** What a group is: its name, the pupils chosen one by one, and whom a rule over the roll adds. */
export const GroupForm = ({ group, kinds, classes, act, isBusy }: GroupFormProps) => {
  const [people, setPeople] = useState<readonly Chosen[]>(group?.people ?? [])
  const years = useLive(AttendanceByAnswer, 'attendance?by=year', 'once').value?.groups.map((each) => each.group) ?? []
  const was = group?.rule ?? {}
  const offers = offersFor({ kinds, classes, years }, was)
  return (
    <>
      <p className="govuk-body">
        <a className="govuk-link" href={addressOf('groups')}>
          All groups
        </a>
      </p>
      <ChosenPart people={people} choose={setPeople} />
      <AskForm
        press={group ? 'Save the group' : 'Make the group'}
        isBusy={isBusy}
        submit={async ({ text, all }) => {
          const content = { name: text('name'), pupils: people.map(({ id }) => id), rule: ruleOf(offers, all) }
          const isDone = group
            ? await act('PUT', `groups/${group.id}`, { ...content, version: group.version })
            : await act('POST', 'groups', content)
          if (isDone) goTo('groups')
        }}
      >
        <Field label="Name" name="name" required maxLength={60} defaultValue={group?.name} hint="As reports call it." />
        <Folded title="Everybody whom the roll says this of">
          <p className="govuk-body">
            A pupil is in the group, beside those chosen one by one, to whom one tick of every kind applies in which you
            tick something. It is always read from the roll as it is: whoever comes to fit is in it, with the whole
            year.
          </p>
          {offers.map((offer) => (
            <RuleTicks key={offer.by} offer={offer} was={was} classes={classes} />
          ))}
        </Folded>
      </AskForm>
    </>
  )
}
