import { CopyButton } from '../copy-button.tsx';

interface CopyActionProps {
  /** What is copied, for the button's accessible name: `Copy start command`. */
  label: string;
  text: () => string;
}

/** A button that says `Copy`, and to a screen reader what. */
export function CopyAction({ label, text }: CopyActionProps) {
  return <CopyButton about={label} text={text} />;
}
