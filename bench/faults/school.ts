/** The trust of the bench: schools that differ in who carries their texts, on the local stack with functions that can die. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LoadedPolicy, policyVersion } from '../../academies/load.ts'
import type { Policy } from '../../academies/policy.ts'
import { FaultsSchema } from '../../local/faults.ts'
import { readTrust } from '../../local/open-trust.ts'
import { callSchool } from '../../local/school-call.ts'
import { type LocalStack, openStack } from '../../local/stack.ts'
import { trustTemplates } from '../../local/templates.ts'
import { randomIds } from '../../shared/adapters/system/ids.ts'
import { instantOf } from '../../shared/domain/time.ts'
import type { Handover, Provider, Texter } from '../../shared/ports/texter.ts'
import { type Decision, decisionsOf, type Network, pupilOf } from './decisions.ts'
import { mortalFunctions } from './mortal.ts'
import type { Reaper } from './reaper.ts'

export const DATE = '2026-01-12'
export const ZONE = 'Europe/London'
export const PROVIDERS: readonly Provider[] = ['notify', 'end-user-messaging', 'sns', 'twilio']
const SCHOOL_NUMBER = 990
const LINE_NUMBER = 970
/** So that the class that is all away is held and no other is: the rest of the day is about texts that go. */
const BRAKE = { classShare: 90, academyShare: 100 }

export interface School {
  readonly academy: string
  readonly provider: Provider
  readonly number: string
  readonly line: Pick<Policy['line'], 'provider' | 'number'>
  readonly decisions: readonly Decision[]
}

const policyOf = (
  springbank: LoadedPolicy,
  { academy, provider, number, line: own }: Omit<School, 'decisions'>,
): LoadedPolicy => {
  const { brake, texts, line, ...rest } = springbank.policy
  const policy = {
    ...rest,
    academy,
    live: false,
    brake: { ...brake, ...BRAKE },
    line: { ...line, ...own, on: true },
    texts: { ...texts, provider, number, second: 'none' as const },
  }
  return { policy, version: policyVersion(policy), own: {}, ownSources: {} }
}

const ANSWERS: Readonly<Record<Exclude<Network, 'takes'>, Handover>> = {
  'is busy': { outcome: 'busy' },
  'takes and does not answer': { outcome: 'uncertain' },
  'breaks and takes nothing': { outcome: 'uncertain' },
  refuses: { outcome: 'refused', why: 'the network refuses the number' },
}

/** The phone network as each family’s story wants it, the first time a text goes to a number. */
const networkOf = (schools: readonly School[]) => {
  const troubles = new Map(
    schools.flatMap(({ academy, decisions }) =>
      decisions.map(({ mobile, network }): [string, Network] => [`${academy} ${mobile}`, network]),
    ),
  )
  return (texter: Texter): Texter => ({
    ...texter,
    send: async (text, now) => {
      const place = `${text.about?.academy} ${text.to}`
      const trouble = troubles.get(place) ?? 'takes'
      troubles.set(place, 'takes')
      if (trouble === 'takes') return texter.send(text, now)
      if (trouble === 'takes and does not answer') await texter.send(text, now)
      return ANSWERS[trouble]
    },
  })
}

const STAFF = (['lead', 'head', 'trust', 'dsl', 'deputy-dsl'] as const).map((role, index) => ({
  staffId: `s-${role}`,
  name: role,
  role,
  mobile: `+44770090098${index}`,
  classes: [],
}))

const enrol = async ({ stores, clock }: LocalStack, { academy, decisions }: School): Promise<void> => {
  const act = { at: clock.now(), by: 'system', kind: 'import' }
  const pupils = decisions.map(pupilOf)
  const classes = [...Map.groupBy(decisions, ({ classId }) => classId)].map(([id, of]) => ({
    id,
    name: id,
    yearGroup: '3',
    pupils: of.length,
  }))
  await stores.roll.stage(academy, 1, {
    file: 'roll',
    pupils: pupils.map(({ contacts: _c, agencies: _a, ...pupil }) => pupil),
  })
  await stores.roll.stage(academy, 1, {
    file: 'contacts',
    byPupil: Object.fromEntries(pupils.map(({ key, contacts }) => [key, contacts])),
  })
  await stores.roll.stage(academy, 1, { file: 'staff', staff: STAFF })
  await stores.roll.goLive(academy, 'roll', 0, 1, classes, act)
  await stores.roll.goLive(academy, 'contacts', 0, 1, undefined, act)
  await stores.roll.goLive(academy, 'staff', 0, 1, undefined, act)
}

/** How often a person tries again what the school’s system did not answer. */
const PATIENCE = 8
const SERVER_FAULT = 500

export interface Size {
  /** Who carries the texts of each school. */
  readonly providers: readonly Provider[]
  readonly decisions: number
  /** How many pupils in a hundred are simply here. */
  readonly here: number
}

/** Opens the trust at seven in the morning. Every tick, message and stream record is delivered twice, and any function may die. */
export const openTrustOfBench = async (endpoint: string, size: Size, reaper: Reaper) => {
  const springbank = readTrust().find(({ policy }) => policy.academy === 'springbank')
  if (!springbank) throw new Error('The bench plays schools like Springbank, and there is no springbank.json')
  const schools = size.providers.map((provider, index): School => {
    const academy = `bench-${index + 1}`
    const number = `+447700900${SCHOOL_NUMBER + index}`
    return {
      academy,
      provider,
      number,
      // By turns, as schools of one trust do.
      line: { provider: index % 2 === 0 ? 'twilio' : 'connect', number: `+447700900${LINE_NUMBER + index}` },
      decisions: decisionsOf(academy, Math.round(size.decisions / size.providers.length), size.here),
    }
  })
  const policies = schools.map((school) => policyOf(springbank, school))
  const run = `firstbell-${randomIds().fresh()}`
  const functions = mortalFunctions({ endpoint, table: run, reaper, network: networkOf(schools) })
  const stack = await openStack({
    templates: await trustTemplates(policies),
    endpoint,
    table: run,
    folder: join(tmpdir(), run),
    start: instantOf(DATE, '07:00', ZONE),
    load: functions.load,
  })
  for (const { policy, version } of policies)
    await stack.stores.policies.publish(
      policy.academy,
      { version, policy, from: '2000-01-01' },
      { at: stack.clock.now(), by: 'system', kind: 'policy-published', policy: version },
    )
  await Promise.all(schools.map((school) => enrol(stack, school)))
  stack.faults.set(FaultsSchema.parse({ twice: true }))

  /** Somebody of the school does something, and does it again until they are answered. */
  const office = async ({ academy }: School, method: string, path: string, body?: unknown): Promise<void> => {
    const groups = ['office', 'lead'].map((role) => `${academy}.${role}`)
    for (let tried = 1; ; tried++) {
      const { status } = await callSchool(
        stack,
        { sub: 'office', groups },
        method,
        `/academies/${academy}/${path}`,
        body,
      )
      await stack.turning.quiet()
      if (status < SERVER_FAULT) return
      if (tried === PATIENCE) throw new Error(`${method} ${path} was never answered`)
    }
  }
  return {
    stack,
    schools,
    office,
    to: (time: string) => stack.turning.turnTo(instantOf(DATE, time, ZONE)),
    async close(): Promise<void> {
      functions.close()
      await stack.close()
    },
  }
}

export type TrustOfBench = Awaited<ReturnType<typeof openTrustOfBench>>
