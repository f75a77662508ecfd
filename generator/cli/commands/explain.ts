import { printForTerminal } from "../../blocks/terminal.js";
import { buildModel } from "../../model/build.js";
import { explain as explainPath, explanationToJson, type Explanation } from "../../explain/explain.js";
import type { Problem } from "../../problem/problem.js";
import { parseFleet, type Fleet } from "../../time/fleet.js";
import { loadSpec } from "../../package/load-spec.js";
import type { Result } from "../results.js";
import type { Args } from "../options/commands.js";
import { reportExplanations } from "../report/explain.js";
import { jsonEnding, problemEnding, successEnding, type Ending } from "../report/ending.js";
import type { Surroundings } from "../terminal.js";

/** `explain`: since when something exists, what it is, and why a fleet may not have it. */
export function explain(args: Args<"explain">, { terminal }: Surroundings): Ending {
  const { json, path } = args;
  terminal.progress("reading the spec");
  const loaded = loadSpec(args.spec);
  if (!loaded.ok) return problemEnding(loaded.problems, json);
  terminal.progress("looking through its history");
  const model = buildModel(loaded.value);
  const fleet = parseFleet(args, model);
  if (!fleet.ok) return problemEnding(fleet.problems, json);
  const explained = explainPath(path, fleet.value, model);
  if (!explained.ok) return problemEnding(explained.problems, json);
  return json
    ? jsonEnding(toJson(explained.value, fleet.value, fleet.warnings))
    : successEnding(
        printForTerminal(reportExplanations(explained.value, fleet.value), terminal),
        fleet.warnings,
      );
}

const toJson = (
  explanations: readonly Explanation[],
  { label }: Fleet,
  warnings: readonly Problem[],
): Result<"explain"> => ({ fleet: label, matches: explanations.map(explanationToJson), warnings });
