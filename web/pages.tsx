/** Which pages there are for whom. */
import type { ReactNode } from 'react'
import { goTo } from './client/address.ts'
import type { Live } from './client/live.ts'
import type { Way } from './parts/frame.tsx'
import { later } from './parts/later.tsx'
import { Notice } from './parts/notice.tsx'
import { Page } from './parts/page.tsx'
import type { Kept } from './teacher/kept.ts'
import { MyClasses, type Today } from './teacher/my-classes.tsx'
import { RegisterPage } from './teacher/register-page.tsx'
import type { KeptVisits } from './visits/kept-visits.ts'

// What a teacher needs stands on the first page; the rest comes after it.
const DayPage = later(async () => (await import('./office/day-page.tsx')).DayPage)
const BrakePage = later(async () => (await import('./office/brake-page.tsx')).BrakePage)
const LateGate = later(async () => (await import('./office/late-gate.tsx')).LateGate)
const PupilPage = later(async () => (await import('./pupil/pupil-page.tsx')).PupilPage)
const PupilSearch = later(async () => (await import('./pupil/pupil-search.tsx')).PupilSearch)
const ConversationList = later(async () => (await import('./conversation/conversation-list.tsx')).ConversationList)
const SitePage = later(async () => (await import('./site/site-page.tsx')).SitePage)
const LeavingPage = later(async () => (await import('./site/leaving-page.tsx')).LeavingPage)
const VisitsPage = later(async () => (await import('./visits/visits-page.tsx')).VisitsPage)
const LeadPage = later(async () => (await import('./lead/lead-page.tsx')).LeadPage)
const LettersPage = later(async () => (await import('./lead/letters-page.tsx')).LettersPage)
const AttendPage = later(async () => (await import('./lead/attend-page.tsx')).AttendPage)
const PenaltiesPage = later(async () => (await import('./lead/penalties-page.tsx')).PenaltiesPage)
const ThreadPage = later(async () => (await import('./conversation/thread-page.tsx')).ThreadPage)

export interface Setting {
  readonly today: Today
  readonly live: Live<unknown>
  /** Registers kept on this device that somebody should know of. */
  readonly kept: readonly Kept[]
  readonly visits: KeptVisits
}

type Show = (rest: readonly string[], setting: Setting) => ReactNode

const Nothing = () => (
  <Page title="There is no such page">
    <p className="govuk-body">Choose one of the pages above.</p>
  </Page>
)

export const NoPages = () => (
  <Page title="Nothing here for this role yet">
    <Notice title="The console has no page for your role.">
      <p className="govuk-body">
        Names of pupils are for the school’s own staff. Ask the school if you need a role there.
      </p>
    </Notice>
  </Page>
)

const register: Show = ([classId = '', half], { today, live }) => {
  const session = half === 'PM' ? 'PM' : 'AM'
  const place = { academy: today.academy.id, sub: today.sub, date: today.date, session, class: classId } as const
  return <RegisterPage key={`${classId} ${session}`} place={place} told={() => void live.refresh()} />
}

const Pupils = () => (
  <Page title="Pupils">
    <PupilSearch label="Name" choose={({ id }) => goTo('pupils', id)} />
  </Page>
)

const pupils: Show = ([id], { today }) => (id === undefined ? <Pupils /> : <PupilPage key={id} id={id} today={today} />)

const conversations: Show = ([contact, about], { today }) =>
  contact === undefined ? (
    <ConversationList today={today} />
  ) : (
    <ThreadPage key={`${contact} ${about}`} contact={contact} about={about} today={today} />
  )

const STAFF = ['teacher', 'office', 'lead', 'head', 'dsl'] as const
const LEADS = ['lead', 'head', 'dsl'] as const
const OFFICE = ['office', 'lead', 'head', 'dsl'] as const

interface PageFor {
  readonly roles: readonly Today['roles'][number][]
  /** On the way from every page, under these words. */
  readonly says?: string
  readonly show: Show
}

/** Every page, in the order of the ways; whoever may not see one does not hear of it. */
const PAGES: Readonly<Record<string, PageFor>> = {
  today: { roles: OFFICE, says: 'Today', show: (_rest, { today }) => <DayPage today={today} /> },
  brakes: { roles: OFFICE, show: ([id = ''], { today }) => <BrakePage key={id} id={id} today={today} /> },
  'late-gate': {
    roles: OFFICE,
    says: 'Late gate',
    show: (_rest, { today, live }) => <LateGate today={today} told={live.refresh} />,
  },
  visits: {
    roles: OFFICE,
    says: 'Visits',
    show: (_rest, { today, visits }) => <VisitsPage today={today} visits={visits} />,
  },
  leaving: { roles: OFFICE, says: 'Leaving', show: (_rest, { today }) => <LeavingPage today={today} /> },
  'on-site': { roles: OFFICE, says: 'On site', show: (_rest, { today }) => <SitePage today={today} /> },
  classes: {
    roles: STAFF,
    says: 'Classes',
    show: (_rest, { today, live, kept }) => <MyClasses today={today} live={live} kept={kept} />,
  },
  registers: { roles: STAFF, show: register },
  conversations: { roles: OFFICE, says: 'Messages', show: conversations },
  pupils: { roles: OFFICE, says: 'Pupils', show: pupils },
  attendance: { roles: LEADS, says: 'Attendance', show: (_rest, { today }) => <LeadPage today={today} /> },
  letters: { roles: OFFICE, says: 'Letters', show: (_rest, { today }) => <LettersPage today={today} /> },
  attend: { roles: LEADS, says: 'ATTEND', show: (_rest, { today }) => <AttendPage today={today} /> },
  'penalty-notices': {
    roles: LEADS,
    says: 'Penalty notices',
    show: (_rest, { today }) => <PenaltiesPage today={today} />,
  },
}

/** These people see every child of the school. */
export const seesEverybody = (roles: Today['roles']): boolean => OFFICE.some((role) => roles.includes(role))

/** The ways that are open to somebody with these roles, and what stands at each. */
export const pagesFor = (roles: Today['roles']) => {
  const open = Object.entries(PAGES).filter(([, page]) => page.roles.some((role) => roles.includes(role)))
  return {
    ways: open.flatMap(([to, { says }]): readonly Way[] => (says === undefined ? [] : [{ to, says }])),
    show(here: string | undefined, rest: readonly string[], setting: Setting): ReactNode {
      const [, page] = open.find(([to]) => to === here) ?? []
      return page?.show(rest, setting) ?? <Nothing />
    },
  }
}
