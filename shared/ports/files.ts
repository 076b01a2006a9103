/** Uploaded files and reports, by path. */
export interface Files {
  put(path: string, body: string | Uint8Array, contentType: string): Promise<void>
  /** Puts a file that is not there yet; what is there already is left as it is. */
  putNew(path: string, body: string | Uint8Array, contentType: string): Promise<'put' | 'already'>
  /** The bytes, or `undefined` when there is no such file. */
  get(path: string): Promise<Uint8Array | undefined>
  /** The bytes of a file that somebody else put, unless it has more than so many: then nothing of it is loaded. */
  getUpTo(path: string, mostBytes: number): Promise<Uint8Array | 'too-large' | undefined>
  /** The paths that begin like this, in order. */
  list(beginning: string): Promise<readonly string[]>
  /** Takes a file away; nothing when there is none. For good only where no versions are kept. */
  remove(path: string): Promise<void>
  /** An address from which this one file may be fetched for a minute, shown under a name by the browser. */
  downloadAddress(path: string, shown: { readonly name: string; readonly contentType: string }): Promise<string>
  /** An address to which this one file, of just so many bytes, may be sent with PUT for a quarter of an hour. */
  uploadAddress(path: string, contentType: string, bytes: number): Promise<string>
}
