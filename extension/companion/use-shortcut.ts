import { useEffect, useState } from 'preact/hooks';
import { browser } from '../browser.ts';

/** The keys that open the popup now, as the browser writes them; empty when it has none, undefined until it says so. */
export function useShortcut(): string | undefined {
  const [shortcut, setShortcut] = useState<string>();
  useEffect(() => {
    const ask = async () => {
      const commands = await browser.commands.getAll();
      setShortcut(commands.find(({ name }) => name === '_execute_action')?.shortcut ?? '');
    };
    void ask();
    // It is changed on a page of the browser's, and neither browser tells of it.
    const look = () => void ask();
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, []);
  return shortcut;
}

/** Opens the browser's own page where the keys of extensions are changed. */
export async function openShortcutSettings(): Promise<void> {
  const commands: { openShortcutSettings?: () => Promise<void> } = browser.commands;
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
