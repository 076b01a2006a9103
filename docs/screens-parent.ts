/** The page of a child's record, as a parent sees it who has typed the code of a letter. */
import type { LocalStack } from '../local/stack.ts'
import { randomIds } from '../shared/adapters/system/ids.ts'
import { schoolYearOf } from '../shared/domain/calendar.ts'
import { byPupil } from '../shared/domain/counting/class-tally.ts'
import { absentIn } from '../shared/domain/counting/tally.ts'
import { codeOf } from '../shared/domain/family-page/address.ts'
import { letterRecipients } from '../shared/domain/letter-recipients.ts'
import { addressMark } from '../shared/domain/letters/address.ts'
import { addDays } from '../shared/domain/time.ts'
import type { Screen } from './screen.ts'
import { ACADEMY, DATE } from './shown-school.ts'

/** Sessions missed by the child that is shown, at least: a page with something to read. */
const MISSED = 6

/** A child with days missed and times late, and a parent who is written to. */
const familyOf = async ({ stores }: LocalStack) => {
  const tallies = byPupil(await stores.tallies(ACADEMY, schoolYearOf(DATE)))
  const keys = [...tallies].flatMap(([key, tally]) => (absentIn(tally) >= MISSED && tally.late > 0 ? [key] : []))
  for (const pupil of Object.values(await stores.roll.pupils(ACADEMY, keys.toSorted()))) {
    const [to] = letterRecipients(pupil, DATE).to
    if (to) return { pupil, to }
  }
  throw new Error('No child of the made-up school has been away and late')
}

/** Each look is another browser, and a code is for one. */
const codeFor = async (stack: LocalStack): Promise<string> => {
  const { pupil, to } = await familyOf(stack)
  const code = codeOf(randomIds().fresh())
  await stack.stores.keepFamilyLink(code, {
    academy: ACADEMY,
    contactId: to.contactId,
    postedTo: addressMark(to),
    pupils: [pupil.key],
    madeAt: stack.clock.now(),
    until: `${addDays(DATE, 28)}T00:00:00.000Z`,
  })
  return code
}

export const PARENT_SCREENS: readonly Screen[] = [
  {
    name: 'parent',
    shows: '',
    at: '10:45',
    as: '',
    async open(page, stack) {
      await page.goto(new URL(`/p/${await codeFor(stack)}`, page.url()).href)
      await page.getByRole('button', { name: 'Show the record' }).click()
      await page.getByRole('heading', { level: 2 }).first().waitFor()
    },
  },
]
