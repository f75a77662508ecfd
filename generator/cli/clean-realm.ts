/** How many names every object inherits by the language itself. */
const standardNames = 12;

/**
 * Whether code that node preloaded (`NODE_OPTIONS=--import=...`) has added to `Object.prototype`. Every object would
 * inherit that: yargs and ajv fail at an inherited `type`, and each schema of the spec would have an inherited
 * `description`.
 */
export const isPolluted = (): boolean => Reflect.ownKeys(Object.prototype).length > standardNames;

/** Runs a module in a thread of its own, whose objects inherit nothing from ours. Returns its exit code. */
export async function runInCleanRealm(
  url: string,
  argv: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const { Worker } = await import("node:worker_threads");
  const options = {
    // Its own object, which inherits nothing either.
    __proto__: null,
    argv: [...argv],
    execArgv: [],
    env: { ...environment, NODE_OPTIONS: "" },
  };
  return new Promise((resolve, reject) => {
    new Worker(new URL(url), options).on("exit", resolve).on("error", reject);
  });
}
