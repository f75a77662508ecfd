import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot, readToolVersion } from "../../package/package-files.js";
import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome } from "../../problem/problem.js";
import type { Args, Given } from "../options/args.js";
import { jsonEnding, problemEnding, successEnding, type Ending } from "../report/ending.js";
import type { Surroundings } from "../surroundings.js";
import { untilInterrupted } from "../until-interrupted.js";
import { askNewer } from "../upgrade/ask-newer.js";
import { findNewSections } from "../upgrade/changelog.js";
import { readChoice, type Choice } from "../upgrade/choice.js";
import { listForwarded } from "../upgrade/forwarded-options.js";
import { isChanged, type Preview } from "../upgrade/preview.js";
import { formatPreview, previewToJson } from "../upgrade/preview-text.js";
import { readNewer } from "../upgrade/read-newer.js";
import type { Calling } from "../upgrade/run-program.js";
import { withPackage } from "../upgrade/with-package.js";

/** `upgrade-preview`: has another mplus-codegen say what it would change, and touches nothing. */
export async function upgradePreview(
  args: Args<"upgrade-preview">,
  { terminal: { progress }, environment }: Surroundings,
  given: Given,
): Promise<Ending> {
  const choice = readChoice(args.to);
  if (!choice.ok) return problemEnding(choice.problems, args.json);
  const options = listForwarded(args, given);
  if (!options.ok) return problemEnding(options.problems, args.json);
  progress(`asking mplus-codegen ${args.to}`);
  const preview = await untilInterrupted(async (signal) => {
    const asked = await ask(choice.value, options.value, { environment, signal });
    return signal.aborted ? interrupted : asked;
  });
  if (!preview.ok) return problemEnding(preview.problems, args.json);
  return toEnding(preview.value, preview.warnings, args);
}

const interrupted = failure([
  report("usage", { message: "It was interrupted; nothing was changed.", hint: undefined }),
]);

/** Asks the package that was chosen. What npm brings is not asked if it is what runs here. */
const ask = (choice: Choice, options: readonly string[], calling: Calling): Promise<Outcome<Preview>> =>
  withPackage(choice, calling, async (folder) => {
    const newer = readNewer(folder);
    if (!newer.ok) return newer;
    const { version: to, changelog } = newer.value;
    const from = readToolVersion();
    const preview = { from, to, changelog: findNewSections(changelog, readOwnChangelog()), outputs: [] };
    if (choice.kind === "published" && from === to) return success(preview);
    const outputs = await askNewer(newer.value, options, calling);
    return outputs.ok ? success({ ...preview, outputs: outputs.value }, outputs.warnings) : outputs;
  });

const readOwnChangelog = (): string => readFileSync(join(packageRoot, "CHANGELOG.md"), "utf8");

function toEnding(
  preview: Preview,
  warnings: Parameters<typeof successEnding>[1] & {},
  { json, patch, to }: Args<"upgrade-preview">,
): Ending {
  if (json) return withCode(preview, jsonEnding(previewToJson(preview, warnings, patch)));
  if (preview.outputs.length === 0)
    return successEnding(
      `mplus-codegen ${preview.from} runs here already: ${to === preview.to ? "it" : to} is no other.\n`,
    );
  return withCode(preview, successEnding(formatPreview(preview, patch), warnings));
}

const withCode = ({ outputs }: Preview, ending: Ending): Ending =>
  outputs.some(isChanged) ? { ...ending, code: 1 } : ending;
