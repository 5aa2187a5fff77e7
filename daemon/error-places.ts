/** An error as it may be written down: never its message, since a library may have put a secret into one. */
export function errorPlaces(error: unknown): { error: string; code?: string; places: string[] } {
  if (!(error instanceof Error)) return { error: typeof error, places: [] };
  const stack = (error.stack ?? '').replace(error.message, '');
  const places = stack
    .split('\n')
    .filter((line) => /^ {4}at .*(?:file:|node:|\/)[^ ]+$/.test(line))
    .map((line) => line.trim());
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { error: error.name, ...code, places: places.slice(0, 12) };
}
