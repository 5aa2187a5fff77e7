import { sentences } from '../sentence.ts';
import { english } from './texts/en.ts';
import { russian } from './texts/ru.ts';

/** Every sentence of the store that may reach a page. */
export const texts = sentences(english, { ru: russian });
