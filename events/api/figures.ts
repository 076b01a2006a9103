/** Reports, patterns and the comparison of figures, as the console reads them. */
import * as z from 'zod'

const span = z.object({ from: z.string(), until: z.string() })

export const ReportsAnswer = z
  .object({
    reports: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        says: z.string(),
        asks: z.literal('class').optional(),
        every: z.string(),
        due: z.string().nullable().describe('The last day on which it was to be made.'),
        date: z.string().nullable().describe('The date to which it then counted.'),
      }),
    ),
  })
  .describe('Reports that you may read.')

const Table = z.object({
  title: z.string(),
  columns: z.array(z.object({ title: z.string(), unit: z.string().optional() })),
  rows: z.array(z.array(z.string())),
  note: z.string().optional(),
})

const tenths = z.number().nullable().describe('Tenths of the unit.')

const Chart = z.object({
  title: z.string(),
  unit: z.string(),
  from: z.number(),
  until: z.number(),
  series: z.array(z.object({ name: z.string(), points: z.array(z.object({ label: z.string(), tenths })) })),
  lines: z.array(z.object({ name: z.string(), tenths: z.number() })),
})

export const ReportAnswer = z
  .object({
    name: z.string(),
    title: z.string(),
    school: z.string(),
    period: span,
    date: z.string().describe('The last date counted.'),
    isConfidential: z.boolean().describe('Names children.'),
    findings: z.array(z.string()),
    sections: z.array(
      z.object({ title: z.string(), says: z.array(z.string()), chart: Chart.optional(), table: Table }),
    ),
    notes: z.array(z.string()),
  })
  .describe('A report.')

const Person = z.object({ id: z.string(), name: z.string(), class: z.string() })

export const PatternsAnswer = span
  .extend({
    patterns: z.array(
      z.object({ kind: z.string(), pupils: z.array(z.string()), people: z.array(Person), says: z.string() }),
    ),
    ahead: z.array(
      z.looseObject({
        pupil: z.string().nullable(),
        person: Person.nullable(),
        line: z.string(),
        on: z.string(),
        avoidableUntil: z.string(),
        mayMiss: z.int(),
        says: z.array(z.string()).describe('The arithmetic, step by step.'),
      }),
    ),
    registers: z.array(z.object({ class: z.string(), kind: z.string(), says: z.string() })),
    weekdays: Table,
    codes: Table,
  })
  .describe('What stands out in a year’s absences.')

const Figure = z.object({
  pupils: z.int(),
  possible: z.int(),
  attended: z.int(),
  authorised: z.int(),
  unauthorised: z.int(),
  persistentlyAbsent: z.int(),
  attendance: z.string().nullable(),
})

const Definition = z.object({
  window: span,
  leavers: z.string(),
  ages: z.string(),
  c2: z.string(),
  x: z.string(),
  y: z.string(),
  decimals: z.number(),
})

const Against = z.object({
  counts: Definition,
  figure: Figure,
  difference: z.looseObject({ possible: z.int(), hundredths: z.int().nullable() }),
  causes: z.array(
    z.looseObject({
      cause: z.string(),
      possible: z.int(),
      attended: z.int(),
      touches: z.int(),
      hundredths: z.int().nullable(),
      because: z.string(),
    }),
  ),
})

export const ReconciliationAnswer = span
  .extend({
    school: z.object({ counts: Definition, figure: Figure }),
    department: Against,
    governors: Against,
    other: Against.optional(),
  })
  .describe('The figures of several for one question, each difference by cause.')
