import { sentences } from '../../../sentence.ts';
import { english } from './texts/en.ts';
import { russian } from './texts/ru.ts';

/** Every sentence about round trips. */
export const texts = sentences(english, { ru: russian });
