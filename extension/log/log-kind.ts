import { logFields } from '../../shared/condition/fields.ts';
import { ConnectionTrouble } from '../../shared/connection-trouble.ts';
import { LogRecord, logLevels, logSources } from '../../shared/log.ts';
import { logAddress, recordAddress } from '../addresses/log-address.ts';
import { daemon } from '../link/daemon.ts';
import type { RecordKind } from '../records/record-kind.ts';
import { call } from '../state/call.ts';
import { recentLog } from '../state/recent-log.ts';
import { t } from '../words.ts';

/** The Main Log as a list. */
export const logKind: RecordKind = {
  name: 'log',
  words: 'log',
  title: () => t('log.title'),
  built: { fields: logFields, first: 'source', filters: 'savedFilters' },
  searched: 'message',
  linked: 'message',
  columns: logFields,
  // The seed's six.
  usual: logFields.slice(0, 6),
  orders: { createdAt: ['newest', 'oldest'], level: ['highest', 'lowest'] },
  // The four that people of the source system know by heart, by the names of the sources.
  quick: [
    ['SMTP Auth', 'source is "SMTP Auth"'],
    ['IMAP Auth', 'source is "IMAP Auth"'],
    ['POP3 Auth', 'source is "POP3 Auth"'],
    [`${logSources[3]} · ${logLevels[3]}`, 'source is "Email Logger" and level is Error'],
  ],
  fields: Object.keys(LogRecord.shape),
  tail: () => recentLog.value,
  changes: () => 0,
  query: (asked) => call('logQuery', asked),
  count: (asked) => call('logCount', asked),
  async export(asked, signal) {
    const client = await daemon();
    if (!client) throw new ConnectionTrouble('not_paired');
    return client.stream('logExport', asked, signal);
  },
  recordAddress: (id, { where, sort }) => recordAddress(id, { where, sort, view: 'list' }),
  links: ({ testId, accountId }) => [
    ...(testId === undefined
      ? []
      : [{ words: t('log.record.testRecords'), address: logAddress({ testId }) }]),
    ...(accountId === undefined
      ? []
      : [{ words: t('log.record.accountRecords'), address: logAddress({ accountId }) }]),
  ],
};
