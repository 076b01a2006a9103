/** An officer of the authority collects the pack of a referral that an extract names, and there is a receipt; nobody else's, and none besides. */
import { beforeAll, describe, expect, test } from 'vitest'
import { make as makeExtracts } from '../../functions/extracts/handler.ts'
import { bytesHash } from '../../shared/adapters/evidence/sha256.ts'
import { noPenalties } from '../../shared/domain/penalties/record.ts'
import { referralPath } from '../../shared/domain/penalties/referral.ts'
import type { World } from '../../shared/ports/world.ts'
import { type ApiSchool, openApiSchool, SCHOOL } from '../support/school-api.ts'

const OFFICER = 'la.891.reader'
const ACT = { at: '2026-01-21T12:00:00.000Z', by: 's-lead', kind: 'penalty-considered' }
const PACK = Buffer.from('the pack of P002')

let school: ApiSchool
let extract: string

const makes = async (anew = false): Promise<void> => {
  const env = { TABLE: 'table', EXTRACTS_BUCKET: 'e', EXTRACTS_QUEUE_URL: 'q', PSEUDONYMS_SECRET: 'p' }
  const run = makeExtracts({ ...school.world, env } as World) as unknown as (
    event: unknown,
    context: unknown,
  ) => Promise<{ batchItemFailures: unknown[] }>
  const message = { messageId: 'm', body: JSON.stringify({ academy: SCHOOL, anew }), attributes: {} }
  expect((await run({ Records: [message] }, {})).batchItemFailures).toEqual([])
}
const referrals = async () =>
  (await school.ask(OFFICER, 'GET', 'extracts')).body.extracts.filter(
    ({ kind }: { kind: string }) => kind === 'referrals',
  )
const collect = (as: string, reference: string, of = extract) =>
  school.ask(as, 'POST', `extracts/${of}/packs/${reference}`, {})

beforeAll(async () => {
  school = await openApiSchool()
  const considered = {
    decision: 'refer',
    by: 's-lead',
    at: ACT.at,
    because: 'Ten sessions.',
    through: '2026-01-20',
    sessions: 10,
    parents: ['c102'],
  } as const
  await school.stores.savePenaltyRecord(
    SCHOOL,
    {
      ...noPenalties('k02', '2017-05-04'),
      considered: [
        { ...considered, id: 'ref-1' },
        { ...considered, id: 'ref-2' },
      ],
    },
    ACT,
  )
  await school.world.files('letters').put(referralPath(SCHOOL, 'ref-1', 'pack.zip'), PACK, 'application/zip')
  await school.world.files('letters').put(referralPath(SCHOOL, 'other', 'pack.zip'), PACK, 'application/zip')
  school.at('02:00', '2026-01-27')
  await makes()
  extract = (await referrals())[0].id
})

describe('the pack of a referral', () => {
  test('is collected by the officer of the authority under the reference in the data, with a receipt of its very bytes', async () => {
    const { status, headers, body } = await collect(OFFICER, 'ref-1')
    expect(status).toBe(303)
    expect(headers.location).toBe(`https://files.example/${referralPath(SCHOOL, 'ref-1', 'pack.zip')}`)
    const receipt = { part: 'pack', reference: 'ref-1', by: `s-${OFFICER}`, sha256: bytesHash(PACK) }
    expect(body.receipt).toMatchObject(receipt)
    const [listed] = await referrals()
    expect(listed.receipts).toMatchObject([receipt])
    // The data itself waits still.
    expect(listed.state).toBe('waiting')
    expect(school.acts.at(-1)).toMatchObject({
      kind: 'extract-collected',
      detail: { part: 'pack', reference: 'ref-1' },
    })
    const linked = await school.ask(OFFICER, 'POST', `extracts/${extract}/packs/ref-1`, { hand: 'link' })
    expect(linked).toMatchObject({ status: 200, body: { address: headers.location } })
  })

  test('that is not made yet is said to be so; one that the extract does not name is not there, whatever lies where', async () => {
    expect(await collect(OFFICER, 'ref-2')).toMatchObject({ status: 404, body: { title: 'The pack is not made yet.' } })
    for (const reference of ['other', 'ref-9'])
      expect(await collect(OFFICER, reference)).toMatchObject({ status: 404, body: { code: 'not-found' } })
  })

  test('is nothing to officers of others, to the Trust, or to staff who do not lead on attendance', async () => {
    for (const as of ['la.830.reader', 'teacher', 'office', 'governor', 'la.891.virtual-school']) {
      const { status } = await collect(as, 'ref-1')
      expect([as, [403, 404].includes(status)]).toEqual([as, true])
    }
    expect((await collect('trust.operator', 'ref-1')).status).toBe(404)
  })

  test('is nothing more to them where they are a governor or a teacher of the school as well', async () => {
    for (const own of ['governor', 'teacher'])
      for (const group of ['trust.operator', 'la.891.virtual-school']) {
        const as = `${group} ${SCHOOL}.${own}`
        expect([as, (await collect(as, 'ref-1')).status]).toEqual([as, 404])
        const { extracts } = (await school.ask(as, 'GET', 'extracts')).body
        expect(extracts.filter(({ kind }: { kind: string }) => kind === 'referrals')).toEqual([])
      }
    expect((await collect(`${OFFICER} ${SCHOOL}.governor`, 'ref-1')).status).toBe(303)
  })

  test('whose referral was taken back is not collected by the extract that named it', async () => {
    const record = await school.stores.penaltyRecord(SCHOOL, 'k02')
    if (record === undefined) throw new Error('There is no record')
    const [first, second] = record.considered
    if (!first || !second) throw new Error('There are two referrals')
    const undone = { ...first, undone: { by: 's-lead', at: '2026-01-27T09:00:00.000Z', because: 'The wrong child' } }
    await school.stores.savePenaltyRecord(SCHOOL, { ...record, considered: [undone, second] } as typeof record, ACT)
    school.at('02:00', '2026-01-28')
    await makes(true)
    const newest = (await referrals()).find(({ superseded }: { superseded: boolean }) => !superseded)
    expect(newest.id).not.toBe(extract)
    expect(await collect(OFFICER, 'ref-1')).toMatchObject({ body: { code: 'superseded' } })
    expect((await collect(OFFICER, 'ref-1', newest.id)).status).toBe(404)
  })
})
