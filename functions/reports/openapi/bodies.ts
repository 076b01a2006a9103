/** What each route is given, by the schema that parses it. */
import type * as z from 'zod'
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
} from '../../../events/api/attend.ts'
import { ReplyBody, ReplyPreviewBody } from '../../../events/api/conversations.ts'
import { CoverBody } from '../../../events/api/cover.ts'
import { ErasureBody } from '../../../events/api/erasures.ts'
import { CollectBody, ExtractAnswerBody, PackBody, TrustCollectBody } from '../../../events/api/extracts.ts'
import { GroupBody, GroupChangeBody } from '../../../events/api/groups.ts'
import { HeldLettersBody } from '../../../events/api/held-letters.ts'
import { TermlyBody } from '../../../events/api/letters.ts'
import { MappingBody } from '../../../events/api/mappings.ts'
import {
  BecauseBody,
  ClosureBody,
  ConfirmBody,
  HoldBody,
  LateOpeningBody,
  OutcomeBody,
  StepBody,
  VisitBody,
} from '../../../events/api/office.ts'
import { ConsiderBody, NoticeBody, NoticeEntryBody } from '../../../events/api/penalties.ts'
import { PolicyAgainBody, PolicyDraftBody, PolicyPublishBody } from '../../../events/api/policy.ts'
import { SearchBody } from '../../../events/api/pupils.ts'
import { AbsenceBody, ArrivalBody, DepartureBody, MarkChangeBody, RegisterBody } from '../../../events/api/registers.ts'
import { RehearsalBody } from '../../../events/api/rehearsals.ts'
import { AskReturnBody, EnquiryBody, ReturnSentBody } from '../../../events/api/returns.ts'
import { TextNowBody } from '../../../events/api/site.ts'
import { StageBody } from '../../../events/api/stages.ts'
import { OutBody, VisitRiskBody } from '../../../events/api/visits.ts'
import { PreviewBody } from '../../../events/api/wordings.ts'

export const BODIES: Readonly<Record<string, z.ZodType>> = {
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
  'POST cover': CoverBody,
  'DELETE cover/{cover}': BecauseBody,
  'POST groups': GroupBody,
  'POST rehearsals': RehearsalBody,
  'POST policy/check': PolicyDraftBody,
  'POST policy/versions': PolicyPublishBody,
  'POST policy/versions/{version}/publish': PolicyAgainBody,
  'PUT groups/{group}': GroupChangeBody,
  'DELETE groups/{group}': BecauseBody,
  'POST letters/orders': TermlyBody,
  'POST letters/held': HeldLettersBody,
  'POST erasures/{task}': ErasureBody,
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
  'POST /trust/extracts/{extract}/collect': TrustCollectBody,
  'POST conversations/preview': ReplyPreviewBody,
  'POST extracts/{extract}/collect': CollectBody,
  'POST extracts/{extract}/packs/{reference}': PackBody,
  'POST extracts/{extract}/answer': ExtractAnswerBody,
}
