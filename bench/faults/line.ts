/** A parent who reports on the absence line, and rings again until the line has understood. */
import type { Call } from './played.ts'
import type { School, TrustOfBench } from './school.ts'

/** How often somebody rings again whom the line cut off or did not understand: a place that nobody has died at yet is always died at, and one call passes many. */
const PATIENCE = 40

/** My child, is ill, today only, and that is right. */
const REPORTS = ['1', '1', '1', '1']

/** Rings the absence line until a report was confirmed. */
export const ring = async ({ stack }: TrustOfBench, school: School, from: string): Promise<Call> => {
  for (let tried = 1; tried <= PATIENCE; tried++) {
    const rung = await ringOnce(stack, school, from)
    await stack.turning.quiet()
    if (rung?.kept?.state.learned.confirmed) return { academy: school.academy, call: rung.call }
  }
  throw new Error('The absence line never took a report')
}

const ringOnce = async ({ telephone }: TrustOfBench['stack'], school: School, from: string) => {
  try {
    return await telephone.ring(school.academy, school.line.provider, {
      from,
      to: school.line.number,
      digits: REPORTS,
      speech: [],
      hangUpAfter: undefined,
      leavesMessage: false,
      officeAnswers: false,
      tellsEnd: true,
    })
  } catch {
    // The network ends a call that we did not answer.
    return undefined
  }
}
