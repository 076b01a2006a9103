import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'
import type { Secrets } from '../../ports/secrets.ts'
import { keptAWhile } from '../kept-a-while.ts'

/** Put here a minute before the provider has it, a token refuses no call. */
const KEPT_MILLISECONDS = 60_000
/** Whoever calls without a proof makes a process ask no more often than this. */
const AGAIN_MILLISECONDS = 5_000

type Version = Awaited<ReturnType<Secrets['read']>>[number]

/** Enough of the version's id to tell it from the one before. */
const VERSION_LETTERS = 8

/**
 * Secrets Manager, the current version and the one before it, read once a minute by each process: a key that has been replaced still matches
 * the numbers it hashed until they have been hashed anew, and a token that was replaced is known without a deployment.
 */
export const awsSecrets = (client: SecretsManagerClient): Secrets => {
  const stage = async (name: string, label: 'AWSCURRENT' | 'AWSPREVIOUS'): Promise<Version> => {
    const found = await client.send(new GetSecretValueCommand({ SecretId: name, VersionStage: label }))
    if (found.SecretString === undefined || found.VersionId === undefined) {
      throw new Error('A secret has no text. Put a value into it with put-secret-value --secret-string.')
    }
    return { version: found.VersionId.slice(0, VERSION_LETTERS), value: found.SecretString }
  }

  const previous = async (name: string): Promise<readonly Version[]> => {
    try {
      return [await stage(name, 'AWSPREVIOUS')]
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return []
      throw error
    }
  }

  const kept = keptAWhile(KEPT_MILLISECONDS, async (name): Promise<readonly Version[]> => {
    const [now, before] = await Promise.all([stage(name, 'AWSCURRENT'), previous(name)])
    return [now, ...before]
  })
  return { read: (name, again) => (again ? kept.getNewerThan(name, AGAIN_MILLISECONDS) : kept.get(name)) }
}
