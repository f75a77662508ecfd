import type { TestProject } from "vitest/node";
import { makeRunFolder, removeFolder } from "./folders.js";

declare module "vitest" {
  interface ProvidedContext {
    readonly outputsFolder?: string;
  }
}

/** Global setup: creates the folder that `madeOutput` fills, for all workers. */
export default function setUp(project: TestProject): () => void {
  const folder = makeRunFolder();
  project.provide("outputsFolder", folder);
  return () => removeFolder(folder);
}
