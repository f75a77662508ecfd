import { describeFleet } from "../../describe.js";
import type { Arrangement } from "../../init/arrange-files.js";
import type { NotWritten } from "../../init/own-file.js";
import { generatedFolder, type Project, type ProjectOptions } from "../../init/project.js";
import type { Problem } from "../../problem/problem.js";
import { quotePath, toVisibleLine } from "../../text/quote.js";
import { paint } from "../../text/style.js";
import type { Result } from "../json/results.js";

/** A project that was written. */
export interface NewProject {
  readonly dir: string;
  readonly options: ProjectOptions;
  readonly project: Project;
  readonly arrangement: Arrangement;
  /** Whether its folder had no package.json. */
  readonly isNew: boolean;
}

/** Tells a program what was made. */
export function newProjectToJson(
  { dir, options, project, arrangement }: NewProject,
  warnings: readonly Problem[],
): Result<"init"> {
  const { files, left, omitted } = arrangement;
  return {
    dir,
    framework: options.framework.title,
    packageManager: options.packageManager.name,
    module: options.moduleKind.name,
    events: project.events,
    files: files.filter(({ action }) => action !== "unchanged").map(({ path }) => path),
    left: left.map(({ path }) => path),
    omitted: omitted.map(({ path }) => path),
    warnings,
  };
}

/** Formats what was made, and how to go on. */
export function formatNewProject(made: NewProject): string {
  const { dir, options, project, arrangement, isNew } = made;
  const { generation, events } = project;
  const { name, run } = options.packageManager;
  const generated = generation.outputs.flatMap((output) => output.files).length;
  const written = arrangement.files.filter(({ action }) => action !== "unchanged").length;
  const fleet = describeFleet(generation.view.fleet);
  const place = toVisibleLine(dir);
  const what = `${paint("good", isNew ? "Made" : "Added to")} ${place}/`;
  const [checked, started] = ["test/webhooks.test.ts", "src/server.ts"].map((path) =>
    arrangement.files.some((file) => file.path === path),
  );
  return [
    `${what} with ${options.framework.title}: it answers ${events.join(", ")}, for ${fleet}.`,
    `${written} files are yours from now on; the ${generated} in ${generatedFolder}/ are made again by ${run} generate.`,
    "",
    ...formatLeft(arrangement),
    paint("title", "Go on with:"),
    ...(dir === "." ? [] : [`  cd ${quotePath(place)}`]),
    `  ${name} install`,
    ...(checked === true ? [`  ${name} test`] : []),
    ...(started === true ? [`  ${run} dev`] : []),
    "",
  ].join("\n");
}

const formatLeft = ({ left, omitted }: Arrangement): string[] => [
  ...formatList("Left as they are:", left),
  ...formatList("Not written, as they go with what you have of your own:", omitted),
];

const formatList = (heading: string, files: readonly NotWritten[]): string[] =>
  files.length === 0
    ? []
    : [
        paint("title", heading),
        ...files.map(({ path, need }) => `  ${path}${need === undefined ? "" : `: needs ${need}`}`),
        "",
      ];
