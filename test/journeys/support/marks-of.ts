import { type Child, csv } from './people.ts'

type Session = 'AM' | 'PM'

/** A file of marks of class 3B: everybody is in school on these dates, but where `code` says otherwise. */
export const marksOf = (
  pupils: readonly Pick<Child, 'id'>[],
  dates: readonly string[],
  code: (pupil: string, date: string, session: Session) => string | undefined,
): string =>
  csv(
    dates.flatMap((date) =>
      (['AM', 'PM'] as const).flatMap((session) =>
        pupils.map(({ id }) => ({
          date,
          session,
          class: '3B',
          pupilId: id,
          code: code(id, date, session) ?? (session === 'AM' ? '/' : '\\'),
        })),
      ),
    ),
  )
