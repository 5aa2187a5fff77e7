import type { Draft } from './draft.ts';

type ClashName = Exclude<keyof Draft, 'allowPlain' | 'allowAddress'>;

/** One field as it stands here and as somebody else saved it; no password is among them. */
export interface Clash {
  readonly name: ClashName;
  readonly mine: string | boolean;
  readonly theirs: string | boolean;
}

/** The fields that both sides changed, to different ends. Consents are answers, and asked anew. */
export function clashes(here: Draft, before: Draft, there: Draft): readonly Clash[] {
  return (Object.keys(before) as (keyof Draft)[]).flatMap((name) =>
    name !== 'allowPlain' &&
    name !== 'allowAddress' &&
    here[name] !== before[name] &&
    there[name] !== before[name] &&
    here[name] !== there[name]
      ? [{ name, mine: here[name], theirs: there[name] }]
      : [],
  );
}
