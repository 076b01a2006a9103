/** A finding of cdk-nag that we mean to leave. */
export interface Acknowledgement {
  readonly id: string
  /** Paths inside the stack that it is for, so that the same finding elsewhere is still a finding. */
  readonly at: RegExp
  readonly reason: string
}
