import { render } from 'preact';
import '../style/status.css';
import '../style/popup-note.css';
import '../style/popup-row.css';
import '../style/popup-details.css';
import { connect } from '../state/connection.ts';
import { Popup } from './popup.tsx';

const root = document.querySelector('#popup');
if (root) render(<Popup />, root);
connect();
