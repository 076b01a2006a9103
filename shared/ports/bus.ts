/** Announcements to other systems. */
export interface Announcement {
  /** Name and version: `register-closed.v1`. */
  readonly name: string
  readonly academy: string
  readonly at: string
  /** The announcement's own id, the same on every delivery. */
  readonly id: string
  readonly data: Readonly<Record<string, unknown>>
}
export interface Bus {
  announce(announcements: readonly Announcement[]): Promise<void>
}
