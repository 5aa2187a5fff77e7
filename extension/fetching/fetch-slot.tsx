import type { ComponentType } from 'preact';
import { latePart } from '../frame/late-part.tsx';
import type { FetchResultProps } from './fetch-result.tsx';

/** {@link FetchResultProps} at work, loaded when something is fetched. */
export const FetchSlot: ComponentType<FetchResultProps> = latePart(
  async () => (await import('./fetch-result.tsx')).FetchResult,
);
