/** Keys that are never in code, environment or table. */
export interface Secrets {
  /** Current and earlier versions, newest first. */
  read(name: string): Promise<readonly { readonly version: string; readonly value: string }[]>
}
