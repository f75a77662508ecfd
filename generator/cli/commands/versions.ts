import { createAlbum } from "../../lattice/snapshot.js";
import { buildModel } from "../../model/build.js";
import type { Model } from "../../model/model.js";
import { describeKnown, knownToJson } from "../../time/history.js";
import { formatRelease } from "../../time/release.js";
import { diffReleases } from "../../diff/diff-fleets.js";
import { rangeSince } from "../../diff/way.js";
import { parseRange } from "../../time/fleet.js";
import { loadSpec } from "../../package/load-spec.js";
import type { Result } from "../json/results.js";
import type { Args } from "../options/commands.js";
import { formatReleases, formatSources, releasesToJson } from "../report/releases.js";
import { jsonEnding, problemEnding, successEnding, type Ending } from "../report/ending.js";
import { formatTable } from "../report/tables.js";
import type { Surroundings } from "../surroundings.js";
import type { Terminal } from "../terminal/terminal.js";

/** `versions`: lists the releases that the spec knows; for a range, with the changes that each of them brought. */
export function versions({ spec, json, range }: Args<"versions">, { terminal, memo }: Surroundings): Ending {
  terminal.progress("reading the spec");
  const loaded = loadSpec(spec, memo);
  if (!loaded.ok) return problemEnding(loaded.problems, json);
  if (range !== undefined) return versionsIn(range, buildModel(loaded.value), json ? undefined : terminal);
  const releases = loaded.value.releases.map(({ release, ...rest }) => ({
    release: formatRelease(release),
    ...rest,
  }));
  const table = formatTable(
    releases.map(({ release, date = "", summary }) => [["name", `v${release}`], date, summary]),
    terminal,
  );
  const { sources } = loaded.value;
  const data: Result<"versions"> = { releases, knownUpTo: knownToJson(loaded.value), sources };
  const known = `\nKnown up to ${describeKnown(loaded.value)}.\n`;
  return json ? jsonEnding(data) : successEnding(table + known + formatSources(sources, terminal));
}

/** As JSON where there is no terminal to format it for. */
function versionsIn(range: string, model: Model, terminal: Terminal | undefined): Ending {
  const fleet = parseRange(range, model);
  if (!fleet.ok) return problemEnding(fleet.problems, terminal === undefined);
  const brought = diffReleases(createAlbum(model), rangeSince(model, fleet.value));
  return terminal
    ? successEnding(formatReleases(brought, model, terminal), fleet.warnings)
    : jsonEnding(releasesToJson(brought, model, fleet.warnings));
}
