import type { Bounce } from '../../../../shared/round-trip.ts';
import { visibleText } from '../../../../shared/visible-text.ts';
import { headerFields } from './letter-head.ts';

/**
 * Why a letter came back: out of the text of a `message/delivery-status` part (RFC 3464), its first recipient. Its
 * groups of fields stand apart by empty lines, the first is of the report as a whole.
 */
export function bounceOf(deliveryStatus: string): Bounce {
  const [report = '', recipient = ''] = deliveryStatus.trim().split(/\r?\n(?:[ \t]*\r?\n)+/);
  const value = (group: string, name: string): string | undefined =>
    headerFields(group).find((field) => field.name === name)?.value;
  /** Behind its type: `dns; mx.example.com`. */
  const typed = (group: string, name: string): string | undefined =>
    value(group, name)?.replace(/^[\w-]+\s*;\s*/, '');
  const found = {
    reportedBy: typed(report, 'reporting-mta'),
    recipient: typed(recipient, 'final-recipient') ?? typed(recipient, 'original-recipient'),
    action: value(recipient, 'action')?.toLowerCase(),
    status: /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(value(recipient, 'status') ?? '')?.[0],
    diagnostic: typed(recipient, 'diagnostic-code'),
  };
  const told = Object.entries(found).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return Object.fromEntries(told.map(([name, text]) => [name, visibleText(text, 1_024)]));
}
