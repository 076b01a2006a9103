import { type Check, when } from './check.ts'

/** Two groupings that are shown together are two, and both are among those that the school breaks figures down by. */
export const groupingsTogether: Check = ({ reports: { together }, groups }) =>
  together.flatMap(({ rows, columns }, index) => [
    ...when(
      rows === columns,
      `reports.together.${index}.columns`,
      `is ${columns}, as the rows are: a grouping taken with itself is the grouping.`,
      'Name another grouping, or take the line out.',
    ),
    ...[rows, columns].flatMap((by) =>
      when(
        !groups.includes(by),
        `reports.together.${index}`,
        `names ${by}, by which this policy breaks no figures down.`,
        `Add ${by} to groups, or use one of ${groups.join(', ')}.`,
      ),
    ),
  ])
