import { createContext } from 'preact';
import type { AccountNames } from './account-names.ts';
import type { BuiltList } from './built-list.ts';

/** What the rows and groups share; react-querybuilder hands on the rest. */
interface BuilderContext {
  readonly list: BuiltList;
  readonly names: AccountNames;
  /** Id of the `datalist` with all names. */
  readonly namesId: string;
  /** Why no more can be added, as a sentence. */
  readonly full: Readonly<Record<'rule' | 'group' | 'value', string | undefined>>;
  /** So many more values the whole condition can have. */
  readonly room: number;
  /** Whether the trouble of this rule is told: not before the person has left it once or wanted to apply it. */
  readonly isTold: (id: string) => boolean;
  readonly tell: (id: string) => void;
}

export const BuilderContext = createContext<BuilderContext>({
  list: { fields: ['createdAt'], first: 'createdAt', filters: '' },
  names: { all: [], nameOf: (value) => value, valueOf: (text) => text },
  namesId: '',
  full: { rule: undefined, group: undefined, value: undefined },
  room: 0,
  isTold: () => false,
  tell: () => undefined,
});

/** The word that joins the parts of the group around, as it stands before every part but the first. */
export const JoinContext = createContext<'and' | 'or'>('and');
