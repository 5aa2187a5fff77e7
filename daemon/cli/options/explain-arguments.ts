import type { AccountType } from '../../../shared/account.ts';
import type { Stage } from '../../../shared/stage.ts';
import { stages } from '../../../shared/stages.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import { nearest } from '../nearest.ts';
import { UsageError } from '../usage-error.ts';
import { accountType } from './account-type.ts';
import { parseOptions } from './parse-options.ts';

const options = {
  type: { type: 'string' },
  stage: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/** What `explain` is asked; without `text` it comes from standard input. */
export interface ExplainArguments {
  text: string | undefined;
  hints: { type?: AccountType; stage?: Stage };
  json: boolean;
}

/** Throws UsageError. */
export function explainArguments(args: readonly string[]): ExplainArguments {
  // A POP3 refusal begins with a dash and is no option: -ERR [AUTH] Invalid login
  const isText = (arg: string): boolean => /^-(?:ERR\b|.*\s)/i.test(arg);
  const { values, positionals } = parseOptions(
    args.filter((arg) => !isText(arg)),
    options,
  );
  const words = args.filter((arg) => isText(arg) || positionals.includes(arg));
  return {
    text: words.length === 0 || (words.length === 1 && words[0] === '-') ? undefined : words.join(' '),
    hints: {
      ...(values.type === undefined ? {} : { type: accountType(values.type) }),
      ...(values.stage === undefined ? {} : { stage: stageNamed(values.stage) }),
    },
    json: values.json,
  };
}

function stageNamed(text: string): Stage {
  const stage = stages.find((known) => known === text.toLowerCase());
  if (stage) return stage;
  const near = nearest(text, stages);
  const hint = near ? `Did you mean ${near}?` : `Stages: ${stages.join(', ')}.`;
  throw new UsageError(`--stage: "${visibleText(text, 20)}" is not known. ${hint}`);
}
