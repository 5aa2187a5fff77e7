import { accountEditor, type EditorParts } from '../../extension/accounts/account-editor.ts';
import type { Question } from '../../extension/accounts/question.ts';
import { AccountForm } from '../../shared/account.ts';
import type { TestedAccount } from '../../shared/account-status.ts';
import type { DaemonClient } from '../../shared/daemon-client.ts';

/** The account that the daemon makes of a new one. */
export const id = '157425284611357796';
/** Each test that it starts. */
export const testId = '157425284611357797';

type Call = [name: string, body: Record<string, unknown>, secrets: unknown];

/** An editor, what it asked the daemon and the person for. The daemon says yes unless `refuse` throws. */
export function opened({
  account,
  begin,
  agree = true,
  refuse = () => {},
}: {
  account?: TestedAccount;
  begin?: EditorParts['begin'];
  agree?: boolean;
  refuse?: (body: Record<string, unknown>) => void;
} = {}) {
  const calls: Call[] = [];
  const questions: Question['kind'][] = [];
  const call = async (name: string, body: Record<string, unknown>, secrets: unknown) => {
    calls.push([name, body, secrets]);
    refuse(body);
    if (name.startsWith('tests')) return { testId };
    const form = AccountForm.parse(body['account']);
    const revision = body['id'] ? 2 : 1;
    return { account: { ...form, id, hasPassword: true, revision }, ...(body['id'] ? { resets: [] } : {}) };
  };
  const ask = async ({ kind }: Question) => {
    questions.push(kind);
    return agree;
  };
  return {
    editor: accountEditor(account, { call: call as DaemonClient['call'], ask, begin }),
    calls,
    questions,
  };
}

/** With a new account that lacks nothing. */
export function filled(options: Parameters<typeof opened>[0] = {}) {
  const parts = opened(options);
  parts.editor.change('name', 'Support');
  parts.editor.change('server', 'imap.example.com');
  parts.editor.change('username', 'ada');
  parts.editor.changePassword('correct horse');
  return parts;
}

/** With that account as it was just saved. */
export async function saved() {
  const parts = filled();
  await parts.editor.save();
  parts.calls.length = 0;
  return parts;
}
