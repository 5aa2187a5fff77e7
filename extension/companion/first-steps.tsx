import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { companionWords as words } from '../words/companion.ts';
import { CommandLine } from './command-line.tsx';
import { PairingForm } from './pairing-form.tsx';
import { useAnswering } from './use-answering.ts';

const usualPort = 47_600;

/** From nothing to a paired browser: start, pair, go on. */
export function FirstSteps({ welcome }: { welcome: boolean }) {
  const [port, setPort] = useState(usualPort);
  const answering = useAnswering(port);
  return (
    <ol class="steps">
      <Step title={words.start.title} done={answering === true}>
        {answering ? (
          <p class="step-there">{words.start.there(port)}</p>
        ) : (
          <>
            <p>{words.start.sentence}</p>
            <CommandLine command={words.start.command} />
            <p class="step-waiting" role="status">
              {answering === false && !Number.isNaN(port) && words.start.waiting(port)}
            </p>
          </>
        )}
      </Step>
      <Step title={words.pair.title}>
        <p>{words.pair.sentence}</p>
        <CommandLine command={words.pair.command} />
        <PairingForm port={port} onPort={setPort} />
      </Step>
      {welcome && (
        <Step title={words.first.title}>
          <p>{words.first.sentence}</p>
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
