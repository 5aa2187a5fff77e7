/**
 * From now on the second click of a double click does nothing: it was meant for what was clicked first, and not for what
 * has taken its place since, such as _Send again_ where _Give up_ was. The next click of its own ends that.
 */
export function ignoreRestOfDoubleClick(): void {
  const onClick = (event: MouseEvent) => {
    if (event.detail > 1) {
      event.preventDefault();
      event.stopPropagation();
    } else removeEventListener('click', onClick, true);
  };
  addEventListener('click', onClick, true);
}
