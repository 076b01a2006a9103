import { type Check, when } from './check.ts'

/** A way of giving a reason is taken or refused, not both. */
export const oneWayOrTheOther: Check = ({ reporting: { via, refuses } }) =>
  via.flatMap((way) =>
    when(
      Object.hasOwn(refuses, way),
      `reporting.refuses.${way}`,
      `refuses ${way}, which reporting.via takes.`,
      'Take it out of one of the two.',
    ),
  )
