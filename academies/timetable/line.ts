/** The absence line in sentences: when it answers, whom it tells what, and where it leads. */
import { fillWording } from '../../shared/domain/wording.ts'
import type { Policy } from '../policy.ts'
import { listed } from './words.ts'

const PROVIDER: Readonly<Record<Policy['line']['provider'], string>> = {
  connect: 'Amazon Connect',
  twilio: 'Twilio',
}

export const onTheLine = ({ line, name, phone }: Policy): readonly string[] => {
  const reasons = line.reasons.map(
    ({ says, code }, index) => `${index + 1} for ${says} (${code === undefined ? 'staff choose' : `proposes ${code}`})`,
  )
  return [
    line.on
      ? `${PROVIDER[line.provider]} answers ${line.number} by day and night: “${fillWording(line.greeting, { school: name, phone }, 1)}”`
      : `The line is off: ${PROVIDER[line.provider]} answers ${line.number} and says to ring ${phone}. Switched on it would begin: “${fillWording(line.greeting, { school: name, phone }, 1)}”`,
    'A parent who rings from a number we hold hears the first name of the child and reports by key or in words. Anybody else, and every withheld number, leaves a message and hears nothing of any child.',
    `Reasons: press ${listed(reasons)}; 9 tells any other in a message.`,
    'What is read back and confirmed pauses calls until a person has confirmed it; anything else is a task to read, to listen to or to ring back.',
    `Silence or a wrong key is asked again; at the ${line.tries === 2 ? 'second' : `${line.tries}th`.replace('3th', 'third')} time a message is taken instead.`,
    line.transfer === 'none' ? 'Nobody is put through.' : `0 puts the caller through to ${line.transfer}.`,
  ]
}
