import { type Account, type AccountType, longestName, securityOf } from '../../shared/account.ts';
import { senderAddress } from '../../shared/sender-address.ts';
import { type DraftState, emptyDraft, securityFields, withFields } from './draft.ts';
import { serverBeside } from './provider-servers.ts';

/** The type that goes with this one: what reads mail and what sends it. */
export function matchingType(type: AccountType): AccountType {
  return type === 'smtp' ? 'imap' : 'smtp';
}

/**
 * The other half of an account: sending beside reading, IMAP beside sending, of the same person at the same provider.
 * What was agreed to for the one server is not taken over for the other.
 */
export function matchingDraft({ name, label, connection }: Account): DraftState {
  const type = matchingType(connection.type);
  const { username } = connection;
  const { server, port, security } = serverBeside(connection.server, securityOf(connection), type);
  return withFields(emptyDraft(), {
    name: matchingName(name, type),
    type,
    server,
    username,
    label,
    from: type === 'smtp' && senderAddress(username) !== undefined ? username : '',
    ...securityFields(security),
    port: String(port),
  });
}

function matchingName(name: string, type: AccountType): string {
  const word = type.toUpperCase();
  const said = /\b(?:smtp|imap|pop3?)\b/i;
  const matching = said.test(name) ? name.replace(said, word) : `${name} ${word}`;
  return matching.slice(0, longestName);
}
