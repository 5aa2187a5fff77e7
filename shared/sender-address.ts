/** A dot-string or a quoted string before the @, a domain or an address literal after it (RFC 5321 §4.1.2), loosely. */
const addressShape =
  /^("(?:[^"\\\r\n]|\\[^\r\n])+"|[^\s"<>@,;:()[\]\\]+)@(\[[^\]\s]+\]|[^\s"<>@,;:()[\]\\]+)$/u;

/** The one address that From holds, bare or as `Name <address>`; undefined when there is none, or more. */
export function senderAddress(from: string): { local: string; domain: string } | undefined {
  const trimmed = from.trim();
  const bracketed = /^(?:[^<>"]|"(?:[^"\\]|\\.)*")*<([^<>]*)>$/.exec(trimmed)?.[1];
  const [, local, domain] = addressShape.exec(bracketed ?? trimmed) ?? [];
  return local && domain ? { local, domain } : undefined;
}
