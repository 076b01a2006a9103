/** The API described as OpenAPI 3.1, from the schemas that parse its requests. */
import * as z from 'zod'
import {
  ActionBody,
  ActionOutcomeBody,
  AttendCaseBody,
  BarrierBody,
  CheckInBody,
  ConferenceBody,
  LeaveDecisionBody,
  LeaveRequestBody,
  MeetingBody,
  MeetingOutcomeBody,
  PlanBody,
  RearrangeBody,
  ReviewBody,
  SupportAnswerBody,
  SupportBody,
} from '../../events/api/attend.ts'
import { ReplyBody } from '../../events/api/conversations.ts'
import { BrakeAnswer, DayAnswer } from '../../events/api/day.ts'
import { CollectBody, ExtractAnswerBody } from '../../events/api/extracts.ts'
import { GroupBody, GroupChangeBody } from '../../events/api/groups.ts'
import { HeldLettersBody } from '../../events/api/held-letters.ts'
import { TermlyBody } from '../../events/api/letters.ts'
import { MappingBody } from '../../events/api/mappings.ts'
import {
  BecauseBody,
  ClosureBody,
  ConfirmBody,
  HoldBody,
  LateOpeningBody,
  OutcomeBody,
  StepBody,
  VisitBody,
} from '../../events/api/office.ts'
import { ConsiderBody, NoticeBody, NoticeEntryBody } from '../../events/api/penalties.ts'
import { ClassAnswer, TodayAnswer } from '../../events/api/people.ts'
import { Problem } from '../../events/api/problem.ts'
import {
  ChronicleAnswer,
  PupilAnswer,
  PupilAttendanceAnswer,
  PupilsAnswer,
  SearchBody,
} from '../../events/api/pupils.ts'
import {
  AbsenceBody,
  ArrivalBody,
  DepartureBody,
  MarkChangeBody,
  RegisterAnswer,
  RegisterBody,
} from '../../events/api/registers.ts'
import { RehearsalBody } from '../../events/api/rehearsals.ts'
import { AskReturnBody, EnquiryBody, ReturnSentBody } from '../../events/api/returns.ts'
import { TextNowBody } from '../../events/api/site.ts'
import { StageBody } from '../../events/api/stages.ts'
import { OutBody, VisitRiskBody } from '../../events/api/visits.ts'
import { PreviewBody } from '../../events/api/wordings.ts'
import { API_ROUTES } from './routes-table.ts'

const BODIES: Readonly<Record<string, z.ZodType>> = {
  'PUT registers/{date}/{session}/{class}': RegisterBody,
  'POST pupils/search': SearchBody,
  'POST days/{date}/texts': TextNowBody,
  'POST visits/out': OutBody,
  'POST pupils/{pupil}/visit-risk': VisitRiskBody,
  'POST pupils/{pupil}/arrivals': ArrivalBody,
  'POST pupils/{pupil}/departures': DepartureBody,
  'POST pupils/{pupil}/absences': AbsenceBody,
  'DELETE pupils/{pupil}/absences/{absence}': BecauseBody,
  'PATCH pupils/{pupil}/marks/{date}/{session}': MarkChangeBody,
  'POST pupils/{pupil}/hold': HoldBody,
  'POST pupils/{pupil}/stage': StageBody,
  'POST tasks/{task}/outcome': OutcomeBody,
  'POST conversations/{contact}/replies': ReplyBody,
  'POST replies/{reply}/confirm': ConfirmBody,
  'POST replies/{reply}/dismiss': BecauseBody,
  'POST brakes/{brake}/release': BecauseBody,
  'POST brakes/{brake}/refuse': BecauseBody,
  'POST groups': GroupBody,
  'POST rehearsals': RehearsalBody,
  'PUT groups/{group}': GroupChangeBody,
  'DELETE groups/{group}': BecauseBody,
  'POST letters/orders': TermlyBody,
  'POST letters/held': HeldLettersBody,
  'POST letters/{letter}/release': BecauseBody,
  'POST letters/{letter}/hold': BecauseBody,
  'POST letters/{letter}/returned': BecauseBody,
  'POST pupils/{pupil}/penalty-notices/decisions': ConsiderBody,
  'POST pupils/{pupil}/penalty-notices/decisions/{decision}/undo': BecauseBody,
  'POST pupils/{pupil}/penalty-notices/notices': NoticeBody,
  'POST pupils/{pupil}/penalty-notices/notices/{notice}/entries': NoticeEntryBody,
  'POST pupils/{pupil}/penalty-notices/notices/{notice}/undo': BecauseBody,
  'POST returns/{return}/sent': ReturnSentBody,
  'POST returns/{return}/not-due': BecauseBody,
  'POST returns/{return}/undo': BecauseBody,
  'POST returns/{return}/enquiries': EnquiryBody,
  'POST pupils/{pupil}/returns': AskReturnBody,
  'POST closures': ClosureBody,
  'POST closed-days/{date}/confirm': BecauseBody,
  'POST late-openings': LateOpeningBody,
  'POST cases/{case}/close': BecauseBody,
  'POST cases/{case}/steps/{step}': StepBody,
  'POST visits': VisitBody,
  'POST pupils/{pupil}/attend': AttendCaseBody,
  'POST pupils/{pupil}/support': SupportBody,
  'POST pupils/{pupil}/support/{record}/answer': SupportAnswerBody,
  'POST pupils/{pupil}/conferences': ConferenceBody,
  'POST pupils/{pupil}/leave-requests': LeaveRequestBody,
  'POST pupils/{pupil}/leave-requests/{request}/decision': LeaveDecisionBody,
  'POST pupils/{pupil}/leave-requests/{request}/withdraw': BecauseBody,
  'POST pupils/{pupil}/attend/plan': PlanBody,
  'POST pupils/{pupil}/attend/actions': ActionBody,
  'POST pupils/{pupil}/attend/actions/{action}/outcome': ActionOutcomeBody,
  'POST pupils/{pupil}/attend/barriers': BarrierBody,
  'POST pupils/{pupil}/attend/check-ins': CheckInBody,
  'POST pupils/{pupil}/attend/reviews': ReviewBody,
  'POST pupils/{pupil}/attend/close': BecauseBody,
  'POST pupils/{pupil}/attend/decline': BecauseBody,
  'POST pupils/{pupil}/attend/meetings': MeetingBody,
  'POST pupils/{pupil}/attend/meetings/{meeting}/rearrange': RearrangeBody,
  'POST pupils/{pupil}/attend/meetings/{meeting}/cancel': BecauseBody,
  'POST pupils/{pupil}/attend/meetings/{meeting}/outcome': MeetingOutcomeBody,
  'PUT mappings/{mapping}': MappingBody,
  'POST wordings/{wording}/preview': PreviewBody,
  'POST extracts/{extract}/collect': CollectBody,
  'POST extracts/{extract}/answer': ExtractAnswerBody,
}

/** What is answered, where a schema holds both sides to it. */
const ANSWERS: Readonly<Record<string, z.ZodType>> = {
  'GET today': TodayAnswer,
  'GET classes/{class}': ClassAnswer,
  'GET days/{date}': DayAnswer,
  'GET brakes/{brake}': BrakeAnswer,
  'POST pupils/search': PupilsAnswer,
  'GET pupils/{pupil}': PupilAnswer,
  'GET pupils/{pupil}/chronicle': ChronicleAnswer,
  'GET pupils/{pupil}/attendance': PupilAttendanceAnswer,
  'GET registers/{date}/{session}/{class}': RegisterAnswer,
  'PUT registers/{date}/{session}/{class}': RegisterAnswer,
}

const done = (answer: z.ZodType | undefined) => ({
  description: 'Done.',
  ...(answer ? { content: { 'application/json': { schema: z.toJSONSchema(answer) } } } : {}),
})

const problem = {
  description: 'What is wrong and what to do (RFC 9457).',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

const operation = (route: string, says: string, open: boolean) => {
  const [method = '', path = ''] = route.split(' ')
  const short = `${method} ${path.replace('/academies/{academy}/', '')}`
  const body = BODIES[short]
  const csv = method === 'POST' && /\/imports\/\{file\}(\/suggest)?$/.test(path)
  return {
    summary: says,
    operationId: short
      .replace(/[^A-Za-z]+/g, '-')
      .replace(/-$/, '')
      .toLowerCase(),
    ...(open ? { security: [] } : {}),
    parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...(body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: z.toJSONSchema(body, { io: 'input' }) } },
          },
        }
      : {}),
    ...(csv ? { requestBody: { required: true, content: { 'text/csv': { schema: { type: 'string' } } } } } : {}),
    responses: { '2XX': done(ANSWERS[short]), '4XX': problem, '5XX': problem },
  }
}

/** The whole description, as served at `/openapi.json`. */
export const openApi = () => {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const { route, says, open = false } of API_ROUTES) {
    const [method = '', path = ''] = route.split(' ')
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(route, says, open) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Firstbell',
      version: '1',
      description:
        'Registers and follow-up of absence, for an academy trust. Instants are UTC; dates and sessions are local.',
    },
    security: [{ signIn: [] }],
    paths,
    components: {
      securitySchemes: { signIn: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: {
        Problem: z.toJSONSchema(Problem),
      },
    },
  }
}
