/** Stands in for the child with keytar: does with each call what its environment says, and remembers nothing. */
import type { KeychainRequest } from '../../daemon/store/secrets/keychain-request.ts';

const behaviour = process.env['BEHAVIOUR'] ?? '';

process.on('message', (request: KeychainRequest) => {
  if (behaviour === 'hangs') return;
  if (behaviour === 'crashes') process.kill(process.pid, 'SIGSEGV');
  if (behaviour === 'forgets') process.send?.({ value: request.verb === 'delete' ? false : null });
  else process.send?.({ error: behaviour, code: '' });
});
