import type { ComponentChildren } from 'preact';

interface NoteProps {
  title: string;
  lead?: string;
  /** What can be done. */
  children?: ComponentChildren;
}

/** What stands in place of a room's content: why there is none. */
export function Note({ title, lead, children }: NoteProps) {
  return (
    <section class="note" role="status">
      <h2>{title}</h2>
      {lead && <p>{lead}</p>}
      {children && <div class="note-actions">{children}</div>}
    </section>
  );
}

/** The same place while the content is on its way; not seen when that takes no time. */
export function WaitingNote({ words }: { words: string }) {
  return (
    <p class="note note-waiting" role="status">
      {words}
    </p>
  );
}
