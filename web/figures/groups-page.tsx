import type * as z from 'zod'
import { AttendanceByAnswer, GroupsAnswer } from '../../events/api/groups.ts'
import { spokenDate } from '../../shared/domain/time.ts'
import { useAct } from '../client/act.ts'
import { addressOf, goTo } from '../client/address.ts'
import { type Live, useLive } from '../client/live.ts'
import { Around } from '../forms/fields.tsx'
import { ListPart } from '../lead/list-part.tsx'
import type { PageProps } from '../pages/page-for.ts'
import { Freshness } from '../parts/freshness.tsx'
import { FailureNotice, Notice } from '../parts/notice.tsx'
import { Page } from '../parts/page.tsx'
import { FigureTable } from './figure-table.tsx'
import { GroupForm } from './group-form.tsx'
import { type By, type Classes, groupTable, kindName } from './group-table.ts'
import { OwnGroupRow } from './own-group-row.tsx'

type Groups = z.output<typeof GroupsAnswer>

/** Figures of every kind of group, and the groups that the school makes for itself; or the form of one of these. */
export const GroupsPage = ({ today, rest: [kind, id] }: Pick<PageProps, 'today' | 'rest'>) => {
  const live = useLive(GroupsAnswer, 'groups', 'once')
  return kind === 'own' && id !== undefined ? (
    <OneGroup key={id} id={id} live={live} classes={today.classes} />
  ) : (
    <AllGroups kind={kind} live={live} classes={today.classes} />
  )
}

interface PartProps {
  readonly live: Live<Groups>
  readonly classes: Classes
}

const OneGroup = ({ id, live, classes }: PartProps & { readonly id: string }) => {
  const { act, isBusy, failure } = useAct(live.refresh)
  const group = live.value?.groups.find((each) => each.id === id)
  return (
    <Page
      title={id === 'new' ? 'Make a group' : (group?.name ?? 'Group')}
      about="A group is of pupils chosen one by one, of everybody whom the roll says something of, or both."
    >
      <Freshness live={live} />
      {failure ? <FailureNotice failure={failure} /> : null}
      {live.value && (group || id === 'new') ? (
        // Whoever was overtaken by a colleague begins with what the colleague saved.
        <GroupForm
          key={group?.version}
          group={group}
          kinds={live.value.kinds}
          classes={classes}
          act={act}
          isBusy={isBusy}
        />
      ) : null}
      {live.value && !group && id !== 'new' ? (
        <Notice title="There is no such group any more.">
          <a className="govuk-link" href={addressOf('groups')}>
            All groups
          </a>
        </Notice>
      ) : null}
    </Page>
  )
}

const KindPart = ({ kinds, by, classes }: { kinds: Groups['kinds']; by: By['by']; classes: Classes }) => {
  const live = useLive(AttendanceByAnswer, `attendance?by=${by}`, 'once')
  return (
    <section className="fb-section" aria-label="Figures">
      <Around id="kind" label="Kind of group">
        <select className="govuk-select" id="kind" value={by} onChange={({ target }) => goTo('groups', target.value)}>
          {[...kinds, 'own' as const].map((each) => (
            <option key={each} value={each}>
              {kindName(each)}
            </option>
          ))}
        </select>
      </Around>
      <Freshness live={live} />
      {live.value ? (
        <>
          <p className="govuk-body">
            {spokenDate(live.value.from)} to {spokenDate(live.value.until)}, as last night counted them. The weekly
            monitor counts the same sessions.
          </p>
          <FigureTable table={groupTable(live.value, classes)} />
        </>
      ) : null}
    </section>
  )
}

const AllGroups = ({ kind, live, classes }: PartProps & { readonly kind: string | undefined }) => {
  const own = useLive(AttendanceByAnswer, 'attendance?by=own', 'once')
  const { act, isBusy, failure } = useAct(async () => {
    await Promise.all([live.refresh(), own.refresh()])
  })
  const seen = live.value
  const by = kind === 'own' ? kind : (seen?.kinds.find((each) => each === (kind ?? 'year')) ?? seen?.kinds[0] ?? 'own')
  return (
    <Page
      title="Groups"
      about="The attendance of a group is the sum of its pupils’ sessions attended, of the sum of their possible ones. Small groups are shown, because this is for staff who see every child: the governors’ report leaves them out."
    >
      <Freshness live={live} />
      {failure ? <FailureNotice failure={failure} /> : null}
      {seen ? (
        <>
          <KindPart kinds={seen.kinds} by={by} classes={classes} />
          <ListPart
            title="The school’s own"
            about="They stand in the weekly monitor too; governors do not read them."
            empty="The school has made no group yet. Make one of a club or of pupils who are helped, and its attendance stands here."
            count={seen.groups.length}
          >
            {seen.groups.map((group) => (
              <OwnGroupRow
                key={group.id}
                group={group}
                classes={classes}
                figures={own.value?.groups.find((each) => each.group === group.id)}
                act={act}
                isBusy={isBusy}
              />
            ))}
          </ListPart>
          <p className="govuk-body">
            <a className="govuk-link" href={addressOf('groups', 'own', 'new')}>
              Make a group
            </a>
          </p>
        </>
      ) : null}
    </Page>
  )
}
