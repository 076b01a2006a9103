/** `npm run policy -- check [academy]` and `npm run policy -- diff <academy>`. */
import { fileURLToPath } from 'node:url'
import { policyCommand } from './command.ts'

const { lines, code } = policyCommand(process.argv.slice(2), fileURLToPath(new URL('.', import.meta.url)))
for (const line of lines) console.log(line)
process.exitCode = code
