import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface ModalProps {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
}

/** A native dialog that is open as long as it is rendered; Escape closes it. */
export function Modal({ title, onClose, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog class="modal" ref={dialog} aria-labelledby="modal-title" onCancel={onClose}>
      <h2 class="modal-title" id="modal-title">
        {title}
      </h2>
      {children}
    </dialog>
  );
}
