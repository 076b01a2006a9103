import { refused } from '../test-support/refused.ts'

const recipient = {
  id: 'attendance-team',
  name: 'The council',
  kind: 'local-authority',
  on: true,
  format: 'csv',
  remind: true,
  sends: [{ extract: 'absence', every: 'weekly', afterSchoolDays: 5 }],
}
/** A public key of age with another last letter. */
const SLIP = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8q'
const keyed = (how: 'age' | 'pgp', key: string) => ({
  'extracts.recipients': [{ ...recipient, encryption: { with: how, key } }],
})
const field = 'extracts.recipients.0.encryption.key'

refused('an age key with a slip in it', keyed('age', SLIP), {
  field,
  what: /has a slip in it/,
  remedy: /Ask attendance-team for its public key/,
})

refused(
  'a private key',
  keyed('pgp', '-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nxVgE\n-----END PGP PRIVATE KEY BLOCK-----'),
  {
    field,
    what: /private key, which nobody but its owner may ever have/,
    remedy: /the whole block/,
  },
)

refused(
  'an extract that is made for somebody else',
  { 'extracts.recipients': [{ ...recipient, sends: [{ extract: 'dfe-daily', every: 'daily', afterSchoolDays: 0 }] }] },
  { field: 'extracts.recipients.0.sends.0.extract', what: /is not for a local-authority/, remedy: /attendance-team/ },
)

refused(
  'two recipients of one name',
  { 'extracts.recipients': [recipient, { ...recipient, name: 'Another council' }] },
  { field: 'extracts.recipients', what: /alike/, remedy: /id of its own/ },
)
