/** A real browser with the extension loaded, as far as both can do alike. */
export interface ExtensionBrowser extends AsyncDisposable {
  readonly name: 'chromium' | 'firefox';
  /** Opens a page of the extension, such as `options.html#/causes`, in a tab of its own. */
  open(path: string, look?: Look): Promise<ExtensionPage>;
}

export interface Look {
  width?: number;
  height?: number;
  /** Chromium only; Firefox keeps the system's. */
  theme?: 'light' | 'dark';
}

/** One tab. Selectors are CSS; a promise waits until there is such an element. */
export interface ExtensionPage {
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Visible text of the first match. */
  text(selector: string): Promise<string>;
  /** Runs an expression in the page. */
  evaluate<T>(expression: string): Promise<T>;
  address(): Promise<string>;
  reload(): Promise<void>;
  back(): Promise<void>;
  screenshot(file: string): Promise<void>;
  /** Errors and refusals of the content security policy that the console has shown. */
  readonly complaints: readonly string[];
}

/** Polls until `read` gives something; the pages have no event that both browsers tell alike. */
export async function eventually<T>(read: () => Promise<T | undefined>, what: string): Promise<T> {
  for (const deadline = performance.now() + 10_000; ;) {
    const found = await read().catch(() => undefined);
    if (found !== undefined) return found;
    if (performance.now() > deadline) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
