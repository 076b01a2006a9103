/** How far a rehearsal has come, in a file beside its answer, so that a command that was stopped goes on with `--resume`. */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import * as z from 'zod'
import type { Happened } from '../../shared/rehearsal/happened.ts'
import { SCHOOL_FILES } from '../../shared/rehearsal/read-school.ts'
import type { PlayedPolicy } from '../../shared/rehearsal/school.ts'
import type { YearSoFar } from '../../shared/rehearsal/year-so-far.ts'
import type { RehearseArguments } from './arguments.ts'
import { bytesOf, Refused } from './files.ts'

/** What the year hangs on, by option: a digest of what a file says, or the value. */
type Inputs = Readonly<Record<string, string>>

const ofThisProcess = <T>() => z.custom<T>((value) => typeof value === 'object' && value !== null)

/** Of another shape, and another release cannot read it. */
const SHAPE = 'firstbell-rehearsal-1'

const Checkpoint = z.object({
  shape: z.literal(SHAPE),
  inputs: z.record(z.string(), z.string()),
  /** The years that are over, in the order of the policies. */
  over: z.array(z.array(ofThisProcess<Happened>())),
  soFar: ofThisProcess<YearSoFar>().optional(),
})
type Checkpoint = z.infer<typeof Checkpoint>

/** One policy’s year, as the command before left it. */
export interface Course {
  /** All of it, where it was over. */
  readonly whole: readonly Happened[] | undefined
  readonly before: YearSoFar | undefined
  rest(soFar: YearSoFar): Promise<'go-on'>
  finish(happened: readonly Happened[]): void
}

export interface KeptCourse {
  /** Of the first policy, or of the second. */
  of(nth: number): Course
  /** What was kept names children, and is not wanted once the answer is written. */
  forget(): void
}

const digest = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const inputsOf = (args: RehearseArguments, policies: readonly PlayedPolicy[]): Inputs => {
  const files = SCHOOL_FILES.map((name) => {
    const path = args[name]
    return [name, path === undefined ? '' : digest(bytesOf(name, path))] as const
  })
  const { from = '', until = '', answered, unreported, seed } = args
  const [policy = '', against = ''] = policies.map((played) => digest(JSON.stringify(played)))
  const values = Object.entries({ from, until, answered, unreported, seed }).map(([name, value]) => [name, `${value}`])
  return Object.fromEntries([...files, ...values, ['policy', policy], ['against', against]])
}

const pathIn = (out: string): string => join(out, 'rehearsal.so-far')

const bytesIn = (out: string): Uint8Array | undefined => {
  try {
    return readFileSync(pathIn(out))
  } catch {
    return undefined
  }
}

const BEGIN_AGAIN = 'Leave out --resume to begin again.'

const read = (out: string): Checkpoint => {
  const bytes = bytesIn(out)
  if (bytes === undefined)
    throw new Refused(`--resume: no rehearsal was stopped in ${out}. Give its --out, or leave out --resume.`)
  try {
    // Only what was written here is read here; another version of Node may write it otherwise.
    return Checkpoint.parse(deserialize(bytes))
  } catch {
    throw new Refused(`--resume: ${pathIn(out)} cannot be read by this version. ${BEGIN_AGAIN}`)
  }
}

const resumed = (out: string, inputs: Inputs): Checkpoint => {
  const kept = read(out)
  const other = Object.keys(inputs).filter((name) => kept.inputs[name] !== inputs[name])
  if (other.length === 0) return kept
  const names = other.map((name) => `--${name}`).join(', ')
  throw new Refused(
    `--resume: the rehearsal that was stopped in ${out} had something else at ${names}. Give what it had, or another --out. ${BEGIN_AGAIN}`,
  )
}

/** Whether a command was stopped here and nobody has gone on with it. */
export const wasStopped = (out: string): boolean => bytesIn(out) !== undefined

/** Reads what was kept, with `--resume`. Throws `Refused` where nothing was, and where it was begun with other files or values. */
export const keepCourse = (args: RehearseArguments, policies: readonly PlayedPolicy[]): KeptCourse => {
  const { out, resume } = args
  const inputs = inputsOf(args, policies)
  let kept: Checkpoint = resume ? resumed(out, inputs) : { shape: SHAPE, inputs, over: [] }
  const keep = (next: Pick<Checkpoint, 'over' | 'soFar'>): void => {
    kept = { shape: SHAPE, inputs, ...next }
    mkdirSync(out, { recursive: true })
    // A command that dies in the middle of writing leaves the one before.
    writeFileSync(`${pathIn(out)}.new`, serialize(kept))
    renameSync(`${pathIn(out)}.new`, pathIn(out))
  }
  return {
    of: (nth) => ({
      whole: kept.over[nth],
      before: nth === kept.over.length ? kept.soFar : undefined,
      rest: async (soFar) => {
        keep({ over: kept.over, soFar })
        return 'go-on'
      },
      finish: (happened) => {
        if (kept.over[nth] === undefined) keep({ over: [...kept.over, [...happened]] })
      },
    }),
    forget: () => rmSync(pathIn(out), { force: true }),
  }
}
