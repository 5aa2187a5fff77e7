import { mostValues } from '../../shared/condition/rule-trouble.ts';

/** A list with these texts, each once and none empty, as far as there is room in it and in the whole condition. */
export function withTexts(
  values: readonly string[],
  texts: readonly string[],
  roomInAll: number,
): { values: string[]; leftOut: number } {
  const wanted = new Set(texts.filter((text) => text.trim() !== ''));
  const fresh = [...wanted].filter((text) => !values.includes(text));
  const room = Math.max(0, Math.min(mostValues - values.length, roomInAll));
  return { values: [...values, ...fresh.slice(0, room)], leftOut: Math.max(0, fresh.length - room) };
}
