import { Encrypter } from 'age-encryption'
import { ok, type Result } from '../../domain/result.ts'

export const encryptWithAge = async (key: string, plain: Uint8Array): Promise<Result<Uint8Array>> => {
  const encrypter = new Encrypter()
  encrypter.addRecipient(key)
  return ok(await encrypter.encrypt(plain))
}
