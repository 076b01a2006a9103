/** Sends a file to the address that the API gave for it. Not by fetch: only this way a page hears how far it is. */
import { type Failure, said } from './failure.ts'

/** After so much time in which nothing went a person is told so. */
const MOST_STILL_SECONDS = 60

const KEPT = 'Nothing is changed, and the file is still chosen here:'
const STOPPED = said('refused', 'You stopped the sending.', `${KEPT} press again when you want to send it.`)
const BROKEN_OFF = said('lost', 'The file did not arrive.', `${KEPT} check the Wi-Fi, then press again.`)
const STUCK = said('slow', 'The file is not getting on.', `${KEPT} check the Wi-Fi, then press again.`)
const NOT_TAKEN = said(
  'broken',
  'The file was not taken.',
  `${KEPT} press again. If it happens again, tell the trust operator.`,
)

export interface Sending {
  readonly signal: AbortSignal
  /** How much has gone, in whole percent. */
  progress(percent: number): void
}

/** Sends it whole; answers why it did not arrive. Nothing is kept of a file that is broken off. */
export const upload = (
  address: string,
  file: Blob,
  type: string,
  { signal, progress }: Sending,
): Promise<Failure | undefined> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest()
    let timer: ReturnType<typeof setTimeout> | undefined
    let failure = BROKEN_OFF
    const stop = (why: Failure) => () => {
      failure = why
      request.abort()
    }
    const stopped = stop(STOPPED)
    const wait = (): void => {
      clearTimeout(timer)
      timer = setTimeout(stop(STUCK), MOST_STILL_SECONDS * 1000)
    }
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      wait()
      progress(total > 0 ? Math.floor((loaded * 100) / total) : 0)
    })
    request.addEventListener('loadend', () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stopped)
      const { status } = request
      if (status >= 200 && status < 300) resolve(undefined)
      else resolve(status === 0 ? failure : NOT_TAKEN)
    })
    signal.addEventListener('abort', stopped)
    request.open('PUT', address)
    request.setRequestHeader('content-type', type)
    wait()
    progress(0)
    request.send(file)
    if (signal.aborted) stopped()
  })
