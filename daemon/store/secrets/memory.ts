import { texts } from '../texts.ts';
import type { SecretStore } from './secret-store.ts';

/** Forgets everything with the process: for tests, and for a demonstration without a trace. */
export function memoryStore(): SecretStore {
  const items = new Map<string, string>();
  return {
    backend: 'memory',
    async state() {
      return { state: 'ready', sentence: texts.memoryReady };
    },
    async get(name) {
      return { value: items.get(name) };
    },
    async set(name, value) {
      items.set(name, value);
      return { value: undefined };
    },
    async delete(name) {
      return { value: items.delete(name) };
    },
    async names() {
      return { value: [...items.keys()] };
    },
    async close() {},
  };
}
