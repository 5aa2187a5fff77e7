/** What a person is asked before something goes on; `detail` is a sentence of the daemon. */
export interface Question {
  readonly kind: 'plain' | 'address' | 'leave' | 'remove';
  readonly detail?: string;
}

/** True when the person agrees. */
export type Ask = (question: Question) => Promise<boolean>;
