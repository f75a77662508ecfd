import type { Project } from "../../init/project.js";
import { describeFleet } from "./summary.js";

/** A project that was written. */
export interface NewProject {
  readonly dir: string;
  readonly framework: string;
  readonly events: readonly string[];
  /** The files that are the user's, without the generated ones. */
  readonly files: readonly string[];
}

/** Formats what was made, and how to go on. */
export function formatNewProject(
  { dir, framework, events, files }: NewProject,
  { generation }: Project,
): string {
  const generated = generation.outputs.flatMap((output) => output.files).length;
  return [
    `Made ${dir}/ with ${framework}: it answers ${events.join(", ")}, for ${describeFleet(generation.view.fleet)}.`,
    `${files.length} files are yours from now on; the ${generated} in src/mplus/ are made again by npm run generate.`,
    "",
    "Go on with:",
    `  cd ${dir}`,
    "  npm install",
    "  npm test",
    "  npm start",
    "",
  ].join("\n");
}
