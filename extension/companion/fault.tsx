import type { ComponentChildren } from 'preact';
import type { FaultWords } from './fault-words.ts';
import { CommandLine } from './command-line.tsx';

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
      <svg class="fault-sign" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        <path d="M8 1.6 15 14.2H1zM8 6v3.6m0 2.2v.01" />
      </svg>
      <div class="fault-text">
        {words.title && <h2 class="fault-title">{words.title}</h2>}
        <p>{words.sentence}</p>
        {words.command && <CommandLine command={words.command} />}
        {children}
      </div>
    </section>
  );
}
