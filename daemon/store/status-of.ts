import type { Delivery } from '../../shared/letter.ts';

/** Of an outgoing letter that nobody tries any more, by what became of it for each recipient. */
export function statusOf(deliveries: readonly Delivery[]): 'Unknown' | 'Processed' | 'Failed' {
  const has = (wanted: Delivery['outcome']) => deliveries.some(({ outcome }) => outcome === wanted);
  if (has('unknown')) return 'Unknown';
  return has('accepted') ? 'Processed' : 'Failed';
}
