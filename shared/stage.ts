import * as z from 'zod/mini';
import { stages } from './stages.ts';

export const Stage = z.enum(stages);
export type Stage = z.infer<typeof Stage>;
