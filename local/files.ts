/** Files in a folder of this machine, and addresses to which one file may be sent. */
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, normalize, relative } from 'node:path'
import type { Files } from '../shared/ports/files.ts'
import type { Ids } from '../shared/ports/world.ts'

export interface LocalFiles {
  bucket(name: string): Files
  /** Takes what was sent to an address that `uploadAddress` gave; `false` when it gave no such address, or for a file of another length. */
  upload(ticket: string, body: Uint8Array): Promise<boolean>
  /** The file behind an address that `downloadAddress` gave, once. */
  download(ticket: string): Promise<{ readonly body: Uint8Array; readonly contentType: string } | undefined>
}

const isThere = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST'

/** `origin` is where the gateway listens, known once it does; `arrived` hears of every file that is put. */
export const localFiles = (
  folder: string,
  ids: Ids,
  origin: () => string,
  arrived: (bucket: string, path: string, bytes: number) => void,
): LocalFiles => {
  const tickets = new Map<string, { bucket: string; path: string; contentType: string; bytes: number }>()
  const given = new Map<string, { bucket: string; path: string; contentType: string }>()
  const place = (bucket: string, path: string): string => {
    const inside = normalize(`/${bucket}/${path}`)
    return join(folder, inside)
  }
  const bucket = (name: string): Files => ({
    async put(path, body) {
      await mkdir(dirname(place(name, path)), { recursive: true })
      await writeFile(place(name, path), body)
      arrived(name, path, Buffer.byteLength(body))
    },
    async putNew(path, body) {
      await mkdir(dirname(place(name, path)), { recursive: true })
      try {
        await writeFile(place(name, path), body, { flag: 'wx' })
      } catch (error) {
        if (isThere(error)) return 'already'
        throw error
      }
      arrived(name, path, Buffer.byteLength(body))
      return 'put'
    },
    async list(beginning) {
      const root = place(name, '')
      // Only the folder that the beginning names whole: the rest of the bucket may be large.
      const under = place(name, beginning.slice(0, beginning.lastIndexOf('/') + 1))
      const entries = await readdir(under, { withFileTypes: true, recursive: true }).catch(() => [])
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, join(entry.parentPath, entry.name)))
        .filter((path) => path.startsWith(beginning))
        .toSorted()
    },
    async remove(path) {
      await rm(place(name, path), { force: true })
    },
    async get(path) {
      try {
        return await readFile(place(name, path))
      } catch {
        return undefined
      }
    },
    async getUpTo(path, mostBytes) {
      const found = await stat(place(name, path)).catch(() => undefined)
      return found && found.size > mostBytes ? 'too-large' : this.get(path)
    },
    async downloadAddress(path, { contentType }) {
      const ticket = ids.fresh()
      given.set(ticket, { bucket: name, path, contentType })
      return `${origin()}/downloads/${ticket}`
    },
    async uploadAddress(path, contentType, bytes) {
      const ticket = ids.fresh()
      tickets.set(ticket, { bucket: name, path, contentType, bytes })
      return `${origin()}/uploads/${ticket}`
    },
  })
  return {
    bucket,
    async download(ticket) {
      const known = given.get(ticket)
      given.delete(ticket)
      const body = known && (await bucket(known.bucket).get(known.path))
      return known && body && { body, contentType: known.contentType }
    },
    async upload(ticket, body) {
      const known = tickets.get(ticket)
      if (known?.bytes !== body.length) return false
      await bucket(known.bucket).put(known.path, body, known.contentType)
      return true
    },
  }
}

/** The message by which S3 says that a file has arrived. */
export const arrivalMessage = (bucket: string, path: string, bytes: number, at: string): string =>
  JSON.stringify({
    Records: [
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        awsRegion: 'eu-west-2',
        eventTime: at,
        eventName: 'ObjectCreated:Put',
        s3: { bucket: { name: bucket }, object: { key: encodeURIComponent(path).replaceAll('%2F', '/'), size: bytes } },
      },
    ],
  })
