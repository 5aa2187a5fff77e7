import { type ConnectionSettings, type Security, defaultPort } from '../../../shared/account.ts';
import { UsageError } from '../usage-error.ts';
import { accountType } from './account-type.ts';
import { readCaFile } from './ca-file.ts';
import { connectionSettings } from './connection-settings.ts';
import { refuseIdleOptions } from './idle-options.ts';
import { chooseSecurity } from './security.ts';
import type { TestValues } from './test-options.ts';

/** One inline test as the person asked for it. */
export interface TestArguments {
  settings: ConnectionSettings;
  security: Security;
  /** Nobody typed a port: the usual one was taken. */
  portTaken: boolean;
  timeoutMs?: number;
  /** PEM certificates to trust beside the system's. */
  ca?: string;
}

/** Checks all options and reports everything that is wrong at once. Throws UsageError. */
export function testArguments(values: TestValues): TestArguments {
  const sentences: string[] = [];
  const attempt = <Value>(check: () => Value): Value | undefined => {
    try {
      return check();
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      sentences.push(...error.sentences);
      return undefined;
    }
  };

  const type = attempt(() => accountType(values.type));
  const typedPort = values.port === undefined ? undefined : wholeNumber(values.port);
  const security = attempt(() => chooseSecurity(values, typedPort));
  attempt(() => refuseIdleOptions(values, type, security));
  const timeoutMs = attempt(() => timeout(values.timeout));
  const ca = attempt(() => (values.ca === undefined ? undefined : readCaFile(values.ca)));
  const settings = attempt(() =>
    connectionSettings(values, {
      type: type ?? 'imap',
      security: security ?? 'ssl',
      port: typedPort ?? defaultPort(type ?? 'imap', security ?? 'ssl'),
    }),
  );
  if (sentences.length > 0 || !settings || !security) throw new UsageError(...sentences);
  return {
    settings,
    security,
    portTaken: typedPort === undefined,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(ca === undefined ? {} : { ca }),
  };
}

function timeout(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const ms = wholeNumber(text);
  if (ms >= 100 && ms <= 600_000) return ms;
  throw new UsageError('--timeout: is a whole number of milliseconds from 100 to 600000.');
}

/** NaN unless the text is digits only: `Number` would also take blanks, `1e3` and `0x50`. */
function wholeNumber(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
}
