/** Takes one register: reads it, keeps what the person marks, sends it. */
import { useEffect, useReducer, useRef } from 'react'
import { ClassAnswer } from '../../events/api/people.ts'
import { RegisterAnswer } from '../../events/api/registers.ts'
import { type Live, useLive } from '../client/live.ts'
import { forget, type Kept, type KeptPlace, keep, keptAt, listenToKept } from './kept.ts'
import { sendRegister } from './send-kept.ts'
import { beginTaking, type Happening, type Taking, whatNow } from './taking.ts'

type Step = Happening | { readonly what: 'opened'; readonly taking: Taking }

const step = (taking: Taking | undefined, happening: Step): Taking | undefined => {
  if (happening.what === 'opened') return happening.taking
  return taking && whatNow(taking, happening)
}

export interface TakingRegister {
  readonly taking: Taking | undefined
  readonly live: Omit<Live<unknown>, 'refresh'>
  readonly className: string | undefined
  readonly happen: (happening: Happening) => void
  readonly submit: () => Promise<void>
}

export const useTaking = (place: KeptPlace, told: () => void): TakingRegister => {
  const aClass = useLive(ClassAnswer, `classes/${place.class}`)
  const register = useLive(RegisterAnswer, `registers/${place.date}/${place.session}/${place.class}`)
  const [taking, dispatch] = useReducer(step, undefined)
  const hasOpened = useRef(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the page is made anew for another place
  useEffect(() => {
    if (!aClass.value || !register.value) return
    if (hasOpened.current) return dispatch({ what: 'heard', register: register.value, aClass: aClass.value })
    hasOpened.current = true
    dispatch({ what: 'opened', taking: beginTaking(aClass.value, register.value, keptAt(place)) })
  }, [aClass.value, register.value])

  const asKept = (now: Taking, state: Kept['state']): Kept => ({
    ...place,
    base: { version: now.register.version, marks: now.base },
    marks: now.marking,
    state,
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: only what the person marks is kept anew
  useEffect(() => {
    if (taking?.phase === 'marking' && taking.before.length > 0) keep(asKept(taking, 'begun'))
  }, [taking?.marking, taking?.phase])

  const { refresh } = register
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page is made anew for another place
  useEffect(() => {
    if (taking?.phase !== 'waiting') return undefined
    // Sent behind this page's back, or refused: the register says how it stands now.
    return listenToKept(() => void (keptAt(place)?.state !== 'to-send' && refresh()))
  }, [taking?.phase, refresh])

  const submit = async (): Promise<void> => {
    if (!taking || !aClass.value) return
    const kept = asKept(taking, 'to-send')
    keep(kept)
    dispatch({ what: 'sending' })
    const sent = await sendRegister(kept)
    if (sent.ok) {
      forget(place)
      dispatch({ what: 'arrived', register: sent.value, aClass: aClass.value })
      return told()
    }
    // It is sent by itself as soon as it can be: after the next sign-in too.
    if (sent.failure.kind !== 'refused') return dispatch({ what: 'waiting' })
    keep({ ...kept, state: 'begun' })
    const newer = RegisterAnswer.safeParse(sent.failure.problem?.register)
    dispatch({ what: 'refused', failure: sent.failure })
    if (newer.success) dispatch({ what: 'heard', register: newer.data, aClass: aClass.value })
  }

  const failure = aClass.failure ?? register.failure
  return {
    taking,
    live: { value: taking, failure, asOf: register.asOf, isSlow: aClass.isSlow || register.isSlow },
    className: aClass.value?.name,
    happen: dispatch,
    submit,
  }
}
