import { awsWorld } from '../../shared/adapters/aws-world.ts'
import { httpFunction } from '../../shared/platform/http.ts'
import { lazily } from '../../shared/platform/lazy.ts'
import type { Route } from './call.ts'
import { Env } from './env.ts'
import { attendRoutes } from './routes/attend.ts'
import { attendPlanRoutes } from './routes/attend-plans.ts'
import { attendanceRoutes } from './routes/attendance.ts'
import { caseRoutes } from './routes/cases.ts'
import { classRoutes } from './routes/classes.ts'
import { closedDayRoutes } from './routes/closed-days.ts'
import { closureRoutes } from './routes/closures.ts'
import { conversationRoutes } from './routes/conversations.ts'
import { dayRoutes } from './routes/day.ts'
import { evidenceRoutes } from './routes/evidence.ts'
import { heldLetterRoutes } from './routes/held-letters.ts'
import { holdAndBrakeRoutes } from './routes/holds-and-brakes.ts'
import { importRoutes } from './routes/imports.ts'
import { lateOpeningRoutes } from './routes/late-openings.ts'
import { leaveRoutes } from './routes/leave.ts'
import { letterRoutes } from './routes/letters.ts'
import { listRoutes } from './routes/lists.ts'
import { penaltyRoutes } from './routes/penalties.ts'
import { penaltyDecisionRoutes } from './routes/penalty-decisions.ts'
import { pupilMarkRoutes } from './routes/pupil-marks.ts'
import { registerRoutes } from './routes/registers.ts'
import { replyRoutes } from './routes/replies.ts'
import { stageRoutes } from './routes/stages.ts'
import { supportRoutes } from './routes/support.ts'
import { taskRoutes } from './routes/tasks.ts'
import { writeBackRoutes } from './routes/write-back.ts'

export const ROUTES: Readonly<Record<string, Route>> = {
  ...attendanceRoutes,
  ...attendRoutes,
  ...classRoutes,
  ...attendPlanRoutes,
  ...registerRoutes,
  ...pupilMarkRoutes,
  ...evidenceRoutes,
  ...holdAndBrakeRoutes,
  ...dayRoutes,
  ...listRoutes,
  ...stageRoutes,
  ...taskRoutes,
  ...replyRoutes,
  ...conversationRoutes,
  ...closureRoutes,
  ...closedDayRoutes,
  ...lateOpeningRoutes,
  ...caseRoutes,
  ...importRoutes,
  ...leaveRoutes,
  ...supportRoutes,
  ...letterRoutes,
  ...heldLetterRoutes,
  ...penaltyRoutes,
  ...penaltyDecisionRoutes,
  ...writeBackRoutes,
}

/** Called by the HTTP API; the gateway has matched the route and checked the token. */
export const make = httpFunction({ name: 'api', env: Env, routes: ROUTES })

export const handler = lazily(() => make(awsWorld()))
