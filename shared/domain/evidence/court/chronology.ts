import type { Block } from '../../letters/model.ts'
import { MARK_KIND } from '../register-version.ts'
import { type Material, type Standing, type Told, when, who } from './material.ts'
import { detailInWords, kindInWords } from './words.ts'

const STANDING: Readonly<Record<Standing, string>> = {
  sealed: '',
  late: 'Came after its own day was sealed; it is in a later seal.',
  'before-sealing': 'Recorded before sealing began.',
  'not-sealed-yet': 'Of a day that is not sealed yet.',
}

/** What a register's own entry says is in the register's exhibit; ordinary marks of presence would bury the rest. */
const isOrdinaryMark = ({ entry }: Told): boolean => entry.kind === MARK_KIND

const grounds = ({ rule, clause }: Told['entry']): string =>
  [clause, rule && `(rule ${rule})`].filter((each) => each !== undefined).join(' ')

const what = ({ entry, standing }: Told, material: Material): string => {
  const detail = detailInWords(entry, material)
  const said = `${kindInWords(entry.kind)}${detail === '' ? '' : `: ${detail}`}`
  return [said, grounds(entry), STANDING[standing]].filter((each) => each !== '').join('. ')
}

/** Everything that happened but the ordinary marks, in order of time. */
export const chronology = (material: Material): readonly Block[] => {
  const rows = material.told
    .filter((told) => !isOrdinaryMark(told))
    .map((told) => [when(told.entry.at, material.zone), what(told, material), who(told.entry.by, material)])
  return [
    {
      is: 'paragraph',
      text: 'Everything that is recorded about this pupil in the period but the marks of each register, which are Exhibit 2. Times are those of the school’s own clock. Each line names the clause of the attendance policy, or the law, that asked for it.',
    },
    rows.length === 0
      ? { is: 'paragraph', text: 'Nothing is recorded in the period.' }
      : {
          is: 'table',
          summary: 'What happened, in order of time',
          columns: ['When', 'What', 'Who'],
          rows,
          shares: [0.17, 0.64, 0.19],
          small: true,
        },
  ]
}
