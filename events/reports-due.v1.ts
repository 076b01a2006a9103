import * as z from 'zod'
import { academyId } from './values.ts'

/** An academy's night has been: the reports that its policy has made today may be made. */
export const ReportsDueV1 = z.object({ academy: academyId })
