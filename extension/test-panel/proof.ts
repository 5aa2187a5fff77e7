import type { ConnectionSettings } from '../../shared/account.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { counted, t } from '../words.ts';
import type { Walk, WalkStage } from '../status/walk.ts';

/** What a passed test has proved, each in a few words: the login and over what, then mailbox or sender. */
export function proofOf(
  { stages, finished }: Walk,
  { ssl, tls }: Pick<ConnectionSettings, 'ssl' | 'tls'>,
): string[] {
  if (finished?.verdict !== 'passed') return [];
  const secured = found(stages, 'tls') ?? found(stages, 'starttls');
  const version = secured?.['version'];
  const from = found(stages, 'sender')?.['from'];
  return [
    typeof version === 'string'
      ? t('test.proof.over', { version: visibleText(version.replace(/^TLSv/, 'TLS ')) })
      : ssl || tls
        ? ''
        : t('test.proof.plain'),
    finished.ids ? counted('test.proof.messages', finished.ids.count) : '',
    typeof from === 'string' ? t('test.proof.sender', { from: visibleText(from) }) : '',
  ].filter((words) => words !== '');
}

function found(stages: readonly WalkStage[], name: WalkStage['stage']): WalkStage['evidence'] {
  return stages.find(({ stage }) => stage === name)?.evidence;
}
