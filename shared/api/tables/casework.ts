/** Routes of the work with a family: panels, plans, leave, support and conversations. */
import type { ApiRoute } from './api-route.ts'

export const CASEWORK_ROUTES: readonly ApiRoute[] = [
  { route: 'GET /academies/{academy}/attend', says: 'Open attendance cases, with panels proposed and arranged.' },
  { route: 'GET /academies/{academy}/attend/invitations', says: 'A governor’s own: meetings they are asked to.' },
  {
    route: 'GET /academies/{academy}/pupils/{pupil}/attend',
    says: 'A pupil’s attendance case, and those that closed.',
  },
  { route: 'POST /academies/{academy}/pupils/{pupil}/attend', says: 'Open an attendance case, with the reason.' },
  { route: 'POST /academies/{academy}/pupils/{pupil}/attend/close', says: 'Close the case, with the reason.' },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/attend/decline',
    says: 'No panel this time, with the reason.',
  },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/attend/meetings',
    says: 'Arrange an ATTEND meeting and tell the family.',
  },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/attend/meetings/{meeting}/rearrange',
    says: 'Move a meeting, with the reason, and tell the family.',
  },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/attend/meetings/{meeting}/invite',
    says: 'Make the letters of a meeting that could not be made before.',
  },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/attend/meetings/{meeting}/cancel',
    says: 'Cancel a meeting, with the reason.',
  },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/attend/meetings/{meeting}/outcome',
    says: 'Who came to a meeting, and what was said.',
  },
  {
    route: 'GET /academies/{academy}/attend/review-list',
    says: 'The fortnightly review: whose case is due, what was agreed, attendance before and after.',
  },
  { route: 'GET /academies/{academy}/attend/actions', says: 'Open actions: your own, or everybody’s for the lead.' },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/attend/plan',
    says: 'Agree a plan: owner, barriers, actions, review.',
  },
  { route: 'POST /academies/{academy}/pupils/{pupil}/attend/actions', says: 'One more action, with owner and date.' },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/attend/actions/{action}/outcome',
    says: 'An action is done or dropped.',
  },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/attend/barriers',
    says: 'What keeps the child from school, by the policy’s categories.',
  },
  { route: 'POST /academies/{academy}/pupils/{pupil}/attend/check-ins', says: 'How it goes, daily or weekly.' },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/attend/reviews',
    says: 'What a review saw, kept with attendance before and after, and the next one.',
  },
  {
    route: 'GET /academies/{academy}/pupils/{pupil}/leave-requests',
    says: 'Leave asked for, and what was decided.',
  },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/leave-requests',
    says: 'A parent asks for leave of absence; the Head is asked to decide.',
  },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/leave-requests/{request}/decision',
    says: 'Grant leave in exceptional circumstances, or refuse it, with the reason; the family is told.',
  },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/leave-requests/{request}/withdraw',
    says: 'Leave is asked for no more, or was entered by mistake.',
  },
  {
    route: 'GET /academies/{academy}/pupils/{pupil}/support',
    says: 'Support offered and asked for, plans for a return, conversations.',
  },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/support',
    says: 'Support was offered, a service was asked, or a return is planned.',
  },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/support/{record}/answer',
    says: 'What came of an offer, a request or a plan.',
  },
  {
    route: 'GET /academies/{academy}/classes/{class}/conference-sheets',
    says: 'Each child’s attendance this term, and whether it was discussed.',
  },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/conferences',
    says: 'Attendance was discussed with child and family this term.',
  },
]
