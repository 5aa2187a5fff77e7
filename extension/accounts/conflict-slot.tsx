import type { ComponentType } from 'preact';
import { latePart } from '../frame/late-part.tsx';
import type { ConflictChoiceProps } from './conflict-choice.tsx';

/** {@link ConflictChoiceProps} at work, loaded when two have saved one account. */
export const ConflictSlot: ComponentType<ConflictChoiceProps> = latePart(
  async () => (await import('./conflict-choice.tsx')).ConflictChoice,
);
