import { browser } from '../browser.ts';
import { t } from '../words.ts';

const systems: Record<string, string> = {
  linux: 'Linux',
  mac: 'macOS',
  win: 'Windows',
  openbsd: 'OpenBSD',
  cros: 'ChromeOS',
};

const brands = /(Edg|OPR|Vivaldi|Firefox|Chromium|Chrome)\//;
const names: Record<string, string> = { Edg: 'Edge', OPR: 'Opera' };

/** What a person knows this browser by in the list of paired ones, such as `Firefox on Linux`. */
export async function browserName(userAgent = navigator.userAgent): Promise<string> {
  const [, brand = 'Browser'] = brands.exec(userAgent) ?? [];
  const { os } = await browser.runtime.getPlatformInfo();
  return t('companion.browsers.called', { browser: names[brand] ?? brand, system: systems[os] ?? os });
}
