/** Which child it is about: by key, by name, or by date of birth. Only a number that may hear the names comes here. */
import type { PupilKey } from '../../people.ts'
import { namesIn } from '../../replies/names.ts'
import type { CallState, Input, LineFacts, Turn } from '../call.ts'
import { again, goTo, learn, yesOrNo } from '../turns.ts'

const BY_BIRTH_DATE = '8'
const ALL = '9'

const chosen = (pupils: readonly PupilKey[], state: CallState, facts: LineFacts): Turn =>
  goTo('reason', learn(state, { pupils }), facts)

const byKey = (key: string, state: CallState, facts: LineFacts): Turn => {
  const { children } = facts
  const keys = children.map((child) => child.key)
  const [only, ...others] = keys
  if (only !== undefined && others.length === 0) {
    if (key === '1') return chosen([only], state, facts)
    // About a child whom this number does not speak for: somebody listens to what is said.
    return key === '2' ? goTo('message', state, facts) : again(state, facts)
  }
  if (key === ALL) return chosen(keys, state, facts)
  if (key === BY_BIRTH_DATE) return goTo('birth-date', state, facts)
  const one = keys[Number(key) - 1]
  return one === undefined ? again(state, facts) : chosen([one], state, facts)
}

const bySpeech = (text: string, state: CallState, facts: LineFacts): Turn => {
  const { children } = facts
  const { named } = namesIn(
    text,
    children.map(({ name }) => name),
  )
  const pupils = children.filter(({ name }) => named.includes(name)).map(({ key }) => key)
  if (pupils.length > 0) return chosen(pupils, state, facts)
  if (children.length > 1 && /\b(?:all|both|everybody|everyone)\b/.test(text)) return byKey(ALL, state, facts)
  const said = children.length === 1 ? yesOrNo(text) : undefined
  if (said === undefined) return again(state, facts)
  return byKey(said === 'yes' ? '1' : '2', state, facts)
}

export const atChild = (input: Input, text: string, state: CallState, facts: LineFacts): Turn => {
  if (input.kind === 'keys') return byKey(input.keys, state, facts)
  return input.kind === 'speech' ? bySpeech(text, state, facts) : again(state, facts)
}

/** Eight keys as a date of birth, day first: `01102017` is 2017-10-01. */
const readBirthDate = (keys: string): string => keys.replace(/^(\d{2})(\d{2})(\d{4})$/, '$3-$2-$1')

/**
 * A date of birth picks one of the caller's own children. From anybody else it is only kept for the office: whether there is such a
 * child is not to be heard from what comes next.
 */
export const atBirthDate = (
  input: Input,
  state: CallState,
  facts: LineFacts,
  isDate: (text: string) => boolean,
): Turn => {
  const date = input.kind === 'keys' ? readBirthDate(input.keys) : ''
  const known = isDate(date) ? learn(state, { birthDate: date }) : state
  if (facts.children.length === 0) {
    const skips = input.kind !== 'keys' || input.keys === ''
    return skips || isDate(date) ? goTo('message', known, facts) : again(state, facts)
  }
  const born = facts.children.filter((child) => child.dateOfBirth === date)
  const [only, ...twins] = born
  if (only === undefined) return again(known, facts)
  return twins.length === 0 ? chosen([only.key], known, facts) : goTo('message', known, facts)
}
