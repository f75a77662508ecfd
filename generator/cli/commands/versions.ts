import { createAlbum } from "../../lattice/album.js";
import { buildModel } from "../../model/build.js";
import type { Model } from "../../model/model.js";
import { describeKnown, knownToJson } from "../../time/as-of.js";
import { formatRelease } from "../../time/release.js";
import { diffReleases } from "../../diff/diff-releases.js";
import { rangeSince } from "../../diff/stops.js";
import { parseRange } from "../../time/range.js";
import { loadSpec } from "../../package/load-spec.js";
import type { Args } from "../options/args.js";
import { formatReleases, releasesToJson } from "../report/releases.js";
import { problemEnding, successEnding, type Ending } from "../report/ending.js";
import { formatTable } from "../report/terminal-text.js";

/** `versions`: lists the releases that the spec knows; for a range, with the changes that each of them brought. */
export function versions({ spec, json, range }: Args<"versions">): Ending {
  const loaded = loadSpec(spec);
  if (!loaded.ok) return problemEnding(loaded.problems, json);
  if (range !== undefined) return versionsIn(range, buildModel(loaded.value), json);
  const releases = loaded.value.releases.map(({ release, ...rest }) => ({
    release: formatRelease(release),
    ...rest,
  }));
  const table = formatTable(
    releases.map(({ release, date = "", summary }) => [`v${release}`, date, summary]),
  );
  const { sources } = loaded.value;
  const data = { releases, knownUpTo: knownToJson(loaded.value), sources };
  return successEnding(
    json ? `${JSON.stringify(data, null, 2)}\n` : `${table}\nKnown up to ${describeKnown(loaded.value)}.\n`,
  );
}

function versionsIn(range: string, model: Model, json: boolean): Ending {
  const fleet = parseRange(range, model);
  if (!fleet.ok) return problemEnding(fleet.problems, json);
  const brought = diffReleases(createAlbum(model), rangeSince(model, fleet.value));
  return successEnding(
    json ? releasesToJson(brought, model) : formatReleases(brought, model),
    fleet.warnings,
  );
}
