import type { Jiti, JitiOptions } from "jiti";

/** Runs TypeScript. Only this file imports jiti, and only on demand, because it loads slowly. */
export const createLoader = async (file: string, options: JitiOptions): Promise<Jiti> =>
  (await import("jiti")).createJiti(file, options);
