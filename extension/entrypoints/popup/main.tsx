import { render } from 'preact';
import { Popup } from '../../popup/popup.tsx';
import { connect } from '../../state/connection.ts';

// The head that stands in the page is painted first: drawing the rest at once would hold it back.
requestAnimationFrame(() => setTimeout(start));

function start(): void {
  const root = document.querySelector('#popup');
  if (root) render(<Popup />, root);
  connect();
}
