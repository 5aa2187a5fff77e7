import { expect, test } from 'vitest';
import { nextSort, propertySections } from '../../extension/properties/property-groups.ts';
import { propertyNames } from '../../shared/properties.ts';

test('every property stands under the heading of what it is about', () => {
  const sections = propertySections(propertyNames, undefined);
  expect(sections.map(({ group }) => group)).toEqual(['accounts', 'letters', 'tests', 'log']);
  expect(sections.flatMap(({ names }) => names)).toEqual(propertyNames);
});

test('a heading with nothing below it is left out', () => {
  expect(propertySections(['mailprobe.test.every'], undefined)).toEqual([
    { group: 'tests', names: ['mailprobe.test.every'] },
  ]);
});

test('sorted by name there are no headings, and a third click brings them back', () => {
  const [ascending] = propertySections(propertyNames, 'name');
  expect(ascending).toEqual({ names: propertyNames.toSorted() });
  const [descending] = propertySections(propertyNames, '-name');
  expect(descending).toEqual({ names: propertyNames.toSorted().toReversed() });
  expect([undefined, 'name', '-name'].map((sort) => nextSort(sort as 'name'))).toEqual([
    'name',
    '-name',
    undefined,
  ]);
});
