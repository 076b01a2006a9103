/** `npm run rehearse`: plays a year of marks through a policy, or through two, and says what would have happened. */
import { readArguments, USAGE } from './rehearse/arguments.ts'
import { wasStopped } from './rehearse/checkpoint.ts'
import { runRehearsal } from './rehearse/command.ts'
import { Refused } from './rehearse/files.ts'
import { progressOf, sayWhenStopped } from './rehearse/watch.ts'

try {
  const args = readArguments(process.argv.slice(2))
  if (wasStopped(args.out) && !args.resume)
    console.error(`A rehearsal was stopped in ${args.out}; this one begins again. With --resume it would go on.`)
  sayWhenStopped(() => wasStopped(args.out))
  console.log((await runRehearsal(args, progressOf)).join('\n'))
} catch (error) {
  const usage = error instanceof Refused ? '' : `\n\n${USAGE}`
  console.error(`${error instanceof Error ? error.message : error}${usage}`)
  process.exitCode = 1
}
