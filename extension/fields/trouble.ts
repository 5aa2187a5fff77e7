/** What went wrong with something a person asked for, and what helps. */
export interface Trouble {
  readonly title: string;
  readonly message: string;
  /** A command to run. */
  readonly repair?: string;
  /** Somebody else was faster: one of both has to give way. */
  readonly conflict?: true;
  /** The companion was not there. */
  readonly away?: true;
  /** Another login may lock the account: the person decides. */
  readonly guarded?: true;
}
