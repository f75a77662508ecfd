import { buildModel } from "../../model/build.js";
import { explain as explainPath } from "../../explain/explain.js";
import { parseFleet } from "../../time/fleet.js";
import { loadSpec } from "../../package/load-spec.js";
import type { Args } from "../options/commands.js";
import { explanationsToJson, formatExplanations } from "../report/explain-text.js";
import { jsonEnding, problemEnding, successEnding, type Ending } from "../report/ending.js";
import type { Surroundings } from "../surroundings.js";

/** `explain`: since when something exists, what it is, and why a fleet may not have it. */
export function explain(args: Args<"explain">, { terminal, memo }: Surroundings): Ending {
  const { json, path } = args;
  terminal.progress("reading the spec");
  const loaded = loadSpec(args.spec, memo);
  if (!loaded.ok) return problemEnding(loaded.problems, json);
  terminal.progress("looking through its history");
  const model = buildModel(loaded.value);
  const fleet = parseFleet(args, model);
  if (!fleet.ok) return problemEnding(fleet.problems, json);
  const explained = explainPath(path, fleet.value, model);
  if (!explained.ok) return problemEnding(explained.problems, json);
  return json
    ? jsonEnding(explanationsToJson(explained.value, fleet.value, fleet.warnings))
    : successEnding(formatExplanations(explained.value, fleet.value, terminal), fleet.warnings);
}
