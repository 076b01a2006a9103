import type { ApiRoute } from './api-route.ts'

/** What may end at the local authority: penalty notices, and the returns that the law asks for. */
export const AUTHORITY_ROUTES: readonly ApiRoute[] = [
  {
    route: 'GET /academies/{academy}/penalty-notices',
    says: 'Pupils near or at the threshold of a penalty notice, with the sessions counted and what stands in the way.',
  },
  {
    route: 'GET /academies/{academy}/pupils/{pupil}/penalty-notices',
    says: 'A pupil’s count towards a penalty notice, what was decided, and the notices of each parent.',
  },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/penalty-notices/decisions',
    says: 'Decide a case with the reason: refer it, give notice to improve, or not.',
  },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/penalty-notices/decisions/{decision}/undo',
    says: 'Take a decision back, with the reason.',
  },
  {
    route: 'GET /academies/{academy}/pupils/{pupil}/penalty-notices/decisions/{decision}/pack',
    says: 'The pack of a referral for the local authority: a link for a minute.',
  },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/penalty-notices/notices',
    says: 'Record a notice that the authority issued to a parent.',
  },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/penalty-notices/notices/{notice}/entries',
    says: 'Record that it was paid, withdrawn, or taken to court.',
  },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/penalty-notices/notices/{notice}/undo',
    says: 'Take back the last entry about a notice.',
  },
  {
    by: 'reports',
    route: 'GET /academies/{academy}/returns',
    says: 'Returns to the local authority: those that are due, or all of a school year.',
  },
  {
    by: 'reports',
    route: 'POST /academies/{academy}/returns/{return}/sent',
    says: 'The authority was told: when and how.',
  },
  {
    by: 'reports',
    route: 'POST /academies/{academy}/returns/{return}/not-due',
    says: 'Nothing has to be sent, with the reason.',
  },
  {
    by: 'reports',
    route: 'POST /academies/{academy}/returns/{return}/undo',
    says: 'Take back what was said of a return.',
  },
  {
    by: 'reports',
    route: 'POST /academies/{academy}/returns/{return}/enquiries',
    says: 'What was done to find a child missing education.',
  },
  {
    by: 'reports',
    route: 'POST /academies/{academy}/pupils/{pupil}/returns',
    says: 'Ask for an attendance or sickness return that no rule has asked for.',
  },
]
