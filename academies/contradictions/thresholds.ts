import { type Check, when } from './check.ts'

/** A family is warned before it gets a letter, and nobody is warned while the school's aim is met. */
export const thresholdsInOrder: Check = ({ thresholds: { target, warning, stage1, textsAt, improved }, texts }) => [
  ...when(
    stage1 >= warning,
    'thresholds.stage1',
    `of ${stage1}% is not below the warning at ${warning}%: the letter would come before the warning.`,
    `Set it below ${warning}.`,
  ),
  ...when(
    warning > target,
    'thresholds.warning',
    `of ${warning}% is above the target of ${target}%: families who meet the target would be warned.`,
    `Set it to ${target} or less.`,
  ),
  ...when(
    improved < stage1,
    'thresholds.improved',
    `of ${improved}% is below the letter’s line of ${stage1}%: a family would be told of an improvement and of a fall at once.`,
    `Set it to ${stage1} or more.`,
  ),
  ...when(
    improved > target,
    'thresholds.improved',
    `of ${improved}% is above the target of ${target}%: a child who does what the school aims at would not have improved.`,
    `Set it to ${target} or less.`,
  ),
  ...when(
    textsAt >= texts.usefulUntil.warning,
    'thresholds.textsAt',
    `is ${textsAt}, and no warning goes after ${texts.usefulUntil.warning}: none would ever go.`,
    `Set it before ${texts.usefulUntil.warning}.`,
  ),
]
