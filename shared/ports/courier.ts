/** Brings files to a recipient's own server by SFTP, through a connector that the operator has set up. */
import type { Result } from '../domain/result.ts'

/** `under-way` until every file is there; `forgotten` when nobody knows of it any more. */
export type Delivery =
  | { readonly state: 'under-way' | 'arrived' | 'forgotten' }
  /** `because` is the service's own code, and holds no name of a file. */
  | { readonly state: 'failed'; readonly because: string }

export interface Courier {
  /**
   * Begins to bring files of a bucket into a folder of the server, each under the last part of its path; answers by what the journey is known.
   * Refused where the connector does not exist or does not take it. The same files brought twice are the same files there.
   */
  bring(
    files: { readonly bucket: string; readonly paths: readonly string[] },
    to: { readonly connector: string; readonly folder: string },
  ): Promise<Result<string>>
  /** What became of a journey. */
  look(connector: string, journey: string): Promise<Delivery>
}
