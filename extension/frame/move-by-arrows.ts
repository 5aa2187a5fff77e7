interface Stops {
  /** Selects the lines of the list; inside one, the focus may be anywhere. */
  line: string;
  /** Selects what takes the focus in a line; without it the line itself does. */
  stop?: string;
  /** Selects what takes the focus above the first line. */
  above?: string;
}

/** For the list's `onKeyDown`: Arrow Up and Down, Home and End go from line to line. */
export function moveByArrows({ line, stop, above }: Stops): (event: KeyboardEvent) => void {
  const focus = (element: Element | undefined) =>
    (stop ? element?.querySelector<HTMLElement>(stop) : (element as HTMLElement | undefined))?.focus();
  return (event) => {
    const { currentTarget: list, target } = event;
    if (!(list instanceof HTMLElement) || !(target instanceof Node) || event.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const lines = [...list.querySelectorAll(line)];
    const at = lines.findIndex((each) => each.contains(target));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (to >= 0) focus(lines[to]);
    else if (above) document.querySelector<HTMLElement>(above)?.focus();
  };
}
