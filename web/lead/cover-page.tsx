import type * as z from 'zod'
import { CoversAnswer } from '../../events/api/cover.ts'
import { spokenDate } from '../../shared/domain/time.ts'
import { type Acting, useAct } from '../client/act.ts'
import { useLive } from '../client/live.ts'
import { roleWord } from '../client/role-words.ts'
import { AskForm, Folded } from '../forms/ask-form.tsx'
import { Choice, Field, type Option } from '../forms/fields.tsx'
import type { PageProps } from '../pages/page-for.ts'
import { Freshness } from '../parts/freshness.tsx'
import { FailureNotice } from '../parts/notice.tsx'
import { Page } from '../parts/page.tsx'
import { Tag } from '../parts/tag.tsx'
import { ListPart } from './list-part.tsx'

type Covers = z.output<typeof CoversAnswer>
type Cover = Covers['covers'][number]
type Person = Cover['of']

const roleOf = ({ role }: Person): string => (role === 'deputy-dsl' ? 'Deputy safeguarding lead' : roleWord(`.${role}`))
/** Nobody is chosen by leaving a list as it stood. */
const optionsOf = (people: readonly Person[]): readonly Option[] => [
  ['', 'Choose'],
  ...people.map((person): Option => [person.id, `${person.name} (${roleOf(person)})`]),
]

interface RowProps extends Pick<Acting, 'act' | 'isBusy'> {
  readonly cover: Cover
  readonly today: string
}

const CoverRow = ({ cover: { id, of, by, from, until, because, setBy, mayEnd }, today, act, isBusy }: RowProps) => (
  <li className="fb-row">
    <div className="fb-row__facts">
      <h3 className="fb-row__subject">
        {by.name}{' '}
        <span className="fb-row__class">
          for {of.name}, {roleOf(of)}
        </span>
      </h3>
      <p className="fb-row__happened">
        <Tag tone={from <= today ? 'good' : 'calm'}>{from <= today ? 'Now' : 'To come'}</Tag> {spokenDate(from)} to{' '}
        {spokenDate(until)}
      </p>
      <p className="fb-row__next">
        {because}. Named by {setBy.name}.
      </p>
    </div>
    {mayEnd ? (
      <div className="fb-row__more">
        <Folded title={`End the cover for ${of.name}`}>
          <AskForm
            press="End it now"
            look="warning"
            isBusy={isBusy}
            submit={({ text }) => act('DELETE', `cover/${id}`, { because: text('because') })}
          >
            <Field label="Why it ends" name="because" required minLength={3} maxLength={300} />
          </AskForm>
        </Folded>
      </div>
    ) : null}
  </li>
)

/** Who covers for whom while somebody is away, named and ended here. */
export const CoverPage = ({ today }: Pick<PageProps, 'today'>) => {
  const live = useLive(CoversAnswer, 'cover')
  const { act, isBusy, failure } = useAct(live.refresh)
  const seen = live.value
  return (
    <Page
      title="Cover"
      about="While somebody is away, whoever covers for them has their pages and classes, is told what they would be told, and signs their letters."
    >
      <Freshness live={live} />
      {failure ? <FailureNotice failure={failure} /> : null}
      {seen ? (
        <>
          <ListPart
            title="Now and to come"
            empty="Nobody covers for anybody. Name a cover below before somebody is away; it stands here until its last day."
            count={seen.covers.length}
          >
            {seen.covers.map((cover) => (
              <CoverRow key={cover.id} cover={cover} today={today.date} act={act} isBusy={isBusy} />
            ))}
          </ListPart>
          <section aria-label="Name a cover" className="fb-section">
            <h2 className="govuk-heading-m">Name a cover</h2>
            <AskForm
              press="Name the cover"
              isBusy={isBusy}
              submit={({ text }) =>
                act('POST', 'cover', {
                  of: text('of'),
                  by: text('by'),
                  from: text('from'),
                  until: text('until'),
                  because: text('because'),
                })
              }
            >
              <Choice
                label="Who is away"
                name="of"
                required
                hint="The Head names a cover for everybody, the lead for all but the Head and the safeguarding lead, and everybody for themselves."
                options={optionsOf(seen.mayBeCovered)}
              />
              <Choice label="Who covers" name="by" required options={optionsOf(seen.mayCover)} />
              <Field label="First day" name="from" type="date" required defaultValue={today.date} />
              <Field
                label="Last day"
                name="until"
                type="date"
                required
                min={today.date}
                hint="At the latest the last of the school year, 31 August. Who covers for longer stands in staff.csv."
              />
              <Field label="Why" name="because" required minLength={3} maxLength={300} hint="Kept with who and when." />
            </AskForm>
          </section>
        </>
      ) : null}
    </Page>
  )
}
