/** Codes agreed here that the school's own system does not say yet. */
import type { Mark, Register } from './register.ts'

/** What another system cannot know: an arrival at the office, a code the office gave, an absence known here. */
const AGREED_HERE: readonly Mark['source'][] = ['office', 'arrival', 'known']

/** The marks of a register that are to be entered there, by pupil key. */
export const agreedHere = (register: Register): readonly { readonly pupil: string; readonly mark: Mark }[] =>
  Object.entries(register.marks)
    .filter(([, mark]) => AGREED_HERE.includes(mark.source) && mark.inMis === undefined)
    .map(([pupil, mark]) => ({ pupil, mark }))

/** The register once its agreed marks were entered there; those that changed meanwhile still wait. */
export const enteredThere = (register: Register, entered: Readonly<Record<string, Mark>>): Register['marks'] =>
  Object.fromEntries(
    Object.entries(register.marks).map(([pupil, mark]) => {
      const was = entered[pupil]
      const isSame = was !== undefined && was.code === mark.code && was.minutesLate === mark.minutesLate
      return [pupil, isSame && mark.inMis === undefined ? { ...mark, inMis: true as const } : mark]
    }),
  )
