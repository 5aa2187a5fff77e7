import '../style/popup-details.css';
import type { TestedAccount } from '../../shared/account-status.ts';
import { visibleLines, visibleText } from '../../shared/visible-text.ts';
import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { ownAddress } from '../compose/own-address.ts';
import type { TestLetterResultProps } from '../compose/test-letter-result.tsx';
import { CopyButton } from '../copy-button.tsx';
import { t } from '../words.ts';
import { accountText } from './account-text.ts';
import { ActiveSwitch } from './active-switch.tsx';
import { DetailRecords } from './detail-records.tsx';
import { PageLink } from './page-link.tsx';
import { StageStrip } from './stage-strip.tsx';
import { useAccountDetails } from './use-account-details.ts';

/** An opened row: the last test stage by stage, the server's words, the newest records, and what can be done. */
export function AccountDetails({ tested }: { tested: TestedAccount }) {
  const { account, lastTest } = tested;
  const name = visibleText(account.name, 128);
  const [testLetters, setTestLetters] = useState(0);
  const [Result, setResult] = useState<ComponentType<TestLetterResultProps>>();
  const sendTestLetter = async () => {
    setTestLetters((times) => times + 1);
    const { TestLetterResult } = await import('../compose/test-letter-result.tsx');
    setResult(() => TestLetterResult);
  };
  const { events, records, trouble } = useAccountDetails(tested);
  const reply = lastTest?.verdict === 'failed' ? lastTest.failure?.reply : undefined;
  return (
    <div class="details">
      <StageStrip events={events} connection={account.connection} tested={lastTest !== undefined} />
      {reply !== undefined && (
        <figure class="said">
          <figcaption>{t('popup.serverSaid')}</figcaption>
          <blockquote>{visibleLines(reply, 3).join('\n')}</blockquote>
        </figure>
      )}
      {trouble ? (
        <p class="row-refusal" role="alert">
          {trouble}
        </p>
      ) : (
        <DetailRecords accountId={account.id} records={records} />
      )}
      <div class="details-actions">
        <PageLink to={`#/accounts/${account.id}`} class="button" label={t('popup.editName', { name })}>
          {t('popup.edit')}
        </PageLink>
        <CopyButton about={t('popup.stateOf', { name })} text={() => accountText(tested, records ?? [])} />
        {account.connection.type === 'smtp' && account.active && (
          <button
            type="button"
            class="button"
            aria-label={t('compose.test.sendTo', { address: visibleText(ownAddress(account), 320) })}
            onClick={() => void sendTestLetter()}
          >
            {t('compose.test.title')}
          </button>
        )}
        <ActiveSwitch account={account} />
      </div>
      {Result && (
        <Result
          account={account}
          asked={testLetters}
          link={(to, words) => <PageLink to={to}>{words}</PageLink>}
        />
      )}
    </div>
  );
}
