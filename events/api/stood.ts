import * as z from 'zod'
import { RegisterAnswer } from './registers.ts'

export const StoodAnswer = RegisterAnswer.extend({
  at: z.iso.datetime().describe('The moment that was asked for.'),
  savedAt: z.iso.datetime().optional().describe('When the version was saved that stood then; absent where nobody had.'),
  savedBy: z.string().optional(),
  act: z.string().optional().describe('What it was saved for, such as register-saved or mark-amended.'),
  names: z.record(z.string(), z.string()).describe('By pupil id, whom the register named then, as they are called.'),
}).describe('A register as it stood at a moment, whatever was amended since.')
