import type { LadderStep } from '../policy.ts'
import { refused } from '../test-support/refused.ts'

type Steps = readonly LadderStep[]

refused(
  'a ladder with a gap',
  { ladder: (steps: Steps) => steps.filter((step) => step.day !== 2) },
  { field: 'ladder', what: /a gap: no step on day 2/, remedy: /every day/ },
)

refused(
  'a ladder of three days',
  { ladder: (steps: Steps) => steps.map((step) => ({ ...step, day: Math.min(step.day, 3) })) },
  { field: 'ladder', what: /ends on day 3/, remedy: /day 4 at least/ },
)

refused(
  'a ladder without a visit',
  { ladder: (steps: Steps) => steps.filter((step) => step.do !== 'visit') },
  { field: 'ladder', what: /no home visit/, remedy: /not shortened/ },
)

refused(
  'a ladder without a referral',
  { ladder: (steps: Steps) => steps.filter((step) => step.do !== 'referral') },
  { field: 'ladder', what: /no missing-child referral/, remedy: /not shortened/ },
)

refused(
  'a ladder without a wider search',
  { ladder: (steps: Steps) => steps.filter((step) => step.do !== 'wider-search') },
  { field: 'ladder', what: /no wider search/, remedy: /not shortened/ },
)

refused(
  'a ladder that gives up',
  { ladder: (steps: Steps) => steps.map((step) => ({ ...step, repeat: 'once' })) },
  { field: 'ladder', what: /stops after its last day/, remedy: /daily/ },
)

refused(
  'a first-day step before silence is known',
  { 'ladder.0.at': 'register-close' },
  { field: 'ladder.0.at', what: /before silence by lunch/, remedy: /lunch/ },
)

refused(
  'two steps of one name',
  { 'ladder.1.id': 'first-call' },
  { field: 'ladder.1.id', what: /a second time/, remedy: /own name/ },
)
