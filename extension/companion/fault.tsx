import { CircleX, TriangleAlert } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from '../status/icon.tsx';
import { CopyField } from '../status/copy-field.tsx';
import type { FaultWords } from './fault-words.ts';

interface FaultProps {
  words: FaultWords;
  /** Of a step that failed just now: it is said aloud. */
  loud?: boolean;
  tone?: 'bad' | 'caution';
  children?: ComponentChildren;
}

/** What is wrong, and what to do about it. */
export function Fault({ words, loud = false, tone = 'bad', children }: FaultProps) {
  return (
    <section class={`fault fault-${tone}`} role={loud ? 'alert' : undefined}>
      <Icon of={tone === 'bad' ? CircleX : TriangleAlert} class="fault-sign" />
      <div class="fault-text">
        {words.title && <h2 class="fault-title">{words.title}</h2>}
        <p>{words.sentence}</p>
        {words.command && <CopyField text={words.command} />}
        {children}
      </div>
    </section>
  );
}
