import type { ComponentChildren } from 'preact';

/** One field of a record's page. */
export function RecordField({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="record-field">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
