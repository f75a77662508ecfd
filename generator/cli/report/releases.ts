import type { Model, ReleaseModel } from "../../model/model.js";
import { formatRelease, type Release } from "../../time/release.js";
import type { Change } from "../../diff/change.js";
import type { ReleaseChanges } from "../../diff/diff-releases.js";
import { changeToJson } from "./diff-json.js";
import { visible } from "../terminal.js";
import { nameOfPlace } from "./diff-report.js";

/** What each release brought, for a person. */
export function formatReleases(brought: readonly ReleaseChanges[], model: Model): string {
  if (brought.length === 0) return "Nothing that the spec knows changed in these releases.\n";
  return `${brought.map((entry) => formatEntry(entry, model)).join("\n\n")}\n`;
}

function formatEntry({ release, changes }: ReleaseChanges, model: Model): string {
  const { date, summary } = listed(release, model);
  const day = date === undefined ? "" : ` (${date})`;
  const head = `v${formatRelease(release)}${day}${summary === undefined ? "" : `: ${summary}`}`;
  const width = Math.max(...changes.map(({ verdict }) => verdict.length));
  return [visible(head), ...changes.map((change) => formatLine(change, model, width))].join("\n");
}

function formatLine(change: Change, model: Model, width: number): string {
  const { verdict, direction, code, events, release = 0 as Release } = change;
  const known = model.events.filter(({ life }) => (life.added ?? 0) <= release);
  const isShared = known.every(({ name }) => events.includes(name));
  const where = isShared ? "every event" : events.join(", ");
  return `  ${verdict.padEnd(width)}  ${direction.padEnd("response".length)}  ${nameOfPlace(change)}  ${code}  (${where})`;
}

/** What each release brought, for a program. */
export function releasesToJson(brought: readonly ReleaseChanges[], model: Model): string {
  const releases = brought.map(({ release, changes }) => ({
    ...listed(release, model),
    release: formatRelease(release),
    changes: changes.map(changeToJson),
  }));
  return `${JSON.stringify({ releases }, null, 2)}\n`;
}

const listed = (release: Release, { releases }: Model): Partial<ReleaseModel> =>
  releases.find((entry) => entry.release === release) ?? {};
