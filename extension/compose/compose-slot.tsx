import type { ComponentType } from 'preact';
import { latePart } from '../frame/late-part.tsx';
import type { ComposePageProps } from './compose-page.tsx';

/** The page of a new letter, loaded when somebody writes one: it must not weigh on the lists. */
export const ComposeSlot: ComponentType<ComposePageProps> = latePart(
  async () => (await import('./compose-page.tsx')).ComposePage,
);
