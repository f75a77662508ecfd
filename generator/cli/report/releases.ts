import type { Model, ReleaseModel } from "../../model/model.js";
import { formatRelease, type Release } from "../../time/release.js";
import { firstIn } from "../../time/spans.js";
import type { Change } from "../../diff/change.js";
import type { ReleaseChanges } from "../../diff/diff-releases.js";
import { changeToJson } from "./diff-json.js";
import { showInvisible } from "../../text/invisible.js";
import { describeTarget } from "./diff-report.js";

/** Formats what each release brought, as text. */
export function formatReleases(brought: readonly ReleaseChanges[], model: Model): string {
  if (brought.length === 0) return "Nothing that the spec knows changed in these releases.\n";
  return `${brought.map((entry) => formatEntry(entry, model)).join("\n\n")}\n`;
}

function formatEntry({ release, changes }: ReleaseChanges, model: Model): string {
  const { date, summary } = findEntry(release, model);
  const day = date === undefined ? "" : ` (${date})`;
  const head = `v${formatRelease(release)}${day}${summary === undefined ? "" : `: ${summary}`}`;
  const width = Math.max(...changes.map(({ verdict }) => verdict.length));
  return [showInvisible(head), ...changes.map((change) => formatLine(change, model, width))].join("\n");
}

function formatLine(change: Change, model: Model, width: number): string {
  const { verdict, direction, code, events, release = 0 as Release } = change;
  const known = model.events.filter(({ exists }) => (firstIn(exists) ?? 0) <= release);
  const isShared = known.every(({ name }) => events.includes(name));
  const where = isShared ? "every event" : events.join(", ");
  return `  ${verdict.padEnd(width)}  ${direction.padEnd("response".length)}  ${describeTarget(change)}  ${code}  (${where})`;
}

/** Formats what each release brought, as JSON. */
export function releasesToJson(brought: readonly ReleaseChanges[], model: Model): string {
  const releases = brought.map(({ release, changes }) => ({
    ...findEntry(release, model),
    release: formatRelease(release),
    changes: changes.map(changeToJson),
  }));
  return `${JSON.stringify({ releases }, null, 2)}\n`;
}

const findEntry = (release: Release, { releases }: Model): Partial<ReleaseModel> =>
  releases.find((entry) => entry.release === release) ?? {};
