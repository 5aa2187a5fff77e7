import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Id } from '../../shared/id.ts';
import { testLetterMinutes } from '../../shared/test-letter-minutes.ts';
import { lettersAddress } from '../addresses/letters-address.ts';
import { CompanionAway } from '../companion/companion-away.tsx';
import { ErrorSummary } from '../fields/error-summary.tsx';
import { LinesField } from '../fields/lines-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { TroubleNotice } from '../fields/trouble-notice.tsx';
import { ignoreRestOfDoubleClick } from '../frame/rest-of-double-click.ts';
import { t } from '../words.ts';
import { ComposeHead } from './compose-head.tsx';
import { FromField } from './from-field.tsx';
import { GotNotice } from './got-notice.tsx';
import type { BegunLetter } from './letter-anew.ts';
import { type LetterField, letterFields } from './letter-draft.ts';
import { letterSenders } from './letter-senders.ts';
import { SendingNotices } from './sending-notices.tsx';
import { useLetterForm } from './use-letter-form.ts';
import { useUnsentQuestion } from './use-unsent-question.tsx';

interface ComposeFormProps {
  /** What it begins with. */
  begun: BegunLetter;
  onSent: (id: Id) => void;
}

/** A letter that is being written; it stays here until the companion has it on record. */
export function ComposeForm({ begun: { draft: begun, got }, onSent }: ComposeFormProps) {
  const senders = letterSenders();
  const form = useLetterForm(begun, senders);
  const { draft, errors } = form;
  const sent = useRef(false);
  const question = useUnsentQuestion(() => form.written && !sent.current);
  const send = async () => {
    // Until the page of the letter is drawn, keys still come here.
    if (sent.current) return;
    const reply = await form.send();
    if (!reply) return;
    sent.current = true;
    ignoreRestOfDoubleClick();
    onSent(reply.letterId);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.preventDefault();
    // A key that is still held asks for nothing new; a question that is open is answered first.
    if (!event.repeat && !document.querySelector('dialog[open]')) void send();
  };
  // With the paint: a key that comes at once is for this page.
  useLayoutEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
  const text = (name: LetterField) => ({
    name,
    value: draft[name],
    error: errors[name],
    onText: (value: string) => form.change(name, value),
    onLeave: () => form.leave(name),
  });
  const addresses = (name: 'to' | 'cc' | 'bcc') => ({ ...text(name), least: 1, most: 6 });
  useEffect(() => {
    const first = begun.to === '' ? '#field-to' : '#content';
    document.querySelector<HTMLElement>(first)?.focus({ preventScroll: true });
  }, []);
  return (
    <main id="content" tabIndex={-1}>
      <ComposeHead busy={form.busy} send={() => void send()} />
      <CompanionAway />
      <form class="compose-form" noValidate onSubmit={(event) => event.preventDefault()}>
        <SendingNotices />
        <GotNotice got={got} nobody={draft.to.trim() === ''} />
        <TroubleNotice trouble={form.trouble}>
          {form.unsure && (
            <p>
              {t('compose.unsureWords')}{' '}
              <a href={lettersAddress('outgoing', { where: '', sort: 'newest' })} target="_blank">
                {t('compose.unsureLink')}
              </a>
            </p>
          )}
        </TroubleNotice>
        <ErrorSummary errors={errors} order={letterFields} asked={form.asked} />
        {begun.test && <p>{t('compose.test.short', { minutes: testLetterMinutes })}</p>}
        <fieldset class="fields">
          <legend class="unseen">{t('compose.title')}</legend>
          <FromField
            senders={senders}
            value={draft.accountId}
            error={errors.accountId}
            onChoose={(id) => form.change('accountId', id)}
          />
          <LinesField
            {...addresses('to')}
            label={t('letters.record.to')}
            required
            wide
            help={t('compose.help.to')}
          />
          <LinesField {...addresses('cc')} label={t('letters.record.cc')} />
          <LinesField {...addresses('bcc')} label={t('letters.record.bcc')} help={t('compose.help.bcc')} />
          <TextField
            {...text('subject')}
            label={t('records.columns.subject')}
            wide
            input={{ maxLength: 998, spellcheck: true, dir: 'auto' }}
          />
          <LinesField
            {...text('text')}
            label={t('letters.record.text')}
            wide
            spellcheck
            least={12}
            most={24}
          />
        </fieldset>
        <p class="fields-mandatory">{t('fields.mandatory')}</p>
      </form>
      {question}
    </main>
  );
}
