/** Routes of the policy: read, a draft checked, published, and an earlier version published once more. */
import type { ApiRoute } from './api-route.ts'

const by = 'reports'

export const POLICY_ROUTES: readonly ApiRoute[] = [
  {
    by,
    route: 'GET /academies/{academy}/policy',
    says: 'The newest policy, its schema, and of each value where it comes from and who may change it.',
  },
  {
    by,
    route: 'POST /academies/{academy}/policy/check',
    says: 'A draft checked as if it were to be published: what is wrong, what changes, what would be done otherwise. Publishes nothing.',
  },
  {
    by,
    route: 'GET /academies/{academy}/policy/versions',
    says: 'Every version that was published: who, when, why, and from which date it holds.',
  },
  {
    by,
    route: 'POST /academies/{academy}/policy/versions',
    says: 'Publish a draft. It is in force from the next local midnight.',
  },
  {
    by,
    route: 'POST /academies/{academy}/policy/versions/{version}/publish',
    says: 'Publish an earlier version once more, from the next local midnight.',
  },
]
