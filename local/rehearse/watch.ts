/** Says on the screen how far a rehearsal is, and hears when whoever runs it wants it to stop. */
import { setImmediate } from 'node:timers/promises'

const BAR = 30

/** Where nobody watches, a bar is a line for every two weeks. */
const DAYS_A_LINE = 10

/**
 * Hears of each day before it is played. Playing waits for nothing, so that the process would hear of Ctrl-C when the year is over: here it
 * listens for a moment.
 */
export const progressOf =
  (name: string) =>
  async (date: string, nth: number, of: number): Promise<void> => {
    const { isTTY } = process.stderr
    const full = Math.round((nth / of) * BAR)
    const bar = isTTY ? `${'█'.repeat(full)}${'░'.repeat(BAR - full)}  ` : ''
    if (isTTY || nth === of || nth % DAYS_A_LINE === 1)
      process.stderr.write(`${isTTY ? '\r' : ''}  ${name}  ${date}  ${bar}${nth} of ${of} days${isTTY ? '' : '\n'}`)
    if (isTTY && nth === of) process.stderr.write('\n')
    await setImmediate()
  }

/** As a shell says that a command was interrupted. */
const INTERRUPTED = 130

/** Ctrl-C ends the command at once. `isKept`: whether there are days to go on from. */
export const sayWhenStopped = (isKept: () => boolean): void => {
  process.once('SIGINT', () => {
    const next = isKept()
      ? 'The same command with --resume goes on from the days that are kept.'
      : 'Nothing is kept yet.'
    process.stderr.write(`\nStopped. ${next}\n`)
    process.exit(INTERRUPTED)
  })
}
