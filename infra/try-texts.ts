/**
 * `npm run try-texts -- [--academy <slug>] [--accounts <secret>]`: one test text for each academy, to a number that nobody has, and what the carrier
 * answers. End User Messaging checks it and sends nothing; the others carry it to nobody. Exits 1 when one was not taken.
 */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { loadPolicies } from '../academies/load.ts'
import { tryTexts } from '../academies/try-texts.ts'
import { awsSecrets } from '../shared/adapters/secrets/aws-secrets.ts'
import { systemClock } from '../shared/adapters/system/clock.ts'
import { awsTexters } from '../shared/adapters/texting/aws-texters.ts'
import { guardedTexter } from '../shared/adapters/texting/guarded.ts'
import { CONFIGURATION_SET } from './core/texting.ts'

const run = async (): Promise<boolean> => {
  const { values } = parseArgs({ options: { academy: { type: 'string' }, accounts: { type: 'string' } } })
  const { policies } = loadPolicies(fileURLToPath(new URL('../academies', import.meta.url)))
  const asked = Object.values(policies).map(({ policy }) => policy)
  const chosen = values.academy === undefined ? asked : asked.filter(({ academy }) => academy === values.academy)
  if (chosen.length === 0) throw new Error(`There is no academy called ${values.academy}.`)
  const texters = awsTexters(() => awsSecrets(new SecretsManagerClient({})))
  const tried = await tryTexts(
    chosen,
    (provider, { texts: { account } }) => {
      const settings = {
        configurationSet: CONFIGURATION_SET,
        accountsSecret: values.accounts ?? '',
        account,
        live: false,
      }
      // Guarded as a school that is not live is: no number but one that nobody has.
      return guardedTexter(texters(provider, settings), false)
    },
    systemClock().now(),
  )
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
