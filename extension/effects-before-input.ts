import { options } from 'preact';

/**
 * Before any of these reaches its handler. Another address is a `popstate` first: what is added to the window while it
 * tells of a `hashchange` does not hear of that one in Chromium.
 */
const inputs = ['keydown', 'pointerdown', 'click', 'input', 'popstate'];
/** As long as a frame may take on a slow screen; a hidden page has none. */
const longestFrameMs = 35;

let runEffects: (() => void) | undefined;

/**
 * Effects run after the paint, as Preact has it, but never after the next input: what they set, focus or listen to is
 * there for it, as in React. Called once, before the first rendering.
 */
export function runEffectsBeforeInput(): void {
  options.requestAnimationFrame = (run) => {
    runEffects = run;
    afterNextFrame(run);
  };
  for (const type of inputs) addEventListener(type, () => runEffects?.(), { capture: true });
}

function afterNextFrame(run: () => void): void {
  const painted = () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    setTimeout(run);
  };
  const timer = setTimeout(painted, longestFrameMs);
  const frame = requestAnimationFrame(painted);
}
