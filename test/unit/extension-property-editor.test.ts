import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { propertyEditor } from '../../extension/properties/property-editor.ts';
import { ConnectionTrouble } from '../../shared/connection-trouble.ts';
import type { PropertyValue } from '../../shared/properties.ts';
import { Refused } from '../../shared/refusal.ts';

const every = 'mailprobe.test.every';

/** An editor on a daemon that keeps one value, or fails as it is told. */
function opened() {
  const stored = signal<PropertyValue>(0);
  const kept = { value: 0, failure: undefined as Error | undefined, calls: [] as string[] };
  const call = ((name: string, body: { value?: number }) => {
    kept.calls.push(name);
    if (kept.failure) return Promise.reject(kept.failure);
    kept.value = name === 'propertiesSet' ? Number(body.value) : 0;
    return Promise.resolve({});
  }) as Parameters<typeof propertyEditor>[1]['call'];
  const reload = () => {
    stored.value = kept.value;
    return Promise.resolve();
  };
  const doubt = (value: PropertyValue) => (value === 13 ? 'Thirteen?' : undefined);
  return { stored, kept, editor: propertyEditor(every, { call, stored, reload, doubt }) };
}

describe('the editor of a property', () => {
  test('keeps what is typed while it saves', async () => {
    const { editor, stored } = opened();
    editor.change('30');
    const saving = editor.save();
    editor.change('45');
    expect(await saving).toBe(true);
    expect({ stored: stored.value, text: editor.text.value, dirty: editor.dirty.value }).toEqual({
      stored: 30,
      text: '45',
      dirty: true,
    });
    expect(editor.changedElsewhere.value).toBe(false);
  });

  test('saves what is typed, and follows what is stored from then on', async () => {
    const { editor, stored } = opened();
    editor.change('30');
    expect(editor.dirty.value).toBe(true);
    expect(await editor.save()).toBe(true);
    expect({ stored: stored.value, dirty: editor.dirty.value, done: editor.done.value }).toEqual({
      stored: 30,
      dirty: false,
      done: 'saved',
    });
    stored.value = 45;
    expect(editor.text.value).toBe('45');
  });

  test('does not ask the daemon for what cannot be, and says why once it was left or tried', async () => {
    const { editor, kept } = opened();
    editor.change('soon');
    expect(editor.error.value).toBe('');
    expect(await editor.save()).toBe(false);
    expect(editor.error.value).toContain('whole number of minutes');
    expect(kept.calls).toEqual([]);
    editor.change('5');
    expect(editor.error.value).toBe('');
  });

  test('takes a reset back', async () => {
    const { editor, stored, kept } = opened();
    expect(await editor.undoReset()).toBe(false);
    editor.change('30');
    await editor.save();
    expect(await editor.reset()).toBe(true);
    expect({ stored: stored.value, done: editor.done.value }).toEqual({ stored: 0, done: 'reset' });
    expect(await editor.undoReset()).toBe(true);
    expect({ stored: stored.value, done: editor.done.value }).toEqual({ stored: 30, done: 'saved' });
    expect(kept.calls).toEqual(['propertiesSet', 'propertiesReset', 'propertiesSet']);
  });

  test('shows a doubt at once, but leaves it to the daemon', async () => {
    const { editor, stored } = opened();
    editor.change('13');
    expect(editor.error.value).toBe('Thirteen?');
    expect(await editor.save()).toBe(true);
    expect(stored.value).toBe(13);
    expect(editor.error.value).toBe('');
  });

  test('puts the daemon’s refusal beside the field until something else is typed, and keeps the typed', async () => {
    const { editor, kept } = opened();
    kept.failure = new Refused({ kind: 'invalid', message: 'Not this one.' });
    editor.change('30');
    expect(await editor.save()).toBe(false);
    expect({ error: editor.error.value, trouble: editor.trouble.value, text: editor.text.value }).toEqual({
      error: 'Not this one.',
      trouble: '',
      text: '30',
    });
    editor.change('31');
    expect(editor.error.value).toBe('');
  });

  test('tells a companion that is away apart from a wrong value', async () => {
    const { editor, kept } = opened();
    kept.failure = new ConnectionTrouble('unreachable');
    editor.change('30');
    expect(await editor.save()).toBe(false);
    expect(editor.error.value).toBe('');
    expect(editor.trouble.value).toBe(kept.failure.message);
    expect(editor.dirty.value).toBe(true);
  });

  test('keeps what is typed when somebody else changes the value, and says so', () => {
    const { editor, stored } = opened();
    editor.change('30');
    stored.value = 45;
    expect(editor.text.value).toBe('30');
    expect(editor.changedElsewhere.value).toBe(true);
    stored.value = 30;
    expect(editor.changedElsewhere.value).toBe(false);
    expect(editor.dirty.value).toBe(false);
  });

  test('resets, and forgets what was typed', async () => {
    const { editor, kept } = opened();
    editor.change('30');
    await editor.save();
    editor.change('31');
    expect(await editor.reset()).toBe(true);
    expect(kept.calls).toEqual(['propertiesSet', 'propertiesReset']);
    expect({ text: editor.text.value, done: editor.done.value }).toEqual({ text: '0', done: 'reset' });
  });

  test('is not dirty for the same value written otherwise, and not after Cancel', () => {
    const { editor } = opened();
    editor.change(' 0 ');
    expect(editor.dirty.value).toBe(false);
    editor.change('soon');
    expect(editor.dirty.value).toBe(true);
    editor.discard();
    expect({ text: editor.text.value, dirty: editor.dirty.value }).toEqual({ text: '0', dirty: false });
  });
});
