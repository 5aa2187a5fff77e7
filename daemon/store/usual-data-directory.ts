import envPaths from 'env-paths';

/** The platform's place for an application's data (XDG Base Directory, Application Support, LOCALAPPDATA). */
export function usualDataDirectory(): string {
  return envPaths('mailprobe', { suffix: '' }).data;
}
