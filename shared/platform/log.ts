import type { Log } from '../ports/world.ts'
import { LOG_CODES, type LogCodeName } from './log-codes.ts'

const isCode = (code: string): code is LogCodeName => code in LOG_CODES

/**
 * A log that takes a code and that code's fields. Fields the code does not name are dropped, and texts are cut to 64 characters,
 * so that no whole object and no message can be written by mistake.
 */
export const catalogueLog = (write: (line: string) => void, now: () => string): Log => ({
  write(code, fields = {}) {
    if (!isCode(code)) return write(JSON.stringify({ at: now(), level: 'ERROR', code: 'UNKNOWN_CODE' }))
    const { level, fields: allowed } = LOG_CODES[code]
    const kept = Object.entries(fields)
      .filter(([name]) => (allowed as readonly string[]).includes(name))
      .map(([name, value]) => [name, typeof value === 'string' ? value.slice(0, 64) : value])
    write(JSON.stringify({ at: now(), level, code, ...Object.fromEntries(kept) }))
  },
})
