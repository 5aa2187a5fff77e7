/** The columns of a file of accounts, in its order: the keys of contract §1, with the seed's label and what a value is. */
export const columns = {
  id: { label: 'Account ID', value: 'text' },
  name: { label: 'Name', value: 'text' },
  type: { label: 'Type', value: 'type' },
  server: { label: 'Server', value: 'text' },
  username: { label: 'User Name', value: 'text' },
  label: { label: 'Email User Label', value: 'text' },
  active: { label: 'Active', value: 'switch' },
  debug: { label: 'Enable Debug', value: 'switch' },
  from: { label: 'From', value: 'text' },
  port: { label: 'Port', value: 'port' },
  ssl: { label: 'Enable SSL', value: 'switch' },
  tls: { label: 'Enable TLS', value: 'switch' },
  insecure: { label: 'Disable Certificate Validation', value: 'switch' },
  pin: { label: 'Pin', value: 'text' },
} as const;

export type Column = keyof typeof columns;
export const columnNames = Object.keys(columns) as Column[];

/** Without these a row describes no account. */
export const neededColumns = ['name', 'type', 'server', 'username'] as const satisfies Column[];

/** The column that a heading or a key names, as key or label, in any case; undefined for what is not read. */
export function columnOf(heading: string): Column | undefined {
  return byHeading.get(bare(heading));
}

/** Is this heading one of passwords? Such a column is passed over before anything of it is kept. */
export function isPasswordColumn(heading: string): boolean {
  return /pass(word|wort|phrase|wd|code)|^pass(es)?$|pwd|secret|kennwort|парол/.test(bare(heading));
}

const byHeading = new Map(
  columnNames.flatMap((name) => [
    [bare(name), name],
    [bare(columns[name].label), name],
  ]),
);

function bare(heading: string): string {
  return heading.toLowerCase().replace(/[\s_-]+/g, '');
}
