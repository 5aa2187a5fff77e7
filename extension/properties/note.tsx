import type { ComponentChildren } from 'preact';

interface NoteProps {
  title: string;
  lead?: string;
  /** What can be done. */
  children?: ComponentChildren;
}

/** What stands in place of properties: why there are none. */
export function Note({ title, lead, children }: NoteProps) {
  return (
    <section class="properties-note" role="status">
      <h2>{title}</h2>
      {lead && <p>{lead}</p>}
      {children}
    </section>
  );
}
