/** A day at school becomes evidence that a stranger can check: played, sealed at night, asked for by the lead, verified offline, tampered with. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { gather } from '../../functions/evidence-bundle/gather.ts'
import { packBundle, proofFiles } from '../../functions/evidence-bundle/pack.ts'
import { erasePupil } from '../../infra/erase.ts'
import { registerInWords } from '../../infra/stood.ts'
import { openTrust } from '../../local/open-trust.ts'
import { callSchool, mustCall } from '../../local/school-call.ts'
import type { LocalStack } from '../../local/stack.ts'
import { localClient } from '../../shared/adapters/dynamodb/client.ts'
import { envelopes } from '../../shared/adapters/evidence/envelopes.ts'
import { keyring } from '../../shared/adapters/evidence/keyring.ts'
import { bytesHash, sha256 } from '../../shared/adapters/evidence/sha256.ts'
import { evidenceShelf } from '../../shared/adapters/evidence/shelf.ts'
import { proposeErasures } from '../../shared/counting/propose-erasures.ts'
import { instantOf } from '../../shared/domain/time.ts'
import { policyAt } from '../../shared/follow-up/load-known.ts'
import { aContact, aPupil } from '../builders.ts'
import { unzip } from '../support/unzip.ts'

const SCHOOL = 'springbank'
const MONDAY = '2026-01-12'
const TUESDAY = '2026-01-13'
const THURSDAY = '2026-01-15'
const LEAD = { sub: 's-lead', groups: [`${SCHOOL}.lead`] }
const OFFICE = { sub: 's-office', groups: [`${SCHOOL}.office`] }

let stack: LocalStack
let folder: string
let bundle: string

const turn = (date: string, time: string) => stack.turning.turnTo(instantOf(date, time, 'Europe/London'))
const office = async (method: string, path: string, body?: unknown, caller = OFFICE) => {
  const answered = await mustCall(stack, caller, method, `/academies/${SCHOOL}${path}`, body)
  await stack.turning.quiet()
  return answered
}
const take = (date: string, session: 'AM' | 'PM', mine: string) => {
  const present = session === 'AM' ? '/' : '\\'
  const marks = { P001: { code: mine }, P002: { code: present } }
  return office('PUT', `/registers/${date}/${session}/3b`, { marks, submitted: true })
}

const enrol = async (): Promise<void> => {
  const act = { at: stack.clock.now(), by: 'system', kind: 'import-live' }
  const { roll } = stack.stores
  const pupils = ['P001', 'P002'].map((pupilId, index) => {
    const { contacts: _contacts, agencies: _agencies, ...pupil } = aPupil(`k0${index + 1}`, { pupilId })
    return pupil
  })
  await roll.stage(SCHOOL, 1, { file: 'roll', pupils })
  await roll.goLive(SCHOOL, 'roll', 0, 1, [{ id: '3b', name: '3B', yearGroup: '3', pupils: 2 }], act)
  await roll.stage(SCHOOL, 1, { file: 'contacts', byPupil: { k01: [aContact('c1')], k02: [aContact('c2')] } })
  await roll.goLive(SCHOOL, 'contacts', 0, 1, undefined, act)
}

/** Absent on Monday morning, texted, reported by the mother; the mark is put right on Tuesday. */
const playDays = async (): Promise<void> => {
  await turn(MONDAY, '09:05')
  await take(MONDAY, 'AM', 'N')
  await turn(MONDAY, '10:31')
  for (const text of stack.carrier.texts()) stack.carrier.receipt(text.id, 'delivered', stack.clock.now())
  await turn(MONDAY, '11:00')
  await office('POST', '/pupils/P001/absences', {
    from: MONDAY,
    reason: 'a cold',
    code: 'I',
    reportedBy: 'c1',
    via: 'phone',
  })
  await turn(MONDAY, '13:10')
  await office('PUT', `/registers/${MONDAY}/PM/3b`, { marks: { P002: { code: '\\' } }, submitted: true })
  await turn(TUESDAY, '09:05')
  await take(TUESDAY, 'AM', '/')
  await office('PATCH', `/pupils/P001/marks/${MONDAY}/AM`, { code: 'M', because: 'The dentist’s card was shown' })
  await turn(TUESDAY, '13:10')
  await take(TUESDAY, 'PM', '\\')
  await turn(THURSDAY, '08:00')
}

const fetchBundle = async (): Promise<Uint8Array> => {
  const path = `/academies/${SCHOOL}/pupils/P001/evidence?from=${MONDAY}&until=${TUESDAY}`
  const asked = await callSchool(stack, LEAD, 'GET', path)
  expect(asked.status).toBe(202)
  await stack.turning.quiet()
  const ready = await callSchool(stack, LEAD, 'GET', asked.headers.location ?? '')
  expect(ready.status).toBe(303)
  await stack.turning.quiet()
  const ticket = new URL(ready.headers.location ?? '').pathname.split('/').at(-1) ?? ''
  const file = await stack.files.download(ticket)
  expect(file?.contentType).toBe('application/zip')
  return file?.body ?? new Uint8Array()
}

const keysBucket = (): string =>
  stack.wiring.functions.find(({ folder: name }) => name === 'evidence-bundle')?.env.EVIDENCE_KEYS_BUCKET ?? ''

const unpack = (bytes: Uint8Array, to: string): void => {
  for (const { path, bytes: content } of unzip(bytes)) {
    mkdirSync(dirname(join(to, path)), { recursive: true })
    writeFileSync(join(to, path), content)
  }
}

beforeAll(async () => {
  stack = (await openTrust({ endpoint: inject('ddbEndpoint'), start: instantOf(MONDAY, '07:00', 'Europe/London') }))
    .stack
  await stack.turning.quiet()
  await enrol()
  await playDays()
  folder = mkdtempSync(join(tmpdir(), 'firstbell-evidence-'))
  bundle = join(folder, 'bundle')
  unpack(await fetchBundle(), bundle)
})
afterAll(async () => {
  await stack.close()
  rmSync(folder, { recursive: true, force: true })
})

const verify = (where: string) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(where, 'verify.mjs')], { encoding: 'utf8' })
  return { status, said: `${stdout}${stderr}` }
}

interface Tampered {
  readonly chain: {
    seals: {
      date: string
      mine?: { entries: string[]; digest: string; way: unknown[] }
      stands?: { digest: string; way: unknown[] }
    }[]
  }
  readonly entries: {
    withheld: { hash: string; why: string }[]
    entries: { hash: string; entry: { kind: string; detail: Record<string, unknown> } }[]
  }
}

let copies = 0
/** A copy of the bundle, changed by somebody who also mends the list of hashes, so that only the seals can tell. */
const tampered = (change: (bundle: Tampered) => void): string => {
  const copy = join(folder, `copy-${++copies}`)
  cpSync(bundle, copy, { recursive: true })
  const read = (path: string) => JSON.parse(readFileSync(join(copy, path), 'utf8'))
  const found: Tampered = { chain: read('data/chain.json'), entries: read('data/entries.json') }
  change(found)
  writeFileSync(join(copy, 'data/chain.json'), JSON.stringify(found.chain))
  writeFileSync(join(copy, 'data/entries.json'), JSON.stringify(found.entries))
  const manifest = read('manifest.json')
  for (const path of ['data/chain.json', 'data/entries.json'])
    manifest.files[path] = bytesHash(readFileSync(join(copy, path)))
  writeFileSync(join(copy, 'manifest.json'), JSON.stringify(manifest))
  return copy
}

describe('what the lead is given', () => {
  test('is as it was sealed, says a program that knows nothing of Firstbell', () => {
    const { status, said } = verify(bundle)
    expect(said).toContain('AS SEALED. Nothing was altered, removed, added or put in another order.')
    expect(said).toContain('3 seals, one for each day from 12 January 2026 to 14 January 2026.')
    expect(status).toBe(0)
  })

  test('has the text with its words and receipt, the mark as it was and as it became, and nothing of another child', () => {
    const text = readFileSync(join(bundle, 'data/entries.json'), 'utf8')
    const { entries } = JSON.parse(text)
    const kinds: readonly string[] = entries.map(({ entry }: { entry: { kind: string } }) => entry.kind)
    expect(kinds).toEqual(
      expect.arrayContaining(['text-claimed', 'text-delivered', 'absence-reported', 'mark-amended', 'register-mark']),
    )
    const marks = entries.filter(({ entry }: Tampered['entries']['entries'][number]) => entry.kind === 'register-mark')
    expect(marks.map(({ entry }: Tampered['entries']['entries'][number]) => entry.detail)).toContainEqual(
      expect.objectContaining({
        date: MONDAY,
        session: 'AM',
        mark: { code: 'M', source: 'office' },
        was: expect.anything(),
      }),
    )
    expect(text).not.toContain('k02')
  })

  test('that it was given stands in the pupil’s own history', async () => {
    const history = JSON.stringify(await office('GET', `/pupils/P001/chronicle?from=${MONDAY}&until=${THURSDAY}`))
    expect(history).toContain('evidence-exported')
  })

  test('has exhibits on paper, and the register as a table', () => {
    expect(readFileSync(join(bundle, 'exhibits.pdf')).subarray(0, 8).toString()).toBe('%PDF-1.7')
    expect(readFileSync(join(bundle, 'data/register.csv'), 'utf8').split('\r\n')).toEqual([
      'date,session,code',
      `${MONDAY},AM,M`,
      `${MONDAY},PM,I`,
      `${TUESDAY},AM,/`,
      `${TUESDAY},PM,\\`,
      '',
    ])
  })

  test.each([
    ['10:59', 'N', 1],
    ['12:00', 'I', 2],
    [`${TUESDAY}T10:00`, 'M', 3],
  ])('lies beside the register as it stood at %s', async (at, code, version) => {
    const stood = await office('GET', `/registers/${MONDAY}/AM/3b?at=${at}`)
    expect(stood).toMatchObject({ version, marks: { P001: { code }, P002: { code: '/' } } })
    expect(stood).toHaveProperty('names.P001')
    const locked = { evidence: bucketOf('EVIDENCE_BUCKET'), keys: bucketOf('EVIDENCE_KEYS_BUCKET') }
    const place = { academy: SCHOOL, date: MONDAY, session: 'AM', classId: '3b', zone: 'Europe/London' } as const
    const [title, ...codes] = (await registerInWords({ ...place, at }, locked)).split('\n')
    expect(title).toContain(`version ${version}, submitted`)
    expect(codes).toEqual([`  k01 ${code}`, '  k02 /'])
  })

  test('lies beside the register as it did not stand yet, and a moment that is none is refused', async () => {
    expect(await office('GET', `/registers/${MONDAY}/AM/3b?at=08:00`)).toMatchObject({ version: 0 })
    const path = `/academies/${SCHOOL}/registers/${MONDAY}/AM/3b?at=noon`
    expect((await callSchool(stack, OFFICE, 'GET', path)).status).toBe(422)
    const before = `/academies/${SCHOOL}/registers/2025-09-08/AM/3b?at=10:30`
    expect((await callSchool(stack, OFFICE, 'GET', before)).body).toMatchObject({ code: 'not-kept' })
  })

  test('is given to nobody but the lead and the head', async () => {
    const asked = await callSchool(stack, OFFICE, 'GET', `/academies/${SCHOOL}/pupils/P001/evidence`)
    expect(asked.status).toBe(403)
  })
})

describe('a bundle that somebody has laid hands on', () => {
  test('with one byte of any file changed is found', () => {
    const copy = join(folder, 'one-byte')
    cpSync(bundle, copy, { recursive: true })
    const path = join(copy, 'data/entries.json')
    const bytes = readFileSync(path)
    const at = bytes.indexOf('"body": "') + 12
    bytes[at] = (bytes[at] ?? 0) ^ 2
    writeFileSync(path, bytes)
    const { status, said } = verify(copy)
    expect(said).toContain('The file data/entries.json was altered after the bundle was made')
    expect(said).toMatch(/The entry of 12 January 2026, 10:30 UTC \(text-claimed, id \w+\) was altered/)
    expect(status).toBe(1)
  })

  test('with one word of an entry changed, and the list of hashes mended, is found', () => {
    const copy = tampered(({ entries }) => {
      const mark = entries.entries.find(({ entry }) => entry.kind === 'mark-amended')
      if (mark) mark.entry.detail.because = 'No card was shown'
    })
    const { status, said } = verify(copy)
    expect(said).toMatch(
      /NOT AS SEALED. One thing is wrong:\n\n- The entry of 12 January 2026, 11:00 UTC \(mark-amended, id \w+\) was altered/,
    )
    expect(status).toBe(1)
  })

  test('with one entry removed is found', () => {
    const copy = tampered(({ entries }) => {
      entries.entries.splice(2, 1)
    })
    const { status, said } = verify(copy)
    expect(said).toMatch(
      /An entry is missing: the seal of 12 January 2026 has an entry that is not in the bundle \(number 3 of \d+/,
    )
    expect(status).toBe(1)
  })

  test('with one entry removed from the list of its day as well is found', () => {
    const copy = tampered(({ chain, entries }) => {
      const [gone] = entries.entries.splice(2, 1)
      for (const { mine } of chain.seals) if (mine) mine.entries = mine.entries.filter((hash) => hash !== gone?.hash)
    })
    expect(verify(copy).said).toContain('The list of entries of 12 January 2026 was altered')
  })

  test('with two entries swapped is found', () => {
    const copy = tampered(({ entries }) => {
      const [one, two, ...rest] = entries.entries
      if (one && two) entries.entries = [two, one, ...rest]
    })
    const { status, said } = verify(copy)
    expect(said).toContain('Entries are not in the order in which they were sealed: the entry of 12 January 2026')
    expect(status).toBe(1)
  })

  test('with a day missing is found', () => {
    const copy = tampered(({ chain, entries }) => {
      const [gone] = chain.seals.splice(1, 1)
      entries.entries = entries.entries.filter(({ hash }) => !gone?.mine?.entries.includes(hash))
    })
    const { status, said } = verify(copy)
    expect(said).toContain(
      'A day is missing or out of its place: the seal of 12 January 2026 (number 1) is followed by that of 14 January 2026 (number 3).',
    )
    expect(status).toBe(1)
  })

  test.each([
    ['last', TUESDAY, 'The seal of 13 January 2026 does not say where the pupil’s history stands'],
    ['first', MONDAY, 'A day of the pupil’s history is missing before part 2 (13 January 2026)'],
  ])('with the pupil’s %s day taken out of the seals that stay is found', (_which, gone, says) => {
    const copy = tampered(({ chain, entries }) => {
      const link = chain.seals.find(({ date }) => date === gone)
      entries.entries = entries.entries.filter(({ hash }) => !link?.mine?.entries.includes(hash))
      delete link?.mine
    })
    const { status, said } = verify(copy)
    expect(said).toContain(says)
    expect(status).toBe(1)
  })

  test('with such a day said to be one on which the history stood where it had been is found', () => {
    const copy = tampered(({ chain, entries }) => {
      const [first, second] = chain.seals
      entries.entries = entries.entries.filter(({ hash }) => !second?.mine?.entries.includes(hash))
      const { digest = '', way = [] } = first?.mine ?? {}
      delete second?.mine
      if (second) second.stands = { digest, way }
    })
    const { said } = verify(copy)
    expect(said).toContain('Where the pupil’s history stands on 13 January 2026 is not what that day’s seal says.')
    expect(said).toContain('by the seal of 14 January 2026 it has another part')
  })

  test('with an entry that is said to be of a destroyed key, while others can be read, is found', () => {
    const copy = tampered(({ entries }) => {
      const [gone] = entries.entries.splice(2, 1)
      if (gone) entries.withheld.push({ hash: gone.hash, why: 'key-destroyed' })
    })
    const { status, said } = verify(copy)
    expect(said).toContain('One entry is left out as one whose key was destroyed, and others can be read')
    expect(status).toBe(1)
  })

  test('from whose end days were taken away says of which days nothing is proven', () => {
    const copy = tampered(({ chain, entries }) => {
      const gone = chain.seals.splice(1)
      entries.entries = entries.entries.filter(({ hash }) => !gone.some(({ mine }) => mine?.entries.includes(hash)))
    })
    const notProven =
      'NOT PROVEN: the period goes on to 13 January 2026, and no seal here is later than 12 January 2026.'
    expect(verify(copy).said).toContain(notProven)
    expect(verify(bundle).said).not.toContain('NOT PROVEN')
  })

  test('with a file added, or without its list, is found', () => {
    const copy = tampered(() => undefined)
    writeFileSync(join(copy, 'letters.pdf'), 'added')
    expect(verify(copy).said).toContain('The file letters.pdf is not part of the bundle: it was added.')
    rmSync(join(copy, 'manifest.json'))
    expect(verify(copy).status).toBe(2)
  })
})

describe('a pupil whose key was lawfully destroyed', () => {
  test('is forgotten: no seal breaks, and not a word of what was sealed can be read', async () => {
    await keyring(stack.files.bucket(keysBucket())).destroy(SCHOOL, 'k01')
    const forgotten = join(folder, 'forgotten')
    unpack(await fetchBundle(), forgotten)
    const { status, said } = verify(forgotten)
    expect(said).toContain('AS SEALED')
    expect(said).toMatch(/\d+ entries shown by hash alone/)
    expect(status).toBe(0)
    const { entries, withheld } = JSON.parse(readFileSync(join(forgotten, 'data/entries.json'), 'utf8'))
    expect(entries).toEqual([])
    expect(withheld[0]).toEqual({ hash: expect.any(String), why: 'key-destroyed' })
  })
})

/** The night of the September in which the time of the year that was played is over. */
const proposed = async () => {
  const { version } = await policyAt(stack.stores, SCHOOL, stack.clock.now())
  const night = {
    ...{ academy: SCHOOL, now: '2032-09-02T01:00:00.000Z', until: '2032-09-01' },
    ...{ policy: version.policy, policyVersion: version.version },
    ...{ school: { calendar: { listed: {}, terms: [] }, closures: [] }, leftInPeace: new Set<string>() },
  }
  await proposeErasures(stack.stores, night)
  return (await stack.stores.open(SCHOOL)).tasks.filter(({ kind }) => kind === 'erasure')
}
const bucketOf = (name: string) =>
  stack.files.bucket(stack.wiring.functions.find(({ folder: one }) => one === 'evidence-bundle')?.env[name] ?? '')
const erase = async (task: string) => {
  const client = localClient(inject('ddbEndpoint'), stack.table)
  const files = { evidence: bucketOf('EVIDENCE_BUCKET'), keys: bucketOf('EVIDENCE_KEYS_BUCKET') }
  const letters = bucketOf('LETTERS_BUCKET')
  return erasePupil({ client, table: stack.table, ...files, letters, now: stack.clock.now() }, SCHOOL, task)
}
/** Everything that is in the table, as somebody reads it who goes past Firstbell. */
const everything = async (): Promise<readonly Record<string, unknown>[]> => {
  const client = localClient(inject('ddbEndpoint'), stack.table)
  const items: Record<string, unknown>[] = []
  let from: Record<string, unknown> | undefined
  do {
    const page = await client.send(new ScanCommand({ TableName: stack.table, ExclusiveStartKey: from }))
    items.push(...(page.Items ?? []))
    from = page.LastEvaluatedKey
  } while (from)
  return items
}

describe('a pupil whose time is over', () => {
  let task = ''
  beforeAll(async () => {
    const { contacts: _contacts, agencies: _agencies, ...sister } = aPupil('k02', { pupilId: 'P002' })
    const act = { at: stack.clock.now(), by: 'system', kind: 'import-live' }
    await stack.stores.roll.stage(SCHOOL, 2, { file: 'roll', pupils: [sister] })
    await stack.stores.roll.keepKeys(SCHOOL, { P001: 'k01' })
    await stack.stores.roll.goLive(SCHOOL, 'roll', 1, 2, [{ id: '3b', name: '3B', yearGroup: '3', pupils: 1 }], act)
    await stack.turning.quiet()
  })
  const decide = (caller: typeof LEAD, body: unknown) =>
    callSchool(stack, caller, 'POST', `/academies/${SCHOOL}/erasures/${task}`, body)

  test('is asked about, once, and nobody who is on the roll', async () => {
    const [asked, ...others] = await proposed()
    expect(asked).toMatchObject({ pupils: ['k01'], doers: ['head'], state: 'open' })
    expect([...others, ...(await proposed()).slice(1)]).toEqual([])
    task = asked?.id ?? ''
  })

  test('is erased by nobody but the Head, with a reason, and not before', async () => {
    await expect(erase(task)).rejects.toThrow('Nobody has decided')
    const because = 'No claim is open, and the six years are over'
    expect((await decide(OFFICE, { do: 'erase', because })).status).toBe(403)
    expect((await decide(LEAD, { do: 'erase', because })).body).toMatchObject({ code: 'not-yours' })
    const head = { sub: 's-head', groups: [`${SCHOOL}.head`] }
    expect((await decide(head, { do: 'erase' })).status).toBe(422)
    const passed = await callSchool(stack, head, 'POST', `/academies/${SCHOOL}/tasks/${task}/outcome`, { what: 'done' })
    expect(passed.body).toMatchObject({ code: 'decide-there' })
    expect(await decide(head, { do: 'erase', because })).toMatchObject({ status: 200, body: { decided: 'erase' } })
    expect((await decide(head, { do: 'keep', because })).body).toMatchObject({ code: 'already' })
    await stack.turning.quiet()
  })

  test('is in the table no more, but for a key that nothing resolves; done twice it is done once', async () => {
    const before = JSON.stringify(await everything())
    for (const word of ['"P001"', 'a cold', 'The dentist', '"k01"']) expect(before).toContain(word)
    expect(await erase(task)).toContain('Erased:')
    expect(await erase(task)).toContain('Erased:')
    await stack.turning.quiet()
    const left = await everything()
    const having = (word: string) =>
      left.filter((item) => JSON.stringify(item).includes(word)).map(({ pk, sk }) => `${pk} ${sk}`.slice(0, 40))
    for (const word of ['"P001"', 'a cold', 'The dentist']) expect(having(word)).toEqual([])
    // The academy's own history, the decision, and the hash of a number, which goes with its file of contacts.
    const stays = /^(H#springbank#D#|A#springbank#D#2032-09-01 K#erasure|A#springbank#TEL#)/
    expect(having('"k01"').filter((place) => !stays.test(place))).toEqual([])
    expect(JSON.stringify(left)).toContain('No claim is open')
  })

  test('is on no page and in no answer of the API', async () => {
    for (const path of ['', '/chronicle', '/attendance', `/evidence?from=${MONDAY}&until=${TUESDAY}`])
      expect((await callSchool(stack, LEAD, 'GET', `/academies/${SCHOOL}/pupils/P001${path}`)).status).toBe(404)
    const list = await office('GET', `/days/${MONDAY}`)
    expect(JSON.stringify(list)).not.toMatch(/k01|P001/)
  })

  test('is no gap in the seals: the chain holds, and says since when', async () => {
    const shelf = evidenceShelf(bucketOf('EVIDENCE_BUCKET'))
    const period = { academy: SCHOOL, pupil: 'k01', from: MONDAY, until: TUESDAY }
    const kept = envelopes(keyring(bucketOf('EVIDENCE_KEYS_BUCKET')))
    const gathered = await gather(period, { stores: stack.stores, shelf, envelopes: kept, sha256 })
    expect(gathered.disclosed).toEqual([])
    const erased = join(folder, 'erased')
    unpack(packBundle(proofFiles(period, gathered)), erased)
    const { status, said } = verify(erased)
    expect(said).toContain('AS SEALED')
    expect(said).toContain('Erased lawfully on 15 January 2026')
    expect(status).toBe(0)
  })
})
