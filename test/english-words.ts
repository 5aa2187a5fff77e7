import { speak } from './speak.ts';

// For every unit test; one that wants another language says so itself.
await speak('en');
