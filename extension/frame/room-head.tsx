import type { ComponentChildren } from 'preact';

interface RoomHeadProps {
  title: string;
  lead?: string;
  /** Actions, at the end of the line. */
  children?: ComponentChildren;
}

/** The first line of a room, within its `main`: where one is, and what can be done here. */
export function RoomHead({ title, lead, children }: RoomHeadProps) {
  return (
    <header class="room-head">
      <h1 class="room-title">{title}</h1>
      {lead && <p class="room-lead">{lead}</p>}
      {children && <div class="room-actions">{children}</div>}
    </header>
  );
}
