import type { TestProject } from "vitest/node";
import { makeRunFolder, removeFolder } from "./folders.js";

declare module "vitest" {
  interface ProvidedContext {
    /** Where all test files of a run have the outputs that they share. */
    readonly outputsFolder?: string;
  }
}

/** Set up once a run: the folder that `madeOutput` fills, for all workers. */
export default function setUp(project: TestProject): () => void {
  const folder = makeRunFolder();
  project.provide("outputsFolder", folder);
  return () => removeFolder(folder);
}
