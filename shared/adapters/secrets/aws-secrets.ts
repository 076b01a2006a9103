import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'
import type { Secrets } from '../../ports/secrets.ts'

type Version = Awaited<ReturnType<Secrets['read']>>[number]

/** Enough of the version's id to tell it from the one before. */
const VERSION_LETTERS = 8

/**
 * Secrets Manager, the current version and the one before it, read once per container: a key that has been replaced still
 * matches the numbers it hashed until they have been hashed anew.
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

  const known = new Map<string, Promise<readonly Version[]>>()
  return {
    read(name) {
      const kept = known.get(name)
      if (kept !== undefined) return kept
      const asked = Promise.all([stage(name, 'AWSCURRENT'), previous(name)]).then(([now, before]) => [now, ...before])
      known.set(name, asked)
      // A failure is not kept: the next reader asks again.
      asked.catch(() => known.delete(name))
      return asked
    },
  }
}
