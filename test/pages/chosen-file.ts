import type { ExtensionPage } from '../browsers/extension-browser.ts';

/** Gives a file to the page's file field as the browser does after the person's choice; no part of it stands in a script. */
export async function chooseFile(page: ExtensionPage, name: string, content: string): Promise<void> {
  const base64 = Buffer.from(content, 'utf8').toString('base64');
  await page.evaluate(`(() => {
    const bytes = Uint8Array.from(atob('${base64}'), (character) => character.charCodeAt(0));
    const held = new DataTransfer();
    held.items.add(new File([bytes], '${name}'));
    const field = document.querySelector('#accounts-file');
    field.files = held.files;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  })()`);
}

/** Lets go of a file over the page. */
export async function dropFile(page: ExtensionPage, name: string, content: string): Promise<void> {
  const base64 = Buffer.from(content, 'utf8').toString('base64');
  await page.evaluate(`(() => {
    const bytes = Uint8Array.from(atob('${base64}'), (character) => character.charCodeAt(0));
    const held = new DataTransfer();
    held.items.add(new File([bytes], '${name}'));
    for (const type of ['dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer: held, bubbles: true, cancelable: true }));
  })()`);
}

/** From now on the page keeps what it would hand to the browser as downloads, and whether their addresses were taken back. */
export async function watchDownloads(page: ExtensionPage): Promise<void> {
  await page.evaluate(`(() => {
    globalThis.downloads = [];
    const create = URL.createObjectURL.bind(URL);
    const revoke = URL.revokeObjectURL.bind(URL);
    const blobs = new Map();
    URL.createObjectURL = (blob) => { const url = create(blob); blobs.set(url, blob); return url; };
    URL.revokeObjectURL = (url) => { downloads.find((one) => one.url === url).revoked = true; revoke(url); };
    HTMLAnchorElement.prototype.click = function () {
      const one = { url: this.href, name: this.download, text: '' };
      downloads.push(one);
      void blobs.get(this.href).text().then((text) => { one.text = text; });
    };
  })()`);
}

export interface Download {
  name: string;
  text: string;
  revoked?: boolean;
}

export function downloadsOf(page: ExtensionPage): Promise<Download[]> {
  return page.evaluate('globalThis.downloads');
}
