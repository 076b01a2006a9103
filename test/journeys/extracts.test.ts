/** A week at a school whose authority is sent extracts: made at night, collected with a receipt, superseded when a mark changes, chased when nobody comes. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { extractsInWords, writeExtracts } from '../../local/day/write-extracts.ts'
import type { ShownExtract } from '../../local/extracts/shown.ts'
import { localApi } from '../../local/local-api.ts'
import { bytesHash } from '../../shared/adapters/evidence/sha256.ts'
import { classOf } from './support/people.ts'
import { openSchool, type School, type SchoolSettings } from './support/school.ts'

const OFFICER = 'la.891.reader'
const STRANGER = 'la.830.reader'
const ANALYST = 'trust.operator'
const FRIDAY = '2026-01-16'
const WEEK = { from: '2026-01-12', until: '2026-01-18' }

interface Listed {
  readonly id: string
  readonly kind: string
  readonly recipient: string
  readonly period: { readonly from: string; readonly until: string }
  readonly number: number
  readonly rows: number
  readonly sha256: string
  readonly supersedes?: string
  readonly superseded: boolean
  readonly differences?: number
  readonly state: string
  readonly chased?: string
  readonly receipts: readonly { readonly by: string; readonly at: string; readonly sha256: string }[]
}

let school: School

/** A week is sent the night after, so that the tests need no second one. */
const atOnce: NonNullable<SchoolSettings['change']> = (loaded) => ({
  ...loaded,
  policy: {
    ...loaded.policy,
    extracts: {
      ...loaded.policy.extracts,
      recipients: loaded.policy.extracts.recipients.map((recipient) => ({
        ...recipient,
        sends: recipient.sends.map((send) => ({ ...send, afterSchoolDays: 0 })),
      })),
    },
  },
})

const listed = async (role: string): Promise<readonly Listed[]> => {
  const { status, body } = await school.api(role, 'GET', 'extracts')
  expect(status).toBe(200)
  return (body as { extracts: readonly Listed[] }).extracts
}
const absenceOf = async (from: string): Promise<readonly Listed[]> =>
  (await listed(OFFICER)).filter(({ kind, period }) => kind === 'absence' && period.from === from)

const collect = async (role: string, id: string, part?: string) => {
  const answered = await school.api(role, 'POST', `extracts/${id}/collect`, part === undefined ? {} : { part })
  expect(answered.status).toBe(303)
  const ticket = new URL(answered.headers.location ?? '').pathname.split('/').at(-1) ?? ''
  const file = await school.stack.files.download(ticket)
  return {
    receipt: (answered.body as { receipt: Listed['receipts'][number] }).receipt,
    bytes: file?.body ?? new Uint8Array(),
  }
}
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')

const nights = async (until: string): Promise<void> => {
  await school.clock.to(`${until} 07:00`)
  await school.stack.turning.quiet()
}

beforeAll(async () => {
  const [first, second, third] = classOf('3B')
  if (!first || !second || !third) throw new Error('The class has fewer than three pupils')
  const pupils = [first, second, { ...third, more: { lookedAfter: 'Y' } }]
  school = await openSchool({ date: FRIDAY, pupils, change: atOnce })
  await school.clock.to('09:05')
  await school.takeRegister('3B', 'AM', { marks: { [school3(0)]: 'N' } })
  await nights('2026-01-19')
})
afterAll(() => school.close())

/** The ids of the class, in the order of its roll. */
const school3 = (at: number): string => classOf('3B')[at]?.id ?? ''

describe('at night', () => {
  test('the absence of a week is made the night after, for the school’s own authority alone', async () => {
    const [made, ...others] = await absenceOf(WEEK.from)
    expect(others).toEqual([])
    expect(made).toMatchObject({ recipient: 'attendance-team', period: WEEK, number: 1, rows: 1, state: 'waiting' })
  })
  test('an officer of another authority sees nothing, and is not told that the school is there', async () => {
    const [made] = await absenceOf(WEEK.from)
    for (const [method, path, body] of [
      ['GET', 'extracts', undefined],
      ['POST', `extracts/${made?.id}/collect`, {}],
      ['POST', `extracts/${made?.id}/answer`, { accepted: true }],
    ] as const) {
      const there = await school.api(STRANGER, method, path, body)
      const nowhere = await school.api(STRANGER, method, `/academies/nowhere/${path}`, body)
      expect([there.status, there.body]).toEqual([403, nowhere.body])
    }
  })
  test('an officer sees what is made for the authority, and nothing of the Trust’s or the Virtual School’s', async () => {
    expect(new Set((await listed(OFFICER)).map(({ recipient }) => recipient))).toEqual(new Set(['attendance-team']))
    const [trusts] = (await listed('lead')).filter(({ recipient }) => recipient === 'trust')
    expect((await school.api(OFFICER, 'POST', `extracts/${trusts?.id}/collect`, {})).status).toBe(404)
  })
  test('a teacher and the office have no part in it', async () => {
    for (const role of ['teacher', 'office']) expect((await school.api(role, 'GET', 'extracts')).status).toBe(403)
  })
})

describe('whoever tries Firstbell on one machine', () => {
  test('finds what the night has made, for whom, and as whom to sign in', async () => {
    const request = { method: 'GET', path: '/local/extracts', headers: {}, body: Buffer.from('') }
    const answered = await localApi(request, school.stack)
    const all: readonly ShownExtract[] = JSON.parse(String(answered.body))
    const [made] = await absenceOf(WEEK.from)
    expect(all.find(({ academy, id }) => academy === 'springbank' && id === made?.id)).toMatchObject({
      kind: 'absence',
      period: WEEK,
      rows: 1,
      for: 'Nottinghamshire education enforcement',
      group: OFFICER,
      state: 'waiting',
    })
    expect(all.find(({ kind }) => kind === 'trust-attendance')).toMatchObject({ for: 'The Trust', group: ANALYST })
  })
  test('has the very bytes of a played day in its folder, under the names by which they are collected', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'extracts-'))
    const written = await writeExtracts(school.stack, ['springbank'], folder)
    const listing = await readFile(join(folder, 'extracts.jsonl'), 'utf8')
    expect(
      listing
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(written)
    for (const { file, sha256 } of written) expect(bytesHash(await readFile(join(folder, file)))).toBe(sha256)
    const manifest = await readFile(join(folder, 'springbank-absence-2026-01-12-2026-01-18-1-manifest.json'), 'utf8')
    expect(JSON.parse(manifest)).toMatchObject({ extract: 'absence', period: WEEK, rows: 1 })
    expect(extractsInWords(written, folder)).toContain(
      'Nottinghamshire education enforcement: 10 extracts, 1 row, collected by la.891.reader',
    )
    await rm(folder, { recursive: true })
  })
})

describe('a looked-after pupil whose Virtual School nobody has named', () => {
  const asked = async () => (await school.tasks('extract')).filter(({ why }) => why.includes('agencies.csv'))

  test('is in no Virtual School’s extract, so the office has a task about them: one', async () => {
    expect(await asked()).toMatchObject([{ pupils: [school3(2)], state: 'open' }])
  })
})

describe('collecting', () => {
  test('leaves a receipt with the hash of the very bytes that were fetched', async () => {
    const [made] = await absenceOf(WEEK.from)
    const { receipt, bytes } = await collect(OFFICER, made?.id ?? '')
    expect(receipt).toMatchObject({ by: `S-${OFFICER}`, at: school.clock.now(), sha256: bytesHash(bytes) })
    expect(bytesHash(bytes)).toBe(made?.sha256)
    const [header, row] = textOf(bytes).split('\r\n')
    expect(header).toContain('upn,surname,forename')
    expect(row).toContain('891,,springbank')
    const [after] = await absenceOf(WEEK.from)
    expect(after).toMatchObject({ state: 'collected', receipts: [receipt] })
    const { bytes: manifest } = await collect(OFFICER, made?.id ?? '', 'manifest')
    expect(JSON.parse(textOf(manifest))).toMatchObject({
      extractId: made?.id,
      schemaVersion: 1,
      period: WEEK,
      rows: 1,
      sha256: made?.sha256,
      supersedes: null,
    })
  })
  test('the Trust’s analyst has pseudonyms and no name', async () => {
    const [trusts] = (await listed(ANALYST)).filter(({ kind }) => kind === 'trust-attendance')
    const { bytes } = await collect(ANALYST, trusts?.id ?? '')
    expect(textOf(bytes)).toMatch(/pseudonym/)
    for (const word of ['Ashdown', 'Amelia', 'P001']) expect(textOf(bytes)).not.toContain(word)
  })
})

describe('answering', () => {
  test('rows that are not there, and answers that contradict themselves, are refused with what to do', async () => {
    const [made] = await absenceOf(WEEK.from)
    const answer = (body: unknown) => school.api(OFFICER, 'POST', `extracts/${made?.id}/answer`, body)
    expect(await answer({ accepted: false, rejected: [{ row: 2, because: 'x' }] })).toMatchObject({
      status: 422,
      body: { code: 'no-such-row' },
    })
    expect(await answer({ accepted: true, rejected: [{ row: 1, because: 'x' }] })).toMatchObject({
      status: 422,
      body: { code: 'contradiction' },
    })
  })
  test('a rejected row is a task for the office that names the pupil and the reason', async () => {
    const [made] = await absenceOf(WEEK.from)
    const rejected = [{ row: 1, because: 'no UPN' }]
    const answered = await school.api(OFFICER, 'POST', `extracts/${made?.id}/answer`, { accepted: false, rejected })
    expect(answered).toMatchObject({ status: 200, body: { state: 'rejected' } })
    const tasks = (await school.tasks('extract')).filter(({ why }) => why.includes('no UPN'))
    expect(tasks).toMatchObject([{ pupils: [school3(0)], state: 'open' }])
  })
})

describe('a mark that changes after the extract', () => {
  test('is in the next one of the same week, with the old value and the new; the first stays as it was', async () => {
    const change = await school.api('office', 'PATCH', `pupils/${school3(0)}/marks/${FRIDAY}/AM`, {
      code: 'I',
      because: 'A letter of the doctor was shown',
    })
    expect(change.status).toBe(200)
    expect((await school.api('lead', 'POST', 'extracts')).status).toBe(202)
    const [second, first] = await absenceOf(WEEK.from)
    expect(first).toMatchObject({ number: 1, superseded: true, state: 'rejected' })
    expect(second).toMatchObject({ number: 2, supersedes: first?.id, superseded: false, state: 'waiting' })
    const { bytes } = await collect(OFFICER, second?.id ?? '', 'differences')
    expect(textOf(bytes)).toMatch(/changed,authorised,0,1\r\n/)
    expect(textOf(bytes)).toMatch(/changed,unauthorised,1,0\r\n/)
  })
})

describe('what nobody collects', () => {
  test('is chased once after two school days: a task that names no child, and it ends when somebody comes', async () => {
    await nights('2026-01-21')
    const waiting = (await listed('lead')).filter(({ chased }) => chased !== undefined)
    expect(waiting.map(({ kind, number }) => [kind, number]).toSorted()).toEqual([
      ['absence', 2],
      ['trust-attendance', 2],
    ])
    const chasing = async () => (await school.tasks('extract')).filter(({ why }) => why.includes('has not collected'))
    const states = async () => (await chasing()).map(({ pupils, state }) => [pupils.length, state])
    expect(await states()).toEqual([
      [0, 'open'],
      [0, 'open'],
    ])
    for (const { id } of waiting) await collect('lead', id)
    expect(await states()).toEqual([
      [0, 'done'],
      [0, 'done'],
    ])
  })
})
