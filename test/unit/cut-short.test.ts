import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { cutShortBy } from '../../daemon/probe/wire/cut-short.ts';

test('a promise is cut short by what breaks', async () => {
  const broken = Promise.withResolvers<never>();
  const guarded = cutShortBy(broken.promise)(new Promise(() => {}));
  broken.reject(new Error('hung up'));
  await expect(guarded).rejects.toThrow('hung up');
});

test('what begins behind the break is cut short at once', async () => {
  const guard = cutShortBy(Promise.reject(new Error('hung up')));
  await Promise.resolve();
  await expect(guard(new Promise(() => {}))).rejects.toThrow('hung up');
});

test('what had come before the break still counts', async () => {
  const broken = Promise.withResolvers<never>();
  const guarded = cutShortBy(broken.promise)(Promise.resolve('a letter'));
  broken.reject(new Error('hung up'));
  expect(await guarded).toBe('a letter');
});

test('what was given is kept by nobody while nothing breaks', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const broken = Promise.withResolvers<never>();
  const guard = cutShortBy(broken.promise);
  const given = await Promise.all(
    Array.from({ length: 20 }, async () => new WeakRef(await guard(Promise.resolve({ letter: 'a letter' })))),
  );
  // A WeakRef holds on until the turn in which it was made is over.
  await new Promise((resolve) => setTimeout(resolve, 0));
  collect();
  expect(given.filter((letter) => letter.deref() !== undefined)).toEqual([]);
  // So that it is still there.
  broken.reject(new Error('hung up'));
});
