import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../words.ts';
import { CopyField } from '../status/copy-field.tsx';
import { commands } from './commands.ts';
import { PairingForm } from './pairing-form.tsx';
import { useAnswering } from './use-answering.ts';

const usualPort = 47_600;

/** From nothing to a paired browser: start, pair, go on. */
export function FirstSteps({ welcome }: { welcome: boolean }) {
  const [port, setPort] = useState(usualPort);
  const answering = useAnswering(port);
  return (
    <ol class="steps">
      <Step title={t('companion.start.title')} done={answering === true}>
        {answering ? (
          <p class="step-there">{t('companion.start.there', { port })}</p>
        ) : (
          <>
            <p>{t('companion.start.sentence')}</p>
            <CopyField text={commands.start} />
            <p class="step-waiting" role="status">
              {answering === false && !Number.isNaN(port) && t('companion.start.waiting', { port })}
            </p>
          </>
        )}
      </Step>
      <Step title={t('companion.pair.title')}>
        <p>{t('companion.pair.sentence')}</p>
        <CopyField text={commands.pair} />
        <PairingForm port={port} onPort={setPort} />
      </Step>
      {welcome && (
        <Step title={t('companion.first.title')}>
          <p>{t('companion.first.sentence')}</p>
        </Step>
      )}
    </ol>
  );
}

interface StepProps {
  title: string;
  done?: boolean;
  children: ComponentChildren;
}

function Step({ title, done = false, children }: StepProps) {
  return (
    <li class={done ? 'step step-done' : 'step'}>
      <h2 class="step-title">{title}</h2>
      {children}
    </li>
  );
}
