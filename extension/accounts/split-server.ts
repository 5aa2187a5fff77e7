import { type AccountType, defaultPort, type Security } from '../../shared/account.ts';

/** What was typed into Server, taken apart. What it did not say is missing. */
export interface SplitServer {
  readonly server: string;
  readonly port?: string;
  readonly type?: AccountType;
  readonly security?: Security;
  readonly username?: string;
}

/**
 * An address of a server as documentation and other programs write it (`imaps://ada@host:993/`, `host:993`) in its
 * parts; undefined for a bare host name or IP literal, and for what is no address. A password in it is left out.
 */
export function splitServer(text: string): SplitServer | undefined {
  const found =
    /^(?:([a-z][a-z0-9+.-]*):\/\/)?(?:([^@/\s]*)@)?(\[[0-9a-f:.]+\]|[^:/@\s[\]]+)(?::(\d{1,5}))?(?:[/?#]\S*)?$/i.exec(
      text.trim(),
    );
  if (!found) return undefined;
  const [, scheme, user, host = '', port] = found;
  if (scheme === undefined && port === undefined && !/[/?#]/.test(text)) return undefined;
  const said = schemes[scheme?.toLowerCase() ?? ''] ?? {};
  const usual = port === undefined ? {} : (ports[Number(port)] ?? {});
  const type = said.type ?? usual.type;
  const security = said.security ?? usual.security;
  const implied = port ?? (type && security ? String(defaultPort(type, security)) : undefined);
  const username = decoded(user?.split(':', 1)[0] ?? '');
  return {
    server: host.replace(/^\[|\]$/g, ''),
    ...(type ? { type } : {}),
    ...(security ? { security } : {}),
    ...(implied === undefined ? {} : { port: implied }),
    ...(username ? { username } : {}),
  };
}

type Meaning = Pick<SplitServer, 'type' | 'security'>;

const schemes: Record<string, Meaning> = {
  imaps: { type: 'imap', security: 'ssl' },
  imap: { type: 'imap' },
  pop3s: { type: 'pop3', security: 'ssl' },
  pops: { type: 'pop3', security: 'ssl' },
  pop3: { type: 'pop3' },
  pop: { type: 'pop3' },
  smtps: { type: 'smtp', security: 'ssl' },
  submissions: { type: 'smtp', security: 'ssl' },
  smtp: { type: 'smtp' },
  submission: { type: 'smtp', security: 'tls' },
};

// What a usual port tells (RFC 8314); never plain text, which only a person chooses.
const ports: Record<number, Meaning> = {
  993: { type: 'imap', security: 'ssl' },
  143: { type: 'imap', security: 'tls' },
  995: { type: 'pop3', security: 'ssl' },
  110: { type: 'pop3', security: 'tls' },
  465: { type: 'smtp', security: 'ssl' },
  587: { type: 'smtp', security: 'tls' },
};

function decoded(user: string): string {
  try {
    return decodeURIComponent(user);
  } catch {
    return user;
  }
}
