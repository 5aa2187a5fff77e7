import type { ComponentType } from 'preact';
import { latePart } from '../frame/late-part.tsx';
import type { TestLetterResultProps } from './test-letter-result.tsx';

/** {@link TestLetterResultProps} at work, loaded when the letter is wanted. */
export const TestLetterSlot: ComponentType<TestLetterResultProps> = latePart(
  async () => (await import('./test-letter-result.tsx')).TestLetterResult,
);
