import { expect, test, vi } from 'vitest';
import { listKeys } from '../../extension/accounts-list/list-keys.ts';
import { tested } from './extension-listed-accounts.ts';

/** As much of an element as the keys look at. */
class Place {
  readonly within: 'search' | 'rows' | 'head';
  constructor(within: 'search' | 'rows' | 'head') {
    this.within = within;
  }
  closest(): object | null {
    return this.within === 'rows' ? this : null;
  }
  matches(selector: string): boolean {
    return this.within === 'search' && selector.includes('search');
  }
}
vi.stubGlobal('HTMLElement', Place);
vi.stubGlobal('innerHeight', 800);

const shown = [tested('Ada'), tested('Ben')];

function press(within: Place['within'], key: Partial<KeyboardEvent>, chosen = shown.slice(0, 0)) {
  const did = { onDelete: vi.fn(), onClear: vi.fn(), all: vi.fn() };
  const selection = { chosen, has: () => false, toggle: () => {}, all: did.all };
  const active = { at: 1, go: () => {}, note: () => {} };
  const event = { target: new Place(within), preventDefault: () => {}, ...key };
  listKeys({ shown, active, selection, ...did })(event as unknown as KeyboardEvent);
  return did;
}

test('Delete in a row is for its account, and for those that are selected where there are any', () => {
  expect(press('rows', { key: 'Delete' }).onDelete).toHaveBeenCalledWith([shown[1]]);
  expect(press('rows', { key: 'Delete' }, shown).onDelete).toHaveBeenCalledWith(shown);
  expect(press('head', { key: 'Delete' }, shown).onDelete).toHaveBeenCalledWith(shown);
});

test.each(['head', 'search'] as const)(
  'Delete in the %s deletes nothing where nothing is selected',
  (within) => {
    expect(press(within, { key: 'Delete' }).onDelete).not.toHaveBeenCalled();
  },
);

test('Ctrl+A selects all on a Russian keyboard, too', () => {
  const keys = { ctrlKey: true, key: 'ф', code: 'KeyA' };
  expect(press('rows', keys).all).toHaveBeenCalledWith(true);
  expect(press('search', keys).all).not.toHaveBeenCalled();
  expect(press('rows', { ...keys, code: 'KeyB' }).all).not.toHaveBeenCalled();
});
