import type { Language } from '../../shared/language.ts';
import { type Refusal, type RefusalKind, Refused } from '../../shared/refusal.ts';
import type { Sentence } from '../sentence.ts';

/** A refusal that has not been told to anyone yet. */
export interface SaidRefusal {
  kind: RefusalKind;
  message: Sentence;
  fields?: Readonly<Record<string, Sentence>>;
  repair?: string | undefined;
}

/** What the daemon refuses with: `message` and `refusal` are English, for logs and terminals; `in` is for the reply. */
export class SaidRefused extends Refused {
  readonly said: SaidRefusal;

  constructor(said: SaidRefusal) {
    super(refusalIn('en', said));
    this.said = said;
  }

  in(language: Language): Refusal {
    return refusalIn(language, this.said);
  }
}

/** Refuses one field. */
export function fieldRefused(field: string, message: Sentence): SaidRefused {
  return new SaidRefused({ kind: 'invalid', message, fields: { [field]: message } });
}

function refusalIn(language: Language, { kind, message, fields, repair }: SaidRefusal): Refusal {
  const told = Object.entries(fields ?? {}).map(([path, sentence]) => [path, sentence[language]] as const);
  return {
    kind,
    message: message[language],
    ...(fields === undefined ? {} : { fields: Object.fromEntries(told) }),
    ...(repair === undefined ? {} : { repair }),
  };
}
