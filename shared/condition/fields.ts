import { letterStatuses } from '../letter.ts';
import { logLevels, logSources } from '../log.ts';

/** What may be asked of each type of field (the names that react-querybuilder edits). */
export const operatorsByType = {
  text: [
    'is',
    'isNot',
    'contains',
    'doesNotContain',
    'startsWith',
    'endsWith',
    'isOneOf',
    'isEmpty',
    'isNotEmpty',
  ],
  choice: ['is', 'isNot', 'isOneOf', 'isNotOneOf'],
  /** A choice that has an order. */
  rank: ['is', 'isNot', 'isOneOf', 'isNotOneOf', 'atLeast', 'atMost'],
  reference: ['is', 'isNot', 'isOneOf', 'isEmpty', 'isNotEmpty'],
  time: ['on', 'notOn', 'before', 'after', 'atOrBefore', 'atOrAfter', 'between'],
} as const;

export type FieldType = keyof typeof operatorsByType;
export type Operator = (typeof operatorsByType)[FieldType][number];

/** A field as conditions ask for it. */
interface FieldRules {
  readonly type: FieldType;
  /** Of a choice; of a rank in rising order. */
  readonly choices?: readonly string[];
  /** How people type it; it is printed by the first. */
  readonly words: readonly [string, ...string[]];
}

export type ConditionField =
  | 'createdAt'
  | 'source'
  | 'level'
  | 'message'
  | 'username'
  | 'createdBy'
  | 'accountId'
  | 'testId'
  | 'status'
  | 'sender'
  | 'recipients'
  | 'messageId'
  | 'subject'
  | 'reply'
  | 'sentAt';

/** Every field that any record is asked for: one name means the same in every list. */
export const conditionFields: Readonly<Record<ConditionField, FieldRules>> = {
  createdAt: { type: 'time', words: ['created', 'created at', 'time'] },
  source: { type: 'choice', choices: logSources, words: ['source'] },
  level: { type: 'rank', choices: logLevels, words: ['level'] },
  message: { type: 'text', words: ['message'] },
  username: { type: 'text', words: ['username', 'user name'] },
  createdBy: { type: 'reference', words: ['created by'] },
  accountId: { type: 'reference', words: ['account'] },
  testId: { type: 'reference', words: ['test'] },
  status: { type: 'choice', choices: letterStatuses, words: ['status'] },
  sender: { type: 'text', words: ['sender', 'from'] },
  /** To, Cc and Bcc as one text (`letter-recipients.ts`). */
  recipients: { type: 'text', words: ['recipients', 'recipient', 'to'] },
  messageId: { type: 'text', words: ['message id'] },
  subject: { type: 'text', words: ['subject'] },
  reply: { type: 'text', words: ['reply'] },
  sentAt: { type: 'time', words: ['sent', 'sent at'] },
};

/** What a condition on the Main Log may ask for. */
export const logFields: readonly ConditionField[] = [
  'createdAt',
  'source',
  'level',
  'message',
  'username',
  'createdBy',
  'accountId',
  'testId',
];

/** What a condition on letters may ask for. */
export const letterFields: readonly ConditionField[] = [
  'createdAt',
  'status',
  'subject',
  'sender',
  'recipients',
  'accountId',
  'reply',
  'sentAt',
  'messageId',
  'username',
  'createdBy',
];

/** How many values an operator takes. */
export function valuesOf(operator: Operator): 'none' | 'one' | 'two' | 'many' {
  if (operator === 'isEmpty' || operator === 'isNotEmpty') return 'none';
  if (operator === 'between') return 'two';
  return operator === 'isOneOf' || operator === 'isNotOneOf' ? 'many' : 'one';
}
