import { formatRelease, parseRelease } from "../../schema/release.js";
import { loadSpec } from "../load-spec.js";
import type { ReadArguments } from "../options.js";
import { formatTable, problemEnding, type Ending } from "../terminal.js";

/** `versions`: the releases that the spec knows, and what each brought. */
export function versions({ spec, json }: ReadArguments): Ending {
  const loaded = loadSpec(spec);
  if (!loaded.ok) return problemEnding(loaded.problems, json);
  const releases = loaded.value.releases.map(({ release, ...rest }) => ({
    release: shorten(release),
    ...rest,
  }));
  const table = formatTable(
    releases.map(({ release, date = "", summary }) => [`v${release}`, date, summary]),
  );
  return { code: 0, stdout: json ? `${JSON.stringify({ releases }, null, 2)}\n` : table, stderr: "" };
}

function shorten(text: string): string {
  const release = parseRelease(text);
  return release === undefined ? text : formatRelease(release);
}
