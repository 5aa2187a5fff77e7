import { registerHooks } from 'node:module';

/**
 * Loads what imports zod without its words in fifty languages, which no import of zod/mini leaves out and nobody here says:
 * our sentences are our own. Other loads of this thread meanwhile go the same way.
 */
export async function withoutLocales<T>(load: () => Promise<T>): Promise<T> {
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      specifier === '../locales/index.js' && /\/zod\/v4\/\w+\/\w+\.js$/.test(context.parentURL ?? '')
        ? { url: 'data:text/javascript,', format: 'module', shortCircuit: true }
        : next(specifier, context),
  });
  try {
    return await load();
  } finally {
    hooks.deregister();
  }
}
