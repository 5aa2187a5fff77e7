import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** Tells `test/run.mjs` what to say last: a file that does not load and an error outside any test count as failed. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const suites = modules.flatMap((module) => [module, ...module.children.allSuites()]);
    const count = (state: string): number => tests.filter((test) => test.result().state === state).length;
    const secondTry = tests.filter((test) => test.diagnostic()?.flaky).map(toldFlake);
    const brokenSuites = suites.filter((suite) => suite.errors().length > 0).length;
    process.send?.({
      passed: count('passed'),
      failed: count('failed') + brokenSuites + unhandledErrors.length,
      skipped: count('skipped'),
      secondTry,
    });
  }
}

/** Its name, and what went wrong at the first try. */
function toldFlake(test: TestCase): string {
  const [reason = ''] = test.result().errors?.[0]?.message.split('\n') ?? [];
  return `${test.module.relativeModuleId} > ${test.fullName} (first: ${reason})`;
}
