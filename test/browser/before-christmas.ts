/** What a class missed before Christmas: ten school days, twenty sessions. */
import { type Child, csv } from '../journeys/support/people.ts'

const DAYS = ['01', '02', '03', '04', '05', '08', '09', '10', '11', '12'].map((day) => `2025-12-${day}`)

/** Everybody of 3B was there but for those who missed so many sessions, the first of these days on, under a code. */
export const beforeChristmas = (
  pupils: readonly Child[],
  missed: Readonly<Record<string, readonly [code: string, sessions: number]>>,
): string =>
  csv(
    DAYS.flatMap((date, day) =>
      (['AM', 'PM'] as const).flatMap((session, half) =>
        pupils.map(({ id }) => {
          const [code, count] = missed[id] ?? ['/', 0]
          const present = session === 'AM' ? '/' : '\\'
          return { date, session, class: '3B', pupilId: id, code: day * 2 + half < count ? code : present }
        }),
      ),
    ),
  )
