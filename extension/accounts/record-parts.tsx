import { type ComponentChildren, Fragment } from 'preact';
import { useFocusThroughMoves } from './use-focus-through-moves.ts';
import { useWideWindow } from './use-wide-window.ts';

interface RecordPartsProps {
  form: ComponentChildren;
  test: ComponentChildren;
  links: ComponentChildren;
  /** There is a test to see, or one runs. */
  tested: boolean;
}

/** The parts of a record in the order in which they are seen, which is Tab's: a narrow window begins with the test. */
export function RecordParts({ tested, ...parts }: RecordPartsProps) {
  const order = useWideWindow() ? orders.wide : tested ? orders.tested : orders.untested;
  useFocusThroughMoves(order);
  return (
    <div class="account-body">
      {order.map((part) => (
        <Fragment key={part}>{parts[part]}</Fragment>
      ))}
    </div>
  );
}

const orders = {
  // The left column, then the right one.
  wide: ['form', 'links', 'test'],
  tested: ['test', 'form', 'links'],
  untested: ['form', 'test', 'links'],
} as const;
