import { useRef, useState } from 'preact/hooks';
import type { RouteReply } from '../../shared/routes.ts';
import { call } from '../state/call.ts';
import { connection } from '../state/connection.ts';
import { t } from '../words.ts';
import {
  isWritten,
  type LetterDraft,
  type LetterErrors,
  letterErrors,
  type LetterField,
  letterFields,
  letterOf,
} from './letter-draft.ts';
import type { LetterSenders } from './letter-senders.ts';
import { type SendTrouble, sendTrouble } from './send-trouble.ts';

/** The form of a new letter: it keeps what is written until it is sent, whatever becomes of the companion meanwhile. */
export function useLetterForm(begun: LetterDraft, senders: LetterSenders) {
  const [draft, setDraft] = useState(begun);
  // A key may send before what was typed a moment ago is drawn.
  const latest = useRef({ draft: begun, senders, busy: false });
  latest.current.senders = senders;
  const [left, setLeft] = useState<ReadonlySet<LetterField>>(new Set());
  const [tried, setTried] = useState(false);
  const [told, setTold] = useState<SendTrouble>({ errors: {} });
  const [busy, setBusy] = useState(false);
  /** Counts tries that did not send it. */
  const [asked, setAsked] = useState(0);

  const own = errorsOf(draft, senders);
  const seen = Object.entries(own).filter(([name]) => tried || [...left].some((field) => field === name));
  const errors: LetterErrors = { ...Object.fromEntries(seen), ...told.errors };

  return {
    draft,
    errors,
    trouble: told.trouble,
    unsure: told.unsure ?? false,
    busy,
    asked,
    written: isWritten(draft, begun),

    change(name: LetterField, value: string): void {
      latest.current.draft = { ...latest.current.draft, [name]: value };
      setDraft(latest.current.draft);
      setTold(({ errors, ...rest }) => ({ ...rest, errors: without(errors, name) }));
    },

    /** A field that was filled in and left is told what is wrong with it; an empty one waits for Send. */
    leave(name: LetterField): void {
      if (draft[name] !== '') setLeft((before) => new Set([...before, name]));
    },

    /** Undefined when it was not sent, which is told; nothing that is written is lost by that. */
    async send(): Promise<RouteReply<'lettersSend'> | undefined> {
      const { current } = latest;
      if (current.busy) return undefined;
      setTried(true);
      setTold({ errors: {} });
      if (Object.keys(errorsOf(current.draft, current.senders)).length > 0) {
        setAsked((times) => times + 1);
        return undefined;
      }
      const wasThere = connection.peek().state === 'connected';
      current.busy = true;
      setBusy(true);
      try {
        return await call('lettersSend', letterOf(current.draft));
      } catch (error) {
        setTold(sendTrouble(error, wasThere));
        setAsked((times) => times + 1);
        return undefined;
      } finally {
        current.busy = false;
        setBusy(false);
      }
    },
  };
}

function errorsOf(draft: LetterDraft, senders: LetterSenders): LetterErrors {
  return { ...fromError(draft, senders), ...letterErrors(draft) };
}

/** As long as nobody knows who can send, the companion decides. */
function fromError({ accountId }: LetterDraft, { all, byDefault }: LetterSenders): LetterErrors {
  if (!all) return {};
  if (all.length === 0) return { accountId: t('compose.from.none') };
  if (accountId === '') return byDefault ? {} : { accountId: t('compose.from.missing') };
  return all.some(({ id }) => id === accountId) ? {} : { accountId: t('compose.from.unfit') };
}

function without(errors: LetterErrors, field: LetterField): LetterErrors {
  return Object.fromEntries(
    letterFields
      .filter((name) => name !== field && errors[name] !== undefined)
      .map((name) => [name, errors[name]]),
  );
}
