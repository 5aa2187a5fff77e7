/** The EHLO lines behind the first (RFC 5321 §4.1.1.1). */
export function capabilitiesOf(reply: string): string[] {
  return reply
    .split('\n')
    .slice(1)
    .map((line) => line.slice(4).trim())
    .filter(Boolean);
}

/** Is the keyword among what EHLO offers? */
export function has(capabilities: string[], keyword: string): boolean {
  return capabilities.some((line) => line.toUpperCase().split(/\s/)[0] === keyword);
}

/** What stands behind a keyword, such as the octets of `SIZE 35882577`; undefined where the keyword is not offered. */
export function offered(capabilities: string[], keyword: string): string | undefined {
  const line = capabilities.find((line) => line.toUpperCase().split(/\s/)[0] === keyword);
  return line?.slice(keyword.length).trim();
}
