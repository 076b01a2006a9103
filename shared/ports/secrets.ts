/** Keys that are never in code, environment or table. */
export interface Secrets {
  /**
   * Current and earlier versions, newest first. A process keeps them for a minute; with `again` they are read anew, as often as a stranger
   * cannot make dear: what came meanwhile is known before somebody is turned away for want of it.
   */
  read(name: string, again?: boolean): Promise<readonly { readonly version: string; readonly value: string }[]>
}
