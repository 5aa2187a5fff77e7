import { render } from 'preact';
import '../style/status.css';
import '../style/popup-note.css';
import '../style/popup-row.css';
import { keepBadge } from '../badge/keep-badge.ts';
import { connect } from '../state/connection.ts';
import { language } from '../words.ts';
import { Popup } from './popup.tsx';
import { loadDetails } from './row-details.tsx';

document.documentElement.lang = language;
const root = document.querySelector('#popup');
if (root) render(<Popup />, root);
connect();
keepBadge();
requestIdleCallback(() => void loadDetails());
