import { Id } from '../../shared/id.ts';

/** What the address of a new letter says: `#/letters/new`, also with `?account=<id>`, `&test` and `?like=<id>`. */
export interface ComposeAddress {
  /** By which account it goes. */
  readonly account?: Id;
  /** It is filled in, to show whether the account sends. */
  readonly test: boolean;
  /** The letter that it begins as. */
  readonly like?: Id;
}

/** Undefined for any other address; an id that is none counts as not said. */
export function parseComposeAddress(hash: string): ComposeAddress | undefined {
  const [path = '', query = ''] = hash.split('?', 2);
  if (path !== '#/letters/new') return undefined;
  const said = new URLSearchParams(query);
  const account = Id.safeParse(said.get('account')).data;
  const like = Id.safeParse(said.get('like')).data;
  return {
    test: said.has('test'),
    ...(account === undefined ? {} : { account }),
    ...(like === undefined ? {} : { like }),
  };
}
