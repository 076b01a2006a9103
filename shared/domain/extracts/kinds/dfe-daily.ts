import { anExtract, yes } from '../extract.ts'
import { nameCells, personOf, schoolCells } from '../person.ts'

/**
 * The Department takes these items from the school's own system twice a day; only a school whose system does not send them needs this. Its
 * exact list of items is not published, so the file is shaped like it and no more. Off unless a policy turns it on.
 */
export const dfeDaily = anExtract({
  id: 'dfe-daily',
  version: 1,
  recipient: 'dfe',
  says: 'Every pupil’s two codes of each day of the period, for a school whose own system does not send them to the Department.',
  columns: [
    'authority',
    'urn',
    'academy',
    'date',
    'upn',
    'surname',
    'forename',
    'dateOfBirth',
    'sex',
    'yearGroup',
    'admitted',
    'left',
    'senStatus',
    'fsm',
    'ethnicity',
    'am',
    'pm',
  ],
  key: ['academy', 'date', 'upn', 'surname', 'forename', 'dateOfBirth'],
  needs: ['marks'],
  rows: (facts) =>
    [...facts.marks].flatMap(([key, marks]) => {
      const person = personOf(facts, key)
      if (person === undefined) return []
      const pupil = facts.pupils[key] ?? facts.leavers[key]
      const days = Map.groupBy(
        marks.filter(({ date }) => person.admitted <= date && (person.left === undefined || date <= person.left)),
        ({ date }) => date,
      )
      return [...days].map(([date, sessions]) => ({
        pupil: key,
        cells: {
          ...schoolCells(facts),
          ...nameCells(person),
          date,
          dateOfBirth: person.dateOfBirth,
          sex: pupil?.sex ?? null,
          yearGroup: person.yearGroup,
          admitted: person.admitted,
          left: person.left ?? null,
          senStatus: pupil?.senStatus ?? null,
          fsm: yes(pupil?.flags.includes('fsm') ?? false),
          ethnicity: pupil?.ethnicity ?? null,
          am: sessions.find(({ session }) => session === 'AM')?.code ?? null,
          pm: sessions.find(({ session }) => session === 'PM')?.code ?? null,
        },
      }))
    }),
})
