import type { Service } from '../../daemon/service/service.ts';
import type { Letter } from '../../shared/letter.ts';
import type { LogRecord } from '../../shared/log.ts';
import type { RouteBody, RouteLine } from '../../shared/routes.ts';

/** All lines of one fetch, to its end. */
export async function fetchedBy(
  service: Service,
  asked: RouteBody<'lettersFetch'>,
  signal: AbortSignal = new AbortController().signal,
): Promise<RouteLine<'lettersFetch'>[]> {
  return Array.fromAsync(service.incoming.fetch(asked, 'en', signal));
}

/** What the Main Log says of incoming mail, oldest first. */
export async function mailRecords(service: Service): Promise<LogRecord[]> {
  const { records } = await service.log.page({ limit: 500 });
  return records.filter(({ source }) => source === 'Incoming Mail').toReversed();
}

/** The letters that the Main Log names, in the order in which they came in. */
export async function lettersIn(service: Service): Promise<Letter[]> {
  const named = (await mailRecords(service)).flatMap(
    ({ message }) => /^Letter (\d+)/.exec(message)?.[1] ?? [],
  );
  return Promise.all(named.map(async (id) => (await service.outgoing.get(id)).letter));
}

/** The source of a letter and the last line that was said of it. */
export async function sourceOf(
  service: Service,
  id: string,
): Promise<{ text: string; last: RouteLine<'lettersSource'> | undefined }> {
  const lines = await Array.fromAsync(service.incoming.source({ id }, 'en', new AbortController().signal));
  const parts = lines.flatMap((line) => (line.type === 'part' ? [Buffer.from(line.base64, 'base64')] : []));
  return { text: String(Buffer.concat(parts)), last: lines.at(-1) };
}
