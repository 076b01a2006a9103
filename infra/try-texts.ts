/**
 * `npm run try-texts -- [--academy <slug>] [--accounts <secret>]`: one test text for each academy, to a number that nobody has, and what the carrier
 * answers. End User Messaging checks it and sends nothing; the others carry it to nobody. Exits 1 when one was not taken, or where a school that is
 * live texts by a test key of GOV.UK Notify.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { loadPolicies } from '../academies/load.ts'
import { type Carriers, tryTexts } from '../academies/try-texts.ts'
import { awsSecrets } from '../shared/adapters/secrets/aws-secrets.ts'
import { systemClock } from '../shared/adapters/system/clock.ts'
import { once } from '../shared/adapters/system/once.ts'
import { notifyAccount } from '../shared/adapters/texting/accounts.ts'
import { awsTexters } from '../shared/adapters/texting/aws-texters.ts'
import { guardedTexter } from '../shared/adapters/texting/guarded.ts'
import { notifyFate } from '../shared/adapters/texting/notify-fate.ts'
import { CONFIGURATION_SET } from './core/texting.ts'

/** A test key of GOV.UK Notify says within seconds that its texts arrived. */
const LOOKS = 10
const LOOK_MILLISECONDS = 2_000

const run = async (): Promise<boolean> => {
  const { values } = parseArgs({ options: { academy: { type: 'string' }, accounts: { type: 'string' } } })
  const { policies } = loadPolicies(fileURLToPath(new URL('../academies', import.meta.url)))
  const asked = Object.values(policies).map(({ policy }) => policy)
  const chosen = values.academy === undefined ? asked : asked.filter(({ academy }) => academy === values.academy)
  if (chosen.length === 0) throw new Error(`There is no academy called ${values.academy}.`)
  const secrets = once(() => awsSecrets(new SecretsManagerClient({})))
  const texters = awsTexters(secrets, { write: () => undefined })
  const accountsSecret = values.accounts ?? ''
  const carriers: Carriers = {
    texterOf(provider, { texts: { account } }) {
      const settings = { configurationSet: CONFIGURATION_SET, accountsSecret, account, live: false }
      // Guarded as a school that is not live is: no number but one that nobody has.
      return guardedTexter(texters(provider, settings), false)
    },
    async fateOf(provider, { texts: { account } }, providerId) {
      if (provider !== 'notify') return 'not delivered'
      const held = await notifyAccount(secrets(), accountsSecret, account)
      for (let look = 0; look < LOOKS; look++) {
        await pause(LOOK_MILLISECONDS)
        if ((await notifyFate(held, providerId)) === 'delivered') return 'delivered'
      }
      return 'not delivered'
    },
  }
  const tried = await tryTexts(chosen, carriers, systemClock().now())
  for (const { academy, provider, said } of tried) console.log(`${academy}: ${provider} ${said}`)
  return tried.every(({ isRight }) => isRight)
}

run().then(
  (isRight) => {
    process.exitCode = isRight ? 0 : 1
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : 'The texts could not be tried.')
    process.exitCode = 1
  },
)
