import { render } from 'preact';
import { keepBadge } from '../../badge/keep-badge.ts';
import { runEffectsBeforeInput } from '../../effects-before-input.ts';
import { Frame } from '../../frame/frame.tsx';
import { connect } from '../../state/connection.ts';
import { speakAsThePage } from '../../speak.ts';
import { language } from '../../words.ts';

document.documentElement.lang = language;
runEffectsBeforeInput();
await speakAsThePage();
const root = document.querySelector('#page');
if (root) render(<Frame />, root);
connect();
keepBadge();
