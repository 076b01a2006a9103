/** The policy with what was changed of it here, checked again after every change. */
import { useEffect, useState } from 'react'
import type * as z from 'zod'
import { type Json, PolicyAnswer, PolicyCheckAnswer } from '../../events/api/policy.ts'
import { lookUp } from '../client/client.ts'
import { type Failure, isForNow } from '../client/failure.ts'
import { type Live, useLive } from '../client/live.ts'
import { keepDraft, useDraft } from './draft.ts'
import { asOwn, type Edits, edited, isSame, valueAt } from './values.ts'

export type PolicyShown = z.output<typeof PolicyAnswer>
export type PolicyChecked = z.output<typeof PolicyCheckAnswer>
export type FieldNote = PolicyShown['fields'][number]

export interface Editing {
  readonly live: Live<PolicyShown>
  readonly edits: Edits
  /** The values with the changes in them. */
  readonly values: Json
  readonly checked: PolicyChecked | undefined
  readonly failure: Failure | undefined
  readonly set: (path: string, value: Json) => void
  readonly undo: (path: string) => void
  readonly forget: () => void
}

/** Whoever types is not asked after every letter. */
const PAUSE_MS = 500
const AGAIN_MS = 5000

export const usePolicy = (academy: string): Editing => {
  const live = useLive(PolicyAnswer, 'policy', 'once')
  const edits = useDraft(academy)
  const [checked, setChecked] = useState<PolicyChecked>()
  const [failure, setFailure] = useState<Failure>()
  const base = live.value?.version
  useEffect(() => {
    if (base === undefined) return
    let isPast = false
    if (Object.keys(edits).length === 0) {
      setChecked(undefined)
      setFailure(undefined)
      return
    }
    const check = async (): Promise<void> => {
      const done = await lookUp('policy/check', { base, policy: asOwn(edits) }, PolicyCheckAnswer)
      if (isPast) return
      setFailure(done.ok ? undefined : done.failure)
      if (done.ok) setChecked(done.value)
      else if (isForNow(done.failure)) timer = setTimeout(check, AGAIN_MS)
    }
    let timer = setTimeout(check, PAUSE_MS)
    return () => {
      isPast = true
      clearTimeout(timer)
    }
  }, [base, edits])
  const undo = (path: string): void => {
    const { [path]: _gone, ...rest } = edits
    keepDraft(academy, rest)
  }
  return {
    live,
    edits,
    values: edited(live.value?.values ?? {}, edits),
    checked,
    failure,
    set: (path, value) =>
      isSame(valueAt(live.value?.values, path.split('.')), value)
        ? undo(path)
        : keepDraft(academy, { ...edits, [path]: value }),
    undo,
    forget: () => keepDraft(academy, {}),
  }
}
