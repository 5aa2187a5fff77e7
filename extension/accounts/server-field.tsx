import { useState } from 'preact/hooks';
import { t } from '../words.ts';
import type { AccountEditor } from './account-editor.ts';
import { type DraftState, securityFields } from './draft.ts';
import { type SplitServer, splitServer } from './split-server.ts';
import { fieldWords } from './field-words.ts';
import { TextField } from '../fields/text-field.tsx';

/** The host name. What is pasted with scheme, port or user is offered in its parts, and only then taken apart. */
export function ServerField({ editor }: { editor: AccountEditor }) {
  const [taken, setTaken] = useState<{ after: DraftState; undo: () => void }>();
  const { type, server } = editor.form.value.draft;
  const split = splitServer(server);
  const { error, hint } = fieldWords(editor, 'server');
  const back = taken?.after === editor.form.value ? taken.undo : undefined;
  return (
    <TextField
      name="server"
      label={t('accounts.fields.server')}
      value={server}
      required
      wide
      error={error}
      help={
        split || back ? (
          // One button, so that the focus stays on it.
          <>
            {back ? t('accounts.split.done') : t('accounts.split.offer')}{' '}
            <button
              type="button"
              class="button-link"
              onClick={() => {
                if (back) back();
                else if (split) setTaken(editor.changeAll(fieldsOf(split)));
              }}
            >
              {split && !back ? wordsOf(split) : t('accounts.undo')}
            </button>
          </>
        ) : (
          hint
        )
      }
      onText={(value) => editor.change('server', value)}
      // What is offered stays where it is while the pointer is on its way there.
      onLeave={() => split || editor.leave('server')}
      input={{
        placeholder: `${type === 'pop3' ? 'pop' : type}.example.com`,
        inputMode: 'url',
        autocapitalize: 'none',
      }}
    />
  );
}

function fieldsOf({ server, type, security, username, port }: SplitServer) {
  return {
    server,
    ...(type ? { type } : {}),
    ...(security ? securityFields(security) : {}),
    ...(username ? { username } : {}),
    ...(port ? { port } : {}),
  };
}

function wordsOf({ server, port, type, security, username }: SplitServer): string {
  return [
    server,
    port && t('accounts.split.port', { port }),
    type && t(`accounts.types.${type}`),
    security && t(`accounts.securities.${security}`),
    username && t('accounts.split.user', { username }),
  ]
    .filter(Boolean)
    .join(' · ');
}
