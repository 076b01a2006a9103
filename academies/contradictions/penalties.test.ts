import { refused } from '../test-support/refused.ts'

refused(
  'a school whose authority has no form',
  { 'localAuthority.code': '999' },
  { field: 'localAuthority.code', what: /no form for a referral/, remedy: /Add "999"/ },
)

refused(
  'a form without the sessions',
  { 'penalties.forms.891.sections': ['child', 'parents', 'declaration'] },
  { field: 'penalties.forms.891.sections', what: /leave out "sessions"/, remedy: /Add/ },
)

refused(
  'a form with one part twice',
  { 'penalties.forms.891.sections': ['child', 'parents', 'sessions', 'declaration', 'child'] },
  { field: 'penalties.forms.891', what: /names "child" twice/, remedy: /Take one/ },
)

refused(
  'a row by which nobody can name the referral',
  { 'penalties.forms.892.row': [{ column: 'UPN', value: 'upn' }] },
  { field: 'penalties.forms.892.row', what: /no column with the reference/, remedy: /reference/ },
)
