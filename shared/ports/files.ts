/** Uploaded files and reports, by path. */
export interface Files {
  put(path: string, body: string | Uint8Array, contentType: string): Promise<void>
  /** The bytes, or `undefined` when there is no such file. */
  get(path: string): Promise<Uint8Array | undefined>
  /** An address from which this one file may be fetched for a minute, shown under a name by the browser. */
  downloadAddress(path: string, shown: { readonly name: string; readonly contentType: string }): Promise<string>
  /** An address to which this one file may be sent with PUT for a quarter of an hour. */
  uploadAddress(path: string, contentType: string): Promise<string>
}
