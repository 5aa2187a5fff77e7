import { memoryStore } from '../../daemon/store/secrets/memory.ts';
import { describeSecretStore } from '../describe-secret-store.ts';

describeSecretStore('memory', async () => {
  const store = memoryStore();
  return { store, stop: () => store.close() };
});
