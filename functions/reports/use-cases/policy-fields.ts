/** What there is to say of single values of a policy: who may change them, where they come from, what the trust says. */
import { canonical, isWithin, type Json, type JsonObject, leaves, valueAt } from '../../../academies/json.ts'
import { DEPLOY_FIELDS, type Policy } from '../../../academies/policy.ts'
import { type Source, sourceOf } from '../../../academies/sources.ts'

export interface FieldNote {
  readonly path: string
  readonly source?: string
  readonly locked?: true
  readonly deploy?: true
  readonly trust?: Json
}

const sayQuestion = (question: string | undefined): string => (question === undefined ? '' : ` To settle: ${question}`)

const saySource = (source: Source): string =>
  'clause' in source ? `${source.clause}${sayQuestion(source.question)}` : `Assumed: ${source.assumed}`

const isUnder = (path: string, above: readonly string[]): boolean => above.some((each) => isWithin(path, each))

/** One note for each value that anything is to be said of. */
export const fieldNotes = (
  { sources, ...policy }: Policy,
  trust: { readonly locked: readonly string[]; readonly policy: JsonObject },
): readonly FieldNote[] =>
  leaves(JSON.parse(JSON.stringify(policy))).flatMap(([path, value]) => {
    const source = sourceOf(sources, path)
    const trusts = valueAt(trust.policy, path)
    const note: FieldNote = {
      path,
      ...(source ? { source: saySource(source) } : {}),
      ...(isUnder(path, trust.locked) ? { locked: true } : {}),
      ...(isUnder(path, DEPLOY_FIELDS) ? { deploy: true } : {}),
      ...(trusts !== undefined && canonical(trusts) !== canonical(value) ? { trust: trusts } : {}),
    }
    return Object.keys(note).length === 1 ? [] : [note]
  })
