/** How far somebody has come on the first day: kept on this device for that person, and nothing else of them. */

const keyOf = (academy: string, sub: string): string => `firstbell.first-day.${academy}.${sub}`

/** The step at which to go on, of so many; the number of steps when all are done. */
export const howFar = (academy: string, sub: string, steps: number): number => {
  const step = Number(localStorage.getItem(keyOf(academy, sub)) ?? 0)
  return Number.isInteger(step) && step > 0 ? Math.min(step, steps) : 0
}

export const keepHowFar = (academy: string, sub: string, step: number): void =>
  localStorage.setItem(keyOf(academy, sub), String(step))
