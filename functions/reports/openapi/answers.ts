/** What is answered, where a schema holds both sides to it. */
import type * as z from 'zod'
import {
  ConversationsAnswer,
  ReplyPreviewAnswer,
  ThreadAnswer,
  WrittenAnswer,
} from '../../../events/api/conversation-answers.ts'
import { CoversAnswer } from '../../../events/api/cover.ts'
import { BrakeAnswer, DayAnswer } from '../../../events/api/day.ts'
import { CollectAtAnswer, CollectedAnswer, ExtractsAnswer, TrustExtractsAnswer } from '../../../events/api/extracts.ts'
import { PatternsAnswer, ReconciliationAnswer, ReportAnswer, ReportsAnswer } from '../../../events/api/figures.ts'
import { AttendanceByAnswer, GroupsAnswer } from '../../../events/api/groups.ts'
import { KeptReportsAnswer } from '../../../events/api/kept-reports.ts'
import { AttendAnswer, LettersAnswer, PenaltiesAnswer, ThresholdsAnswer } from '../../../events/api/lead.ts'
import { ClassAnswer, TodayAnswer } from '../../../events/api/people.ts'
import { PolicyPublishedAnswer, PolicyVersionsAnswer } from '../../../events/api/policy.ts'
import { LeaveRequestsAnswer, PupilAttendAnswer } from '../../../events/api/pupil-work.ts'
import { ChronicleAnswer, PupilAnswer, PupilAttendanceAnswer, PupilsAnswer } from '../../../events/api/pupils.ts'
import { RegisterAnswer } from '../../../events/api/registers.ts'
import { OnSiteAnswer, TextNowAnswer } from '../../../events/api/site-answers.ts'
import { StaffAnswer } from '../../../events/api/staff.ts'
import { TrustOverviewAnswer } from '../../../events/api/trust.ts'
import { VisitedAnswer, VisitsAnswer } from '../../../events/api/visit-answers.ts'

export const ANSWERS: Readonly<Record<string, z.ZodType>> = {
  'GET today': TodayAnswer,
  'GET cover': CoversAnswer,
  'GET groups': GroupsAnswer,
  'GET attendance': AttendanceByAnswer,
  'GET reports': ReportsAnswer,
  'GET reports/{report}': ReportAnswer,
  'GET kept-reports': KeptReportsAnswer,
  'GET kept-reports/{report}': ReportAnswer,
  'GET patterns': PatternsAnswer,
  'GET reconciliation': ReconciliationAnswer,
  'GET policy/versions': PolicyVersionsAnswer,
  'POST policy/versions': PolicyPublishedAnswer,
  'POST policy/versions/{version}/publish': PolicyPublishedAnswer,
  'GET classes/{class}': ClassAnswer,
  'GET days/{date}': DayAnswer,
  'GET brakes/{brake}': BrakeAnswer,
  'POST pupils/search': PupilsAnswer,
  'GET pupils/{pupil}': PupilAnswer,
  'GET pupils/{pupil}/chronicle': ChronicleAnswer,
  'GET pupils/{pupil}/attendance': PupilAttendanceAnswer,
  'GET registers/{date}/{session}/{class}': RegisterAnswer,
  'PUT registers/{date}/{session}/{class}': RegisterAnswer,
  'GET conversations': ConversationsAnswer,
  'GET conversations/{contact}': ThreadAnswer,
  'POST conversations/{contact}/replies': WrittenAnswer,
  'POST conversations/preview': ReplyPreviewAnswer,
  'GET staff': StaffAnswer,
  'GET thresholds': ThresholdsAnswer,
  'GET letters': LettersAnswer,
  'GET attend': AttendAnswer,
  'GET penalty-notices': PenaltiesAnswer,
  'GET pupils/{pupil}/attend': PupilAttendAnswer,
  'GET pupils/{pupil}/leave-requests': LeaveRequestsAnswer,
  'GET on-site': OnSiteAnswer,
  'POST days/{date}/texts': TextNowAnswer,
  'GET visits': VisitsAnswer,
  'POST visits': VisitedAnswer,
  'GET extracts': ExtractsAnswer,
  'POST extracts/{extract}/collect': CollectedAnswer,
  'POST extracts/{extract}/packs/{reference}': CollectedAnswer,
  'GET /trust/overview': TrustOverviewAnswer,
  'GET /trust/academies': CollectAtAnswer,
  'GET /trust/extracts': TrustExtractsAnswer,
  'POST /trust/extracts/{extract}/collect': CollectedAnswer,
}
