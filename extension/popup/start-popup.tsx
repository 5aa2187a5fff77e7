import { render } from 'preact';
import '../style/status.css';
import '../style/popup-note.css';
import '../style/popup-row.css';
import '../style/popup-details.css';
import { connect } from '../state/connection.ts';
import { speakAsThePage } from '../speak.ts';
import { language } from '../words.ts';
import { Popup } from './popup.tsx';

document.documentElement.lang = language;
const root = document.querySelector('#popup');
void speakAsThePage().then(() => {
  if (root) render(<Popup />, root);
  connect();
});
