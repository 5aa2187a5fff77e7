import type { Condition } from '../../shared/condition.ts';
import type { LogGrouping } from '../../shared/log-query.ts';
import { type LogPlace, placeAddress } from '../addresses/log-address.ts';
import { Note } from '../frame/note.tsx';
import { call } from '../state/call.ts';
import '../style/log-groups.css';
import { inDigits, t } from '../words.ts';
import { accountName } from '../records/account-name.ts';
import { partsOf, whereWith } from '../records/condition-parts.ts';
import { ownZone } from '../own-zone.ts';
import { recentLog } from '../state/recent-log.ts';
import { useAnswer } from '../records/use-answer.ts';
import { useSeldom } from '../records/use-seldom.ts';
import { NoAnswer } from '../records/no-answer.tsx';

interface LogGroupsProps {
  condition: Condition;
  by: LogGrouping;
  place: LogPlace;
}

/** While tests run, records come by the hundred, and each may be of any group. */
const restMs = 2_000;

/** How many records there are of each source, level, account or test; each leads to its own. */
export function LogGroups({ condition, by, place }: LogGroupsProps) {
  const newest = useSeldom(recentLog.value.at(-1)?.id ?? '', restMs);
  const { value, trouble, again } = useAnswer(
    JSON.stringify([condition, by]),
    () => call('logGroup', { condition, zone: ownZone, by }),
    newest,
  );
  if (!value) return <NoAnswer trouble={trouble} again={again} />;
  const { groups, exact, more } = value;
  const most = Math.max(1, ...groups.map(({ count }) => count));
  const parts = partsOf(condition);
  const where = (value: string | undefined) =>
    whereWith(
      parts,
      value === undefined ? { field: by, operator: 'isEmpty' } : { field: by, operator: 'is', value },
    );
  return (
    <div class="log-groups">
      {!exact && <p class="log-groups-part">{t('log.groups.part')}</p>}
      {more && <p class="log-groups-part">{t('log.groups.more', { count: inDigits(groups.length) })}</p>}
      <table class="log-groups-table">
        <caption class="unseen">{t('log.groups.caption', { what: t(`records.columns.${by}`) })}</caption>
        <thead>
          <tr>
            <th scope="col">{t(`records.columns.${by}`)}</th>
            <th scope="col" class="log-groups-count">
              {t('log.groups.count')}
            </th>
            <td class="log-groups-share" />
          </tr>
        </thead>
        <tbody>
          {groups.map(({ value, count }) => (
            <tr key={value ?? ''}>
              <th scope="row">
                <a href={placeAddress({ ...place, where: where(value), view: 'list' })}>
                  {nameOf(by, value)}
                </a>
              </th>
              <td class="log-groups-count">{inDigits(count)}</td>
              <td class="log-groups-share" aria-hidden="true">
                <span class="log-groups-bar" style={{ width: `${(100 * count) / most}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {groups.length === 0 && <Note title={t('log.nothingTitle')} />}
    </div>
  );
}

function nameOf(by: LogGrouping, value: string | undefined): string {
  if (value === undefined) return t('log.groups.none');
  return by === 'accountId' ? accountName(value) : value;
}
