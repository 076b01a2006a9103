/** A bundle of evidence about one pupil, while it waits to be fetched. */
import type { PupilKey } from '../people.ts'

export const bundlePath = (
  academy: string,
  pupil: PupilKey,
  bundle: string,
  part: 'bundle.zip' | 'done.json',
): string => `exports/${academy}/${pupil}/${bundle}/${part}`
