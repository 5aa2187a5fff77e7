import {
  type Account,
  type AccountForm,
  type ConnectionSettings,
  defaultPort,
  type Security,
  securityOf,
} from '../../shared/account.ts';

/** What stands in the form. The password is none of it, and the port is text, for it may be half typed. */
export type Draft = Omit<Account, 'id' | 'hasPassword' | 'revision' | 'connection'> &
  Omit<Account['connection'], 'port' | 'from'> & { port: string; from: string };

export interface DraftState {
  readonly draft: Draft;
  /** The person chose the port: type and security leave it alone. */
  readonly ownPort: boolean;
  /** What was agreed to last, and for which endpoint. */
  readonly agreed: Agreed;
}

type Agreed = Pick<Draft, 'server' | 'port' | 'allowPlain' | 'allowAddress'>;

/** What an empty form begins with: IMAP over implicit TLS, which most providers offer. */
export function emptyDraft(): DraftState {
  const draft: Draft = {
    name: '',
    label: '',
    active: true,
    type: 'imap',
    server: '',
    port: '',
    username: '',
    from: '',
    ssl: true,
    tls: false,
    insecure: false,
    debug: false,
    allowPlain: false,
    allowAddress: false,
    pin: '',
  };
  return begun({ ...draft, port: String(usualPort(draft)) });
}

export function draftOf({ name, label, active, connection }: AccountForm): DraftState {
  return begun({
    name,
    label,
    active,
    ...connection,
    from: connection.from ?? '',
    port: String(connection.port),
  });
}

function begun(draft: Draft): DraftState {
  return { draft, ownPort: draft.port !== String(usualPort(draft)), agreed: draft };
}

/** The port follows type and security until it is edited; what was agreed to holds for the endpoint it was agreed for. */
export function withField<Name extends keyof Draft>(
  { draft, ownPort, agreed }: DraftState,
  name: Name,
  value: Draft[Name],
): DraftState {
  const next = { ...draft, [name]: value };
  const own = name === 'port' ? value !== '' && value !== String(usualPort(next)) : ownPort;
  if (!own && name !== 'port') next.port = String(usualPort(next));
  if (name === 'allowPlain' || name === 'allowAddress') return { draft: next, ownPort, agreed: next };
  return { draft: { ...next, ...consents(next, agreed) }, ownPort: own, agreed };
}

/** Several fields, one after the other as they stand. A port of its own comes last, so that it stays. */
export function withFields(state: DraftState, fields: Partial<Draft>): DraftState {
  return Object.entries(fields).reduce(
    (next, [name, value]) => withField(next, name as keyof Draft, value),
    state,
  );
}

/** Back at the endpoint, back to what was agreed to for it: a change that is taken back leaves none behind. */
function consents(draft: Draft, agreed: Agreed): Pick<Draft, 'allowPlain' | 'allowAddress'> {
  const there = draft.server.trim() === agreed.server.trim() && draft.port.trim() === agreed.port.trim();
  return {
    allowPlain: there && agreed.allowPlain && !draft.ssl && !draft.tls,
    allowAddress: there && agreed.allowAddress,
  };
}

/**
 * The form after the saved account became another one elsewhere: what was not edited follows, what was typed stays.
 * `before` is what the form began with. A consent comes along only with the endpoint that it was given for.
 */
export function followed({ draft, ownPort, agreed }: DraftState, before: Draft, after: Draft): DraftState {
  const untouched = Object.entries(after).filter(
    ([name]) => draft[name as keyof Draft] === before[name as keyof Draft],
  );
  const next: Draft = { ...draft, ...Object.fromEntries(untouched) };
  const there = next.server === after.server && next.port === after.port;
  return {
    draft: { ...next, ...consents(next, there ? after : agreed) },
    ownPort: ownPort || next.port !== String(usualPort(next)),
    agreed: there ? after : agreed,
  };
}

/** The usual port of the chosen type and security. */
function usualPort(draft: Pick<Draft, 'type' | 'ssl' | 'tls'>): number {
  return defaultPort(draft.type, securityOf(draft));
}

/** Offered beside a port that is not the usual one. */
export function offeredPort(draft: Draft): number | undefined {
  const usual = usualPort(draft);
  return draft.port.trim() === String(usual) ? undefined : usual;
}

/** What a test is started with; whether it fits the rules is not looked at here. */
export function connectionOf(draft: Draft): ConnectionSettings {
  const { name: _name, label: _label, active: _active, from, port, ...rest } = draft;
  const text = port.trim();
  return {
    ...rest,
    server: rest.server.trim(),
    port: /^\d+$/.test(text) ? Number(text) : Number.NaN,
    ...(rest.type === 'smtp' && from.trim() ? { from: from.trim() } : {}),
  };
}

/** A kind of encryption as the two boxes of the form say it. */
export function securityFields(security: Security): Pick<Draft, 'ssl' | 'tls'> {
  return { ssl: security === 'ssl', tls: security === 'tls' };
}

/** What is saved. */
export function formOf(draft: Draft): AccountForm {
  const { name, label, active } = draft;
  return { name: name.trim(), label: label.trim(), active, connection: connectionOf(draft) };
}

/** Would both be saved as the same account? */
export function sameDraft(one: Draft, other: Draft): boolean {
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
}

/** Would a test see both as the same? */
export function sameTest(one: Draft, other: Draft): boolean {
  const seen = (draft: Draft) => ({ ...draft, name: '', label: '', active: true, debug: false });
  return sameDraft(seen(one), seen(other));
}

function ordered(draft: Draft): unknown {
  const { name, label, active, connection } = formOf(draft);
  return [name, label, active, Object.entries(connection).toSorted(([a], [b]) => (a < b ? -1 : 1))];
}
