import type { Condition } from '../../shared/condition.ts';
import { type LogPlace, placeAddress } from '../addresses/log-address.ts';
import { Note } from '../frame/note.tsx';
import { ListAnswer } from '../records/list-answer.tsx';
import type { AnswerProps } from '../records/list-page.tsx';
import type { ListRoom } from '../records/use-list-room.ts';
import { t } from '../words.ts';
import { LogConversation } from './log-conversation.tsx';
import { LogGroups } from './log-groups.tsx';
import { onlyTest } from './only-test.ts';

interface LogContentProps extends AnswerProps {
  place: LogPlace;
  condition: Condition;
  room: ListRoom;
}

/** The answer, as it was asked for: records, groups, or the exchange of one test. */
export function LogContent({ place, condition, room, ...rest }: LogContentProps) {
  const testId = onlyTest(rest.parts);
  switch (place.view) {
    case 'list':
      return (
        <ListAnswer
          place={place}
          room={room}
          to={(where) => placeAddress({ ...place, where })}
          empty={
            <Note title={t('log.emptyTitle')} lead={t('log.emptyLead')}>
              <a class="button" href="#/accounts">
                {t('log.emptyLink')}
              </a>
            </Note>
          }
          {...rest}
        />
      );
    case 'conversation':
      if (testId === undefined)
        return (
          <Note title={t('log.talk.oneTest')}>
            <a class="button" href={placeAddress({ ...place, view: 'testId' })}>
              {t('log.view.by', { what: t('records.columns.testId') })}
            </a>
          </Note>
        );
      return <LogConversation testId={testId} place={place} />;
    default:
      return <LogGroups condition={condition} by={place.view} place={place} />;
  }
}
