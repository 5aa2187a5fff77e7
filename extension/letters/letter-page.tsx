import { useEffect, useRef, useState } from 'preact/hooks';
import type { Condition } from '../../shared/condition.ts';
import { Id } from '../../shared/id.ts';
import type { Letter } from '../../shared/letter.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { type LettersAddress, letterAddress, lettersAddress } from '../addresses/letters-address.ts';
import { CompanionAway } from '../companion/companion-away.tsx';
import { CopyButton } from '../copy-button.tsx';
import { Note } from '../frame/note.tsx';
import { tellLink } from '../frame/told-link.ts';
import { RoomPlace } from '../frame/room-place.tsx';
import { NoAnswer } from '../records/no-answer.tsx';
import { NeighbourButtons } from '../records/neighbour-buttons.tsx';
import { useAnswer } from '../records/use-answer.ts';
import { useChanges } from '../records/use-changes.ts';
import { useKind } from '../records/use-kind.ts';
import { useNeighbours } from '../records/use-neighbours.ts';
import { call } from '../state/call.ts';
import '../style/record-page.css';
import { t } from '../words.ts';
import { LetterActs } from './letter-acts.tsx';
import { LetterFields } from './letter-fields.tsx';
import { LetterText } from './letter-text.tsx';
import { SourceButton } from './source-button.tsx';

interface LetterPageProps {
  id: string;
  /** The list it is one of. */
  place: LettersAddress;
  condition: Condition | undefined;
}

/** One letter on a page of its own: what became of it, its text as text, and what can be done about it. */
export function LetterPage({ id, place, condition }: LetterPageProps) {
  const kind = useKind();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus({ preventScroll: true }), [id]);
  const [trouble, setTrouble] = useState({ of: id, sentence: '' });
  const onTrouble = (sentence: string) => setTrouble({ of: id, sentence });
  const isId = Id.safeParse(id).success;
  const {
    value,
    trouble: unread,
    gone,
    again,
  } = useAnswer(
    id,
    async () => (isId ? (await call('lettersGet', { id })).letter : undefined),
    useChanges(kind),
  );
  const go = (next: Id) => {
    location.replace(letterAddress(next, place.direction, place));
  };
  // Of a bookmark that does not say its list.
  const letter = value;
  const { hash } = location;
  const inList = letter?.direction === place.direction ? letter : undefined;
  useEffect(() => {
    if (letter) tellLink(hash, letter.direction);
  }, [hash, letter?.direction]);
  const neighbours = useNeighbours(kind, inList, condition, place.sort, go);
  const back = lettersAddress(
    letter?.direction ?? place.direction,
    inList ? place : { where: '', sort: 'newest' },
  );
  const subject = letter?.subject ? visibleText(letter.subject, 200) : t('letters.record.title');
  const name = letter ? t(`frame.rooms.${letter.direction}`) : kind.title();
  return (
    <>
      <header class="room-head letter-head">
        <RoomPlace room={name} address={back}>
          <h1 class="room-title" ref={title} tabIndex={-1} dir="auto" title={subject}>
            {subject}
          </h1>
        </RoomPlace>
        <div class="room-actions">
          {letter && <LetterActs key={letter.id} letter={letter} onTrouble={onTrouble} />}
          {letter?.direction === 'incoming' && letter.accountId !== undefined && (
            <SourceButton key={letter.id} letter={letter} onTrouble={onTrouble} />
          )}
          {letter && <CopyButton label={t('letters.record.copy')} text={() => textOf(letter)} />}
          <NeighbourButtons neighbours={neighbours} />
        </div>
      </header>
      {/* Below the head: nothing that was pressed moves away under the pointer. */}
      <p class="letter-trouble" role="alert">
        {trouble.of === id && trouble.sentence}
      </p>
      <CompanionAway />
      <div>
        {letter && (
          <>
            <LetterFields letter={letter} />
            <LetterText letter={letter} />
          </>
        )}
        {!letter && (gone || !isId) && <NoLetter trouble={unread} back={back} name={name} />}
        {!letter && !gone && isId && <NoAnswer trouble={unread} again={again} />}
      </div>
    </>
  );
}

interface NoLetterProps {
  trouble: string;
  back: string;
  name: string;
}

function NoLetter({ trouble, back, name }: NoLetterProps) {
  return (
    <Note title={t('letters.record.goneTitle')} lead={trouble || t('letters.record.goneLead')}>
      <a class="button" href={back}>
        {name}
      </a>
    </Note>
  );
}

function textOf(letter: Letter): string {
  return JSON.stringify(letter, undefined, 2);
}
