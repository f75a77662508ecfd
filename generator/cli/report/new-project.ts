import type { ReportBlock } from "../../blocks/block.js";
import { plain, styled, text, type Text } from "../../blocks/text.js";
import { bullets, codeBlock, entry, heading, nestedBullets } from "../../blocks/write.js";
import { describeFleet } from "../../describe.js";
import type { Generation } from "../../generate.js";
import type { Arrangement } from "../../init/arrange-files.js";
import { generatedFolder, type ProjectOptions } from "../../init/project.js";
import type { Problem } from "../../problem/problem.js";
import { quotePath, toVisibleLine } from "../../text/quote.js";
import type { Result } from "../results.js";

/** A project that was written. */
export interface NewProject {
  readonly dir: string;
  /** Whether its folder was new, had a package.json, or had a project that init made. */
  readonly state: "new" | "existing" | "made";
  readonly options: ProjectOptions;
  /** The names of the events that it begins with, or that are added to it. */
  readonly events: readonly string[];
  readonly generation: Generation;
  readonly arrangement: Arrangement;
}

/** Tells a program about the project. */
export function newProjectToJson(made: NewProject, warnings: readonly Problem[]): Result<"init"> {
  const { dir, options, events, arrangement } = made;
  return {
    dir,
    framework: options.framework.title,
    packageManager: options.packageManager.name,
    module: options.moduleKind,
    events,
    files: arrangement.files.map(({ path }) => path),
    left: arrangement.left,
    omitted: arrangement.omitted,
    needs: arrangement.needs,
    next: listCommands(made),
    warnings,
  };
}

/** The commands to go on with, in the folder of the project. */
function listCommands({ state, options, arrangement }: NewProject): readonly string[] {
  const { name, run } = options.packageManager;
  const has = (path: string): boolean => arrangement.files.some((file) => file.path === path);
  if (state === "made") return [`${name} test`];
  return [
    ...(arrangement.commands.length > 0 ? arrangement.commands : [`${name} install`]),
    ...(has("test/webhooks.test.ts") ? [`${name} test`] : []),
    ...(has("src/server.ts") ? [`${run} dev`] : []),
  ];
}

/** A project that was written, and how to go on. */
export function reportNewProject(made: NewProject): readonly ReportBlock[] {
  const { dir, arrangement } = made;
  const { needs, left, omitted } = arrangement;
  const place = toVisibleLine(dir);
  const rest = left.filter((path) => !needs.some((need) => need.path === path));
  const lines = needs.flatMap(({ path, place: where, lines }) =>
    where === ""
      ? lines.map((line) => entry(plain(`${path}: ${line}`)))
      : [entry(plain(`${path}, ${where}:`), codeBlock("text", lines.join("\n")))],
  );
  const calls = [...(dir === "." ? [] : [`cd ${quotePath(dir)}`]), ...listCommands(made)];
  return [
    ...bullets(describeProject(made, place)),
    ...section("Your own files stay as they are. Add to them by hand:", nestedBullets(lines)),
    ...section("Left as they are:", bullets(rest.map(plain))),
    ...section("Not written, as they go with files of your own:", bullets(omitted.map(plain))),
    heading(2, "Go on with:"),
    codeBlock("sh", calls.join("\n")),
  ];
}

function describeProject(made: NewProject, place: string): readonly Text[] {
  const { state, options, events, generation, arrangement } = made;
  const { name, title } = options.framework;
  const names = events.join(", ");
  const written = arrangement.files.map(({ path }) => path);
  if (state === "made" && written.length === 0)
    return [plain(`Nothing to write: ${place}/ has a handler and a scenario for ${names} already.`)];
  if (state === "made")
    return [text`${styled("good", "Added to")} ${plain(`${place}/: ${written.join(", ")}.`)}`];
  const generated = generation.outputs.flatMap((output) => output.files).length;
  const answers = `it answers ${names}, for ${describeFleet(generation.view.fleet)}.`;
  const what = styled("good", state === "new" ? "Made" : "Added to");
  return [
    text`${what} ${plain(`${place}/ with ${title}: ${answers}`)}`,
    plain(
      `${written.length} files are yours from now on; the ${generated} in ${generatedFolder}/ are made again by ${options.packageManager.run} generate.`,
    ),
    ...(state === "existing"
      ? [plain(`A server of your own gets the endpoint as ${generatedFolder}/${name}/README.md shows.`)]
      : []),
  ];
}

const section = (title: string, blocks: readonly ReportBlock[]): readonly ReportBlock[] =>
  blocks.length === 0 ? [] : [heading(2, title), ...blocks];
