/** Files in memory, by path. */
import type { Files } from '../../shared/ports/files.ts'

export const memoryFiles = () => {
  const bytes = new Map<string, Uint8Array>()
  const kept = new Map<string, string>()
  const put = (path: string, body: string | Uint8Array): void => {
    bytes.set(path, Buffer.from(body))
    kept.set(path, Buffer.from(body).toString())
  }
  const files: Files = {
    put: async (path, body) => put(path, body),
    putNew: async (path, body) => {
      if (bytes.has(path)) return 'already'
      put(path, body)
      return 'put'
    },
    list: async (beginning) => [...bytes.keys()].filter((path) => path.startsWith(beginning)).toSorted(),
    remove: async (path) => void (bytes.delete(path) && kept.delete(path)),
    get: async (path) => bytes.get(path),
    getUpTo: async (path, mostBytes) => {
      const found = bytes.get(path)
      return found && found.length > mostBytes ? 'too-large' : found
    },
    downloadAddress: async (path) => `https://files.example/${path}`,
    uploadAddress: async (path) => `https://files.example/${path}`,
  }
  return { files, kept }
}
