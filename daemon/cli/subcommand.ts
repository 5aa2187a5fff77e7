import { visibleText } from '../../shared/visible-text.ts';
import type { Command } from './command.ts';
import { nearest } from './nearest.ts';
import { UsageError } from './usage-error.ts';

type Actions = Record<string, () => Promise<Command>>;

/** A command whose first word says what to do; without one it does `usual`. Loads only what is called. */
export function subcommand(name: string, actions: Actions, usual: string): Command {
  return async (args, terminal) => {
    const [first] = args;
    const named = first !== undefined && !first.startsWith('-');
    const word = named ? first : usual;
    const load = Object.hasOwn(actions, word) ? actions[word] : undefined;
    if (!load) throw unknownAction(name, word, Object.keys(actions));
    const action = await load();
    return action(named ? args.slice(1) : args, terminal);
  };
}

function unknownAction(name: string, word: string, known: readonly string[]): UsageError {
  const near = nearest(word, known);
  const hint = near ? `Did you mean ${name} ${near}?` : `There is: ${known.join(', ')}.`;
  return new UsageError(`${name}: there is no "${visibleText(word, 40)}". ${hint}`);
}
