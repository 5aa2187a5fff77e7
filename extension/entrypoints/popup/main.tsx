import { render } from 'preact';
import { Popup } from '../../popup/popup.tsx';
import { connect } from '../../state/connection.ts';

const root = document.querySelector('#popup');
if (root) render(<Popup />, root);
connect();
