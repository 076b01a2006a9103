/** Which pages there are for whom. */
import type { ReactNode } from 'react'
import type { Live } from './client/live.ts'
import type { Way } from './parts/frame.tsx'
import { Notice } from './parts/notice.tsx'
import { Page } from './parts/page.tsx'
import type { Kept } from './teacher/kept.ts'
import { MyClasses, type Today } from './teacher/my-classes.tsx'
import { RegisterPage } from './teacher/register-page.tsx'

export interface Setting {
  readonly today: Today
  readonly live: Live<unknown>
  /** Registers kept on this device that somebody should know of. */
  readonly kept: readonly Kept[]
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

const PAGES: Readonly<Record<string, Show>> = {
  classes: (_rest, { today, live, kept }) => <MyClasses today={today} live={live} kept={kept} />,
  registers: register,
}

const STAFF = ['teacher', 'office', 'lead', 'head', 'dsl'] as const

const WAYS: readonly (Way & { readonly roles: readonly Today['roles'][number][] })[] = [
  { to: 'classes', says: 'Classes', roles: STAFF },
]

/** The ways that are open to somebody with these roles, and what stands at each. */
export const pagesFor = (roles: Today['roles']) => {
  const ways = WAYS.filter((way) => way.roles.some((role) => roles.includes(role)))
  return {
    ways,
    show(here: string | undefined, rest: readonly string[], setting: Setting): ReactNode {
      if (ways.length === 0) return <NoPages />
      return PAGES[here ?? '']?.(rest, setting) ?? <Nothing />
    },
  }
}
