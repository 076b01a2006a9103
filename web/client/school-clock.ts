/** The school's clock: this device may be wrong by minutes, and a local trust's clock is turned by hand. */

/** Milliseconds since 1970 by this device, for spans that are begun and ended here. */
export const deviceNow = (): number => Date.now()

let ahead = 0

/** Hears the hour from an answer of the API. */
export const hearHour = (answer: Response): void => {
  const said = Date.parse(answer.headers.get('date') ?? '')
  if (!Number.isNaN(said)) ahead = said - deviceNow()
}

/** The present instant by the school's clock. */
export const schoolNow = (): string => new Date(deviceNow() + ahead).toISOString()
