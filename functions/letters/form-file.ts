/** Reads back the form of a referral; one kept before authorities had forms of their own holds everything. */
import * as z from 'zod'
import { FORM_NEEDS, FORM_SECTIONS, FORM_TABLES, type ReferralForm } from '../../shared/domain/penalties/form.ts'
import { ROW_VALUES } from '../../shared/domain/penalties/row-values.ts'

export const FormSchema = z
  .object({
    name: z.string(),
    sections: z.array(z.enum(FORM_SECTIONS)),
    rowPer: z.enum(['parent', 'child']),
    row: z.array(z.object({ column: z.string(), value: z.enum(ROW_VALUES) })),
    dates: z.enum(['iso', 'uk']),
    tables: z.array(z.enum(FORM_TABLES)),
    needs: z.array(z.enum(FORM_NEEDS)),
  })
  .default({
    name: 'referral for a penalty notice',
    sections: [...FORM_SECTIONS],
    rowPer: 'parent',
    row: [{ column: 'reference', value: 'reference' }],
    dates: 'iso',
    tables: [...FORM_TABLES],
    needs: [],
  }) satisfies z.ZodType<ReferralForm>
