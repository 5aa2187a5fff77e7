import type { PropertyName } from '../../shared/properties.ts';

const counted = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${many}`;

/** Words of the room System Properties; names and meanings of properties are those of `shared/properties.ts`. */
export const propertiesWords = {
  title: 'System Properties',
  lead: 'What the companion does for all accounts.',
  list: {
    caption: 'System properties',
    columns: { name: 'Name', value: 'Value', changed: 'Last change' },
    search: 'Search properties',
    found: (count: number) => counted(count, 'property', 'properties'),
    nothing: (find: string) => `No property fits “${find}”`,
    nothingAdvice: 'Name, meaning and value are searched.',
    clear: 'Clear search',
    loading: 'Loading properties…',
  },
  default: 'Default',
  changed: 'Changed',
  never: 'no change noted',
  by: (username: string) => `by ${username}`,
  values: {
    on: 'On',
    off: 'Off',
    noAccount: 'No account chosen',
    noAddresses: 'Everyone: no restriction',
    moreAddresses: (first: string, more: number) => `${first} and ${more} more`,
    goneAccount: (id: string) => `Account ${id}`,
  },
  numbers: {
    minutes: (count: number) => (count === 0 ? 'Off' : `Every ${counted(count, 'minute', 'minutes')}`),
    days: (count: number) => counted(count, 'day', 'days'),
    records: (count: number) => counted(count, 'record', 'records'),
  } satisfies Record<string, (count: number) => string>,
  page: {
    value: 'Value',
    save: 'Save',
    cancel: 'Cancel',
    reset: 'Reset to default',
    isDefault: 'This is the default.',
    saved: 'Saved',
    wasReset: 'Reset to its default',
    unsaved: 'Unsaved changes',
    elsewhere: (value: string) => `Meanwhile it was set elsewhere to: ${value}. Saving replaces that.`,
    notSaved: 'Not saved',
    now: 'Value now',
    usual: 'Default',
    lastChange: 'Last change',
    switch: {
      'simple.email.smtp.active': 'Send mail',
      'simple.email.read.active': 'Receive mail',
    } satisfies Partial<Record<PropertyName, string>>,
    account: 'Account',
    accountNone: 'None',
    accountOther: 'Another account, by its id',
    accountId: 'Account ID',
    accountIdHelp: 'Pick an account above, or paste its id here: 18 digits, or the address of its record.',
    noFitting: (types: string) => `There is no active ${types} account yet.`,
    newAccount: 'New account',
    addresses: 'Addresses',
    addressesHelp: 'One address a line, such as ada@example.com. Empty: no restriction.',
    numberHelp: (least: number, most: number) =>
      `From ${least.toLocaleString('en')} to ${most.toLocaleString('en')}.`,
  },
  missingTitle: 'There is no such property',
  missing: 'The address is mistyped, or another version of Mailprobe knows it.',
  back: 'Back to System Properties',
  failedTitle: 'The properties could not be read',
  again: 'Try again',
  offlineStale: 'The companion does not answer. This is what it said last; nothing can be saved now.',
  offlineLink: 'Companion',
  leave: {
    title: 'Leave without saving?',
    text: 'The new value is not saved yet.',
    no: 'Keep editing',
    yes: 'Discard changes',
  },
  account: {
    setDefault: 'Set as default',
    isDefault: {
      'default.email.account.send': 'Default for sending',
      'default.email.account.receive': 'Default for receiving',
    },
    losesActive: (names: string) =>
      `${names} names this account: saved as inactive, it is set back to empty.`,
    losesDeleted: (names: string) => `${names} names this account and is set back to empty.`,
  },
};
