import { connection } from '../state/connection.ts';
import { t } from '../words.ts';
import '../style/panel.css';
import { Fault } from './fault.tsx';
import { type FaultWords, faultWords } from './fault-words.ts';
import { troubleWords } from './trouble-words.ts';

/** At the top of a room that needs the companion: why it is not there and what to do; nothing while it is. What is `aria-disabled` meanwhile is described by it. */
export function CompanionAway() {
  const now = connection.value;
  if (now.state === 'trouble') return <Away fault={troubleWords(now)} />;
  if (now.state === 'unpaired') return <Away fault={faultWords('companion.away.unpaired')} />;
  return null;
}

function Away({ fault }: { fault: FaultWords }) {
  return (
    <div class="away" id="away">
      <Fault words={fault} tone="caution">
        <a href="#/companion">{t('companion.away.link')}</a>
      </Fault>
    </div>
  );
}
