/**
 * Where the daemon notes how it runs, for the person who looks after it; what mail tests do stands in the Main Log.
 * Neither fields nor messages hold a secret, a pairing code, or the words of a foreign library.
 */
export interface OperationalLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
