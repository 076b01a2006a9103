import { refused } from '../test-support/refused.ts'

refused(
  'a grouping taken together with itself',
  { 'reports.together': [{ rows: 'sex', columns: 'sex' }] },
  { field: 'reports.together.0.columns', what: /as the rows are/, remedy: /another grouping/ },
)

refused(
  'two groupings together of which the school shows one by itself',
  { 'reports.together': [{ rows: 'fsm', columns: 'sex' }], groups: ['year', 'fsm'] },
  { field: 'reports.together.0', what: /names sex/, remedy: /Add sex to groups/ },
)
