import { render } from 'preact';
import '../style/status.css';
import '../style/popup-note.css';
import '../style/popup-row.css';
import { runEffectsBeforeInput } from '../effects-before-input.ts';
import { connect } from '../state/connection.ts';
import { speakAsThePage } from '../speak.ts';
import { language } from '../words.ts';
import { Popup } from './popup.tsx';
import { loadDetails } from './row-details.tsx';

document.documentElement.lang = language;
runEffectsBeforeInput();
await speakAsThePage();
const root = document.querySelector('#popup');
if (root) render(<Popup />, root);
connect();
// What the first look does without.
requestIdleCallback(() => {
  void loadDetails();
  void import('../badge/keep-badge.ts').then(({ keepBadge }) => keepBadge());
});
