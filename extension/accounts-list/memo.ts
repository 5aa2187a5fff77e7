import { type ComponentChild, type FunctionComponent, h } from 'preact';
import { useMemo } from 'preact/hooks';

/** The component, drawn anew when one of the values it is given has changed, not with each key in the search. */
export function memo<Props extends object>(Component: FunctionComponent<Props>) {
  return (props: Props): ComponentChild => useMemo(() => h(Component, props), Object.values(props));
}
