import { spokenDate } from '../../shared/domain/time.ts'
import { addressOf } from '../client/address.ts'
import { ListPart } from '../lead/list-part.tsx'
import type { PageProps } from '../pages/page-for.ts'
import { Freshness } from '../parts/freshness.tsx'
import { FailureNotice, Notice } from '../parts/notice.tsx'
import { Page } from '../parts/page.tsx'
import { Tag } from '../parts/tag.tsx'
import type { Today } from '../teacher/my-classes.tsx'
import { Otherwise } from './otherwise.tsx'
import { PartForm } from './part-form.tsx'
import { PublishPage } from './publish-page.tsx'
import { type Editing, usePolicy } from './use-policy.ts'
import { labelOf } from './values.ts'
import { VersionsPage } from './versions-page.tsx'
import { WordingPreview } from './wording-preview.tsx'

/** Where values come from is said beside them; translations are read and approved by speakers of the language. */
const ELSEWHERE: readonly string[] = ['academy', 'sources', 'translations']

const mayPublish = ({ roles }: Today): boolean => roles.some((role) => role === 'lead' || role === 'head')

const countOf = (edits: Editing['edits'], part: string): number =>
  Object.keys(edits).filter((path) => path === part || path.startsWith(`${part}.`)).length

const inWords = (count: number): string => (count === 1 ? '1 change' : `${count} changes`)

/** What is changed and not published, on every page of the policy. */
const Waiting = ({ editing, today }: { readonly editing: Editing; readonly today: Today }) => {
  const count = Object.keys(editing.edits).length
  const newest = editing.live.value
  return (
    <>
      {editing.failure ? <FailureNotice failure={editing.failure} /> : null}
      {newest && newest.version !== newest.inForce ? (
        <Notice title={`A version waits: it is in force from ${spokenDate(newest.from)}.`}>
          <p className="govuk-body">What you see and change here is that version.</p>
        </Notice>
      ) : null}
      <p className="govuk-body fb-part-ways">
        <a className="govuk-link" href={addressOf('policy')}>
          All parts
        </a>
        <a className="govuk-link" href={addressOf('policy', 'versions')}>
          Versions
        </a>
        {count > 0 && mayPublish(today) ? (
          <a className="govuk-link" href={addressOf('policy', 'publish')}>
            See and publish {inWords(count)}
          </a>
        ) : null}
      </p>
    </>
  )
}

const PartList = ({ editing }: { readonly editing: Editing }) => {
  const parts = Object.entries(editing.live.value?.schema.properties ?? {}).filter(([key]) => !ELSEWHERE.includes(key))
  return (
    <ListPart title="Parts" empty="" count={parts.length}>
      {parts.map(([key, { description }]) => {
        const count = countOf(editing.edits, key)
        return (
          <li className="fb-row" key={key}>
            <div className="fb-row__facts">
              <h3 className="fb-row__subject">
                <a className="govuk-link" href={addressOf('policy', key)}>
                  {labelOf(key)}
                </a>{' '}
                {count === 0 ? null : <Tag tone="waiting">{inWords(count)}</Tag>}
              </h3>
              <p className="fb-row__next">{description}</p>
            </div>
          </li>
        )
      })}
    </ListPart>
  )
}

interface PartProps {
  readonly editing: Editing
  readonly part: string
  readonly today: Today
}

const OnePart = ({ editing, part, today }: PartProps) => {
  const node = editing.live.value?.schema.properties?.[part]
  if (!node) return null
  return (
    <div className="fb-policy">
      <form onSubmit={(event) => event.preventDefault()}>
        <PartForm
          editing={editing}
          node={node}
          path={part}
          mayEdit={mayPublish(today)}
          more={(path) => <WordingPreview path={path} editing={editing} today={today} />}
        />
      </form>
      <section
        className="fb-policy__otherwise"
        aria-label="What would be otherwise"
        aria-live="polite"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
        tabIndex={0}
      >
        <h2 className="govuk-heading-m">What would be otherwise</h2>
        {editing.checked ? (
          <Otherwise checked={editing.checked} />
        ) : (
          <p className="govuk-body fb-about">Change a value, and what Firstbell would do otherwise stands here.</p>
        )}
      </section>
    </div>
  )
}

/** The policy of the school, part by part: changed, looked at, published from the next midnight, and gone back from. */
export const PolicyPage = ({ today, rest: [part] }: Pick<PageProps, 'today' | 'rest'>) => {
  const editing = usePolicy(today.academy.id)
  if (part === 'versions') return <VersionsPage today={today} />
  if (part === 'publish') return <PublishPage editing={editing} today={today} />
  const about = part === undefined ? undefined : editing.live.value?.schema.properties?.[part]?.description
  return (
    <Page
      title={part === undefined ? 'Policy' : labelOf(part)}
      about={about ?? 'What Firstbell does by itself. Nothing changes before you publish it, and then at midnight.'}
    >
      <Freshness live={editing.live} />
      {editing.live.value ? (
        <>
          <Waiting editing={editing} today={today} />
          {part === undefined ? (
            <PartList editing={editing} />
          ) : (
            <OnePart editing={editing} part={part} today={today} />
          )}
        </>
      ) : null}
    </Page>
  )
}
