/** What goes to and fro between Firstbell and the school's own system: in sentences. */
import type { Policy } from '../policy.ts'
import { counted, doers, duration, sentence } from './words.ts'

export const throughWonde = ({ wonde }: Policy): readonly string[] =>
  wonde.on
    ? [
        `The school’s own system is asked through Wonde: each night for roll and contacts, which ${wonde.show ? 'a person looks at before they are applied' : 'are applied at once'}; on school days for marks every ${counted(wonde.everyMinutes, 'minute', 'minutes')}.`,
        wonde.writeBack
          ? 'Codes agreed here are written into it.'
          : 'Codes agreed here wait in a list, and are entered there by hand.',
        sentence(`an exchange that failed: ${doers(wonde.doers)} sees to it within ${duration(wonde.dueInMinutes)}.`),
      ]
    : ['The school’s own system is not asked through Wonde.']
