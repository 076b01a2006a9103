/** Files in a folder: what was put is not held in memory. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Files } from '../../shared/ports/files.ts'

const missing = (): never => {
  throw new Error('Nothing that is measured lists, removes or uploads files')
}

/** `wrote` hears the size of each file. */
export const folderFiles = (folder: string, wrote: (bytes: number) => void): Files => {
  const put: Files['put'] = async (path, body) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), body)
    wrote(Buffer.byteLength(body))
  }
  return {
    put,
    async putNew(path, body, contentType) {
      await put(path, body, contentType)
      return 'put'
    },
    get: async (path) => readFileSync(join(folder, path)),
    downloadAddress: async (path) => join(folder, path),
    list: missing,
    remove: missing,
    getUpTo: missing,
    uploadAddress: missing,
  }
}
