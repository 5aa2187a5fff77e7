import type { TestProject } from 'vitest/node';
import { startRealServers, type RealServers } from './real-servers.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Tests get it with `inject('realServers')`. */
    realServers: RealServers;
  }
}

/** Starts the servers once for all integration tests, and says how to stop them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const started = performance.now();
  const { ca, ports, certificates, ...servers } = await startRealServers();
  console.log(`Dovecot and Postfix run after ${((performance.now() - started) / 1000).toFixed(1)} s`);
  project.provide('realServers', { ca, ports, certificates });
  return async () => servers[Symbol.asyncDispose]();
}
