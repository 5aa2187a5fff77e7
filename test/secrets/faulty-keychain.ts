/** Stands in for the child with keytar: does with each call what its environment says, and remembers nothing. */
import { existsSync, writeFileSync } from 'node:fs';
import type { KeychainRequest } from '../../daemon/store/secrets/keychain-request.ts';

const behaviour = process.env['BEHAVIOUR'] ?? '';

process.on('message', (request: KeychainRequest) => {
  if (behaviour === 'hangs') return;
  if (behaviour === 'crashes') process.kill(process.pid, 'SIGSEGV');
  if (behaviour === 'crashes once') {
    const mark = process.env['MARK'] ?? '';
    if (existsSync(mark)) process.send?.({ value: true });
    else {
      writeFileSync(mark, '');
      process.kill(process.pid, 'SIGINT');
    }
  } else if (behaviour === 'forgets') process.send?.({ value: request.verb === 'delete' ? false : null });
  else process.send?.({ error: behaviour, code: '' });
});
