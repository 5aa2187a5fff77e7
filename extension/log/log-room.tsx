import { useEffect } from 'preact/hooks';
import { LogRecord } from '../../shared/log.ts';
import { parseLogAddress, placeAddress } from '../addresses/log-address.ts';
import { readColumns } from '../records/kept-columns.ts';
import { ListPage } from '../records/list-page.tsx';
import { recordAt, rowOf } from '../records/page-window.ts';
import { KindContext } from '../records/record-kind.ts';
import { useHash } from '../records/use-hash.ts';
import { useListRoom } from '../records/use-list-room.ts';
import '../style/records.css';
import '../style/records-table.css';
import '../style/records-card.css';
import { t } from '../words.ts';
import { LogContent } from './log-content.tsx';
import { logKind } from './log-kind.ts';
import { LogRecordPage } from './log-record-page.tsx';
import { onlyTest } from './only-test.ts';
import { TimeChoice } from './time-choice.tsx';
import { ViewChoice } from './view-choice.tsx';

void readColumns(logKind);

/** The Main Log: what was asked for, and one record of it; back from a record the list stands where it was left. */
export function LogRoom() {
  const [hash, replace] = useHash();
  const address = parseLogAddress(hash);
  const { record, view } = address;
  const room = useListRoom(logKind, address, record === undefined && view === 'list', record);
  const { list, asked } = room;
  const { condition } = asked;

  useEffect(() => {
    const title = record === undefined ? t('log.title') : t('log.record.title');
    document.title = t('frame.title', { room: title });
  }, [record]);

  const row = list.window && record !== undefined ? rowOf(list.window, record) : -1;
  const known = list.window && row >= 0 ? LogRecord.safeParse(recordAt(list.window, row)).data : undefined;
  return (
    <KindContext value={logKind}>
      {record === undefined ? (
        <ListPage
          place={address}
          room={room}
          to={(change) => placeAddress({ ...address, ...change })}
          toRecords={(where) => placeAddress({ ...address, where, view: 'list' })}
          replace={(change) => replace(placeAddress({ ...address, ...change }))}
          listed={view === 'list'}
          views={(parts) => (
            <>
              <TimeChoice
                parts={parts}
                off={asked.trouble !== undefined}
                onWhere={(where) => {
                  location.hash = placeAddress({ ...address, where });
                }}
              />
              <ViewChoice
                view={view}
                test={onlyTest(parts) !== undefined}
                onView={(chosen) => {
                  location.hash = placeAddress({ ...address, view: chosen });
                }}
              />
            </>
          )}
          answer={(props) =>
            condition && <LogContent place={address} condition={condition} room={room} {...props} />
          }
        />
      ) : (
        <main id="content" class="records records-one" tabIndex={-1}>
          <LogRecordPage id={record} known={known} place={address} condition={condition} />
        </main>
      )}
    </KindContext>
  );
}
