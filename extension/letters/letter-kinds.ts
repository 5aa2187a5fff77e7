import { letterFields } from '../../shared/condition/fields.ts';
import { ConnectionTrouble } from '../../shared/connection-trouble.ts';
import { ExportedLetter, type LetterDirection, type LetterRecord } from '../../shared/letter.ts';
import type { RecordSort } from '../../shared/record-query.ts';
import { letterAddress } from '../addresses/letters-address.ts';
import { logAddress } from '../addresses/log-address.ts';
import { daemon } from '../link/daemon.ts';
import type { RecordKind } from '../records/record-kind.ts';
import { call } from '../state/call.ts';
import { changes } from '../state/changes.ts';
import { t } from '../words.ts';

/** The letters of either direction as a list. */
export const letterKinds: Record<LetterDirection, RecordKind> = {
  incoming: kindOf(
    'incoming',
    ['createdAt', 'status', 'subject', 'sender', 'accountId'],
    ['Processed', 'Ignored', 'Failed'],
  ),
  outgoing: kindOf(
    'outgoing',
    ['createdAt', 'status', 'subject', 'recipients', 'accountId', 'reply'],
    ['Ready', 'Failed', 'Unknown'],
  ),
};

function kindOf(
  direction: LetterDirection,
  usual: RecordKind['usual'],
  statuses: readonly LetterRecord['status'][],
): RecordKind {
  return {
    name: direction,
    words: 'letters',
    title: () => t(`frame.rooms.${direction}`),
    built: { fields: letterFields, first: 'status', filters: 'savedLetterFilters' },
    searched: 'subject',
    linked: 'subject',
    columns: letterFields,
    usual,
    orders: { createdAt: ['newest', 'oldest'] },
    quick: statuses.map((status) => [status, `status is ${status}`]),
    fields: Object.keys(ExportedLetter.shape),
    tail: () => none,
    changes: () => changes.letters.value,
    query: ({ sort, ...asked }) => call('lettersQuery', { ...asked, direction, sort: byTime(sort) }),
    count: (asked) => call('lettersCount', { ...asked, direction }),
    async export({ sort, ...asked }, signal) {
      const client = await daemon();
      if (!client) throw new ConnectionTrouble('not_paired');
      return client.stream('lettersExport', { ...asked, direction, sort: byTime(sort) }, signal);
    },
    recordAddress: (id, place) => letterAddress(id, direction, place),
    links: ({ accountId }) =>
      accountId === undefined
        ? []
        : [{ words: t('letters.accountRecords'), address: logAddress({ accountId }) }],
  };
}

const none: readonly never[] = [];

/** Letters have no ranks. */
function byTime(sort: RecordSort | undefined): 'newest' | 'oldest' {
  return sort === 'oldest' ? 'oldest' : 'newest';
}
