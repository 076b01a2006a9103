/** Where in the console a person is: the part of the address after `#`, which no server ever sees. */
import { useSyncExternalStore } from 'react'

let here = ''

/** `#main` leads to a place on the page, not to another page: the address stays what it was. */
const readHash = (): string => {
  const { hash } = window.location
  if (hash === '' || hash.startsWith('#/')) here = hash
  else history.replaceState(null, '', here === '' ? window.location.pathname : here)
  return here
}

const listen = (tell: () => void) => {
  window.addEventListener('hashchange', tell)
  return () => window.removeEventListener('hashchange', tell)
}

/** `#/registers/3b/AM` as `['registers', '3b', 'AM']`. */
export const partsOf = (hash: string): readonly string[] =>
  hash
    .replace(/^#\/?/, '')
    .split('/')
    .filter((part) => part !== '')
    .map(decodeURIComponent)

export const useAddress = (): readonly string[] => partsOf(useSyncExternalStore(listen, readHash))

export const addressOf = (...parts: readonly string[]): string => `#/${parts.map(encodeURIComponent).join('/')}`

export const goTo = (...parts: readonly string[]): void => {
  window.location.hash = addressOf(...parts)
}
