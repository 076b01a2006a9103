/** A school day: the office's lists, the gate, the classes, and a pupil. */
import { later } from '../parts/later.tsx'
import { MyClasses } from '../teacher/my-classes.tsx'
import { RegisterPage } from '../teacher/register-page.tsx'
import { OFFICE, type PageProps, type Pages, STAFF } from './page-for.ts'

const Register = ({ rest: [classId = '', half], today, live }: PageProps) => {
  const session = half === 'PM' ? 'PM' : 'AM'
  const place = { academy: today.academy.id, sub: today.sub, date: today.date, session, class: classId } as const
  return <RegisterPage key={`${classId} ${session}`} place={place} told={() => void live.refresh()} />
}

// What a teacher needs stands on the first page; the rest comes after it.
export const DAY_PAGES: Pages = {
  today: {
    roles: OFFICE,
    in: 'day',
    says: 'Today',
    page: later(async () => (await import('../office/day-page.tsx')).DayPage),
  },
  brakes: {
    roles: OFFICE,
    in: 'day',
    says: { from: 'today' },
    page: later(async () => (await import('../office/brake-page.tsx')).BrakePage),
  },
  conversations: {
    roles: OFFICE,
    in: 'day',
    says: 'Messages',
    page: later(async () => (await import('../conversation/conversations-page.tsx')).ConversationsPage),
  },
  'late-gate': {
    roles: OFFICE,
    in: 'day',
    says: 'Late gate',
    page: later(async () => (await import('../office/late-gate.tsx')).LateGate),
  },
  leaving: {
    roles: OFFICE,
    in: 'day',
    says: 'Leaving',
    page: later(async () => (await import('../site/leaving-page.tsx')).LeavingPage),
  },
  'on-site': {
    roles: OFFICE,
    in: 'day',
    says: 'On site',
    page: later(async () => (await import('../site/site-page.tsx')).SitePage),
  },
  visits: {
    roles: OFFICE,
    in: 'day',
    says: 'Visits',
    page: later(async () => (await import('../visits/visits-page.tsx')).VisitsPage),
  },
  classes: { roles: STAFF, in: 'classes', says: 'Classes', page: MyClasses },
  registers: { roles: STAFF, in: 'classes', says: { from: 'classes' }, page: Register },
  stood: {
    roles: STAFF,
    in: 'classes',
    says: { from: 'classes' },
    page: later(async () => (await import('../teacher/stood-page.tsx')).StoodPage),
  },
  pupils: {
    roles: OFFICE,
    in: 'pupils',
    says: 'Pupils',
    page: later(async () => (await import('../pupil/pupils-page.tsx')).PupilsPage),
  },
}
