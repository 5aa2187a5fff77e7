/** A real browser with the extension loaded, as far as both can do alike. */
export interface ExtensionBrowser extends AsyncDisposable {
  readonly name: 'chromium' | 'firefox';
  /** Opens a page of the extension, such as `options.html#/causes`, in a tab of its own. */
  open(path: string, look?: Look): Promise<ExtensionPage>;
  /** Opens an ordinary web page. */
  visit(url: string): Promise<ExtensionPage>;
  /** Opens a page of the second extension. */
  openBeside(path: string): Promise<ExtensionPage>;
  /** Origin of our extension in this browser. */
  readonly origin: string;
  /** All that the extension has stored in this profile so far, as bytes: every file of it. */
  readonly profile: string;
  /** Ends the browser. Its profile, with what it writes at its end, stays until this is disposed. */
  end(): Promise<void>;
}

export interface BrowserOptions {
  /** A second extension to load beside ours, whose manifest has a `key` and the Firefox id `beside@example.com`. */
  beside?: string;
  /** With a window, for a person. */
  visible?: boolean;
  /** Language of the browser, and so of the extension; English unless told. */
  language?: 'en' | 'ru';
  /** A host name that the browser takes for 127.0.0.1, as after DNS rebinding. */
  rebound?: string;
}

export interface Look {
  width?: number;
  height?: number;
  /** Chromium only; Firefox keeps the system's. */
  theme?: 'light' | 'dark';
  /** As with the high contrast of Windows; Chromium only. */
  colours?: 'forced' | 'own';
  /** As somebody wants it who gets dizzy; Chromium only. */
  motion?: 'reduced' | 'usual';
}

/** What a person finds things by: the role and the name that a screen reader says. */
export type Role =
  | 'button'
  | 'link'
  | 'heading'
  | 'checkbox'
  | 'switch'
  | 'dialog'
  | 'alert'
  | 'status'
  | 'row';

/** One tab. Selectors are CSS; a promise waits until there is such an element. */
export interface ExtensionPage {
  /** Clicks what has this role and exactly this name. */
  click(role: Role, name: string): Promise<void>;
  /** Two clicks at the same place, no faster than an unhurried hand; the second on whatever stands there by then. */
  doubleClick(role: Role, name: string): Promise<void>;
  /** Empties the field of this label and types into it. */
  fill(label: string, text: string): Promise<void>;
  /** Switches a check box on or off, unless it is. */
  tick(label: string, on: boolean): Promise<void>;
  /** Chooses by the option's words. */
  choose(label: string, option: string): Promise<void>;
  /** Waits for these words anywhere on the page, for so long. */
  sees(words: string | RegExp, timeoutMs?: number): Promise<void>;
  close(): Promise<void>;
  /** One key, or one with modifiers: `Control+s`. */
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
  /** Processor time of the page's main thread so far, in ms; Chromium alone tells it. */
  readonly threadMs?: () => Promise<number>;
  /** Another size or theme for the page as it stands; what is left out stays. */
  look(look: Look): Promise<void>;
  /** Errors and refusals of the content security policy that the console has shown. */
  readonly complaints: readonly string[];
}

/** Polls until `read` gives something; the pages have no event that both browsers tell alike. */
export async function eventually<T>(
  read: () => Promise<T | undefined>,
  what: string,
  timeoutMs = 10_000,
): Promise<T> {
  for (const deadline = performance.now() + timeoutMs; ;) {
    const found = await read().catch(() => undefined);
    if (found !== undefined) return found;
    if (performance.now() > deadline) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** Waits for words in what the page shows; says what it shows when they never come. */
export async function waitForWords(
  page: Pick<ExtensionPage, 'evaluate'>,
  words: string | RegExp,
  timeoutMs = 10_000,
): Promise<void> {
  let shown = '';
  const found = async () => {
    shown = await page.evaluate<string>('document.body.innerText');
    return (typeof words === 'string' ? shown.includes(words) : words.test(shown)) ? true : undefined;
  };
  await eventually(found, String(words), timeoutMs).catch((error: unknown) => {
    throw new Error(`The page never said ${String(words)}. It says:\n${shown}`, { cause: error });
  });
}
