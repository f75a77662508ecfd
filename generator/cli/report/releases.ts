import type { Model, ReleaseModel } from "../../model/model.js";
import { formatRelease, type Release } from "../../time/release.js";
import { type Change, isShared, changeToJson } from "../../diff/change.js";
import type { ReleaseChanges } from "../../diff/diff-fleets.js";
import type { Problem } from "../../problem/problem.js";
import { type SourceEntry, toRelease } from "../../spec/dialect.js";
import type { Result } from "../json/results.js";
import { showInvisible } from "../../text/quote.js";
import { paint } from "../../text/style.js";
import { describeTarget, verdictStyles } from "./diff-report.js";
import { formatTable, type Cell, type Room } from "./tables.js";

/** Formats what each release brought, as text. */
export function formatReleases(brought: readonly ReleaseChanges[], model: Model, room: Room = {}): string {
  if (brought.length === 0) return "Nothing that the spec knows changed in these releases.\n";
  return brought.map((entry) => formatEntry(entry, model, room)).join("\n");
}

function formatEntry(brought: ReleaseChanges, model: Model, { columns }: Room): string {
  const { release, changes } = brought;
  const { date, summary } = findEntry(release, model);
  const day = date === undefined ? "" : ` (${date})`;
  const head = `${day}${summary === undefined ? "" : `: ${summary}`}`;
  const rows = changes.map((change) => toRow(change, brought));
  return `${paint("title", `v${formatRelease(release)}`)}${showInvisible(head)}\n${formatTable(rows, { columns, indent: 2 })}`;
}

function toRow(change: Change, brought: ReleaseChanges): readonly Cell[] {
  const { verdict, direction, code, events } = change;
  const where = isShared(change, brought) ? "every event" : events.join(", ");
  return [
    [verdictStyles[verdict], verdict],
    direction,
    ["name", describeTarget(change)],
    code,
    ["faint", `(${where})`],
  ];
}

/** What a spec rests on: up to which release each source goes, and how it is dated; nothing if the spec does not say. */
export function formatSources(sources: readonly SourceEntry[], { columns }: Room): string {
  if (sources.length === 0) return "";
  const rows = sources.map(({ title, newest, stated = "" }) => [
    title,
    newest === undefined ? "" : `up to v${formatRelease(toRelease(newest))}`,
    stated,
  ]);
  return `\nIts sources:\n${formatTable(rows, { columns, indent: 2 })}`;
}

/** What the releases brought, for programs. */
export function releasesToJson(
  brought: readonly ReleaseChanges[],
  model: Model,
  warnings: readonly Problem[],
): Result<"versions"> {
  const releases = brought.map(({ release, changes }) => ({
    ...findEntry(release, model),
    release: formatRelease(release),
    changes: changes.map(changeToJson),
  }));
  return { releases, warnings };
}

const findEntry = (release: Release, { releases }: Model): Partial<ReleaseModel> =>
  releases.find((entry) => entry.release === release) ?? {};
