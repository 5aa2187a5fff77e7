import type { PropertyName } from '../../shared/properties.ts';

type PropertyGroup = 'accounts' | 'letters' | 'tests' | 'log';

export interface PropertySection {
  /** Nothing where they are sorted. */
  group?: PropertyGroup;
  names: PropertyName[];
}

/** How the list is ordered; by what the properties are about unless it is said. */
export type PropertySort = 'name' | '-name' | undefined;

/** The properties under the headings of what they are about, those without any left out; or sorted, without headings. */
export function propertySections(names: readonly PropertyName[], sort: PropertySort): PropertySection[] {
  if (sort) {
    const sorted = names.toSorted();
    return [{ names: sort === 'name' ? sorted : sorted.toReversed() }];
  }
  return [...new Set(Object.values(groupOf))]
    .map((group) => ({ group, names: names.filter((name) => groupOf[name] === group) }))
    .filter(({ names: of }) => of.length > 0);
}

/** What a click on the name column makes of the order. */
export function nextSort(sort: PropertySort): PropertySort {
  if (sort === undefined) return 'name';
  return sort === 'name' ? '-name' : undefined;
}

const groupOf: Record<PropertyName, PropertyGroup> = {
  'default.email.account.send': 'accounts',
  'default.email.account.receive': 'accounts',
  'simple.email.smtp.active': 'letters',
  'simple.email.read.active': 'letters',
  'simple.email.test.user': 'letters',
  'mailprobe.test.every': 'tests',
  'mailprobe.log.keep.days': 'log',
  'mailprobe.log.keep.records': 'log',
};
