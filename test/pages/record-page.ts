import { eventually, type ExtensionPage } from '../browsers/extension-browser.ts';

/** What a person types into the form of an account; fields that are left out stay as they are. */
export interface TypedAccount {
  Name: string;
  Type: 'SMTP (sends mail)' | 'IMAP (reads mail)' | 'POP3 (reads mail)';
  Server: string;
  'User Name': string;
  Password: string;
  From?: string;
  Port: string;
  security: 'Enable SSL' | 'Enable TLS';
}

/** Fills in a new account and saves it, by visible labels alone, confirming the unusual address. */
export async function addAccount(page: ExtensionPage, typed: TypedAccount): Promise<void> {
  await page.click('link', 'Email Accounts');
  await page.click('link', 'New');
  await page.sees('Related Links');
  const { Type, security, ...fields } = typed;
  await page.choose('Type', Type);
  for (const [label, text] of Object.entries(fields)) await page.fill(label, text);
  for (const box of ['Enable SSL', 'Enable TLS']) await page.tick(box, box === security);
  await page.click('button', 'Save');
  await page.click('button', 'Connect to it');
  await page.sees('Account ID');
  await page.sees('Saved');
}

/** Presses Test Connection of the open record and waits for its verdict. */
export async function testConnection(page: ExtensionPage, verdict: string | RegExp): Promise<void> {
  await page.click('button', 'Test Connection');
  await page.sees(verdict, 25_000);
}

/** What stands in the field of this label, once it is there. */
export function fieldValue(page: ExtensionPage, label: string): Promise<string> {
  const labels = "[...document.querySelectorAll('label')]";
  const wanted = `(${labels}.find((each) => each.innerText.trim() === ${JSON.stringify(label)}))`;
  return eventually(() => page.evaluate<string | undefined>(`${wanted}?.control?.value`), label);
}
