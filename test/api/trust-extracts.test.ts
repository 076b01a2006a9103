/** The extracts of every academy for the Trust, put together: one list, one file, and at each academy a receipt of who has its rows. */
import { beforeAll, expect, test } from 'vitest'
import { bytesHash } from '../../shared/adapters/evidence/sha256.ts'
import { instantOf } from '../../shared/domain/time.ts'
import { act, openTrust, type TrustAcademy } from '../support/trust.ts'

const WEEK = { from: '2026-01-12', until: '2026-01-18' }
/** More than five school days after that week. */
const NIGHT = instantOf('2026-01-27', '03:00', 'Europe/London')
const COLLECT = 'POST /trust/extracts/{extract}/collect'
const GOOD = { possible: 2, attended: 2, authorised: 0, unauthorised: 0, late: 0 }

let trust: Awaited<ReturnType<typeof openTrust>>

const takes = (academy: TrustAcademy, codes: readonly ('/' | 'O')[]) => {
  const marks = Object.fromEntries(codes.map((code, index) => [`c0-${index}`, { code, source: 'teacher' as const }]))
  const saved = { classId: 'c0', date: WEEK.from, session: 'AM', version: 1, submitted: true, asOf: NIGHT } as const
  return trust.stores.saveRegister(academy, { ...saved, marks }, 0, act('register-saved'))
}
const listed = async (group = 'trust.operator') => (await trust.ask(group, 'GET /trust/extracts')).body.extracts
const collect = async (extract: string, body: unknown = {}, group = 'trust.operator') => {
  const { status, headers, body: said } = await trust.ask(group, COLLECT, { path: { extract }, body })
  if (status !== 303) return { status, text: '', said }
  const path = String(headers.location).replace('https://files.example/', '')
  const bytes = (await trust.world.files('any').get(path)) ?? new Uint8Array()
  return { status, text: Buffer.from(bytes).toString('utf8'), said }
}

beforeAll(async () => {
  trust = await openTrust(NIGHT)
  for (const academy of ['springbank', 'hilltop'] as const) await trust.enrols(academy, 1, 3, GOOD)
  await takes('springbank', ['/', '/', 'O'])
  await takes('hilltop', ['/', 'O', 'O'])
})

test('an academy whose extract is not made yet is named, and the others are there without it', async () => {
  await trust.makesExtracts('springbank')
  const [found, ...others] = await listed()
  expect(others).toEqual([])
  expect(found).toMatchObject({ kind: 'trust-attendance', period: WEEK, rows: 3 })
  expect(found.academies.map(({ academy }: { academy: { id: string } }) => academy.id)).toEqual(['springbank'])
  expect(found.leftOut).toMatchObject([{ academy: { id: 'hilltop' }, because: 'not-made' }])
})

test('all academies are one file, under pseudonyms, and each academy knows who has its rows', async () => {
  await trust.makesExtracts('hilltop')
  const [found] = await listed()
  const { status, text, said } = await collect(found.id)
  expect(status).toBe(303)
  const [head, ...rows] = text.trimEnd().split('\r\n')
  expect(head).toMatch(/^authority,urn,academy,pseudonym,/)
  expect(rows).toHaveLength(6)
  expect(rows.map((row) => row.split(',')[2])).toEqual([...Array(3).fill('hilltop'), ...Array(3).fill('springbank')])
  expect(text).not.toMatch(/Ashdown|P-c0|c0-/)
  expect(said.receipt).toMatchObject({ part: 'data', by: 's-trust', sha256: bytesHash(Buffer.from(text)) })
  for (const academy of ['springbank', 'hilltop'] as const) {
    const [own] = (await trust.stores.extracts(academy, WEEK.from)).filter(({ recipient }) => recipient === 'trust')
    expect(own?.receipts).toMatchObject([{ part: 'data', by: 's-trust', sha256: own?.sha256 }])
  }
})

test('asked for again it is the same bytes, and its list names every part by its hash', async () => {
  const [found] = await listed()
  const [one, again] = [await collect(found.id), await collect(found.id)]
  expect(again.text).toBe(one.text)
  const manifest = JSON.parse((await collect(found.id, { part: 'manifest' })).text)
  expect(manifest).toMatchObject({ rows: 6, sha256: bytesHash(Buffer.from(one.text)), leftOut: [] })
  expect(manifest.academies).toEqual(
    found.academies.map(({ academy, generatedAt: _at, state: _state, extract, ...rest }: Record<string, unknown>) => ({
      ...rest,
      academy: (academy as { id: string }).id,
      extractId: extract,
    })),
  )
  const asJson = JSON.parse((await collect(found.id, { format: 'json' })).text)
  expect(asJson.rows).toHaveLength(6)
})

test('the Trust’s operator has no names: what is for its attendance lead alone is not there, nor is any of it for others', async () => {
  const [found] = await listed()
  expect(await listed('trust.attendance')).toEqual([])
  expect((await collect(found.id, {}, 'trust.attendance')).status).toBe(404)
  for (const group of ['springbank.head', 'la.891.reader', 'springbank.governor']) {
    expect((await trust.ask(group, 'GET /trust/extracts')).status).toBe(403)
    expect((await collect(found.id, {}, group)).status).toBe(403)
  }
})
