import type { ReportBlock } from "../../blocks/block.js";
import { printBlocks } from "../../blocks/markdown.js";
import { code, nothing, plain, styled, text, type Text } from "../../blocks/text.js";
import { grid, heading, releaseText, toParagraph } from "../../blocks/write.js";
import { changeToJson, isShared, type Change, type Diff } from "../../diff/change.js";
import type { ReleaseChanges } from "../../diff/diff-fleets.js";
import { verdicts, type Verdict } from "../../diff/kinds/kind.js";
import type { Model, ReleaseModel } from "../../model/model.js";
import { toRelease, type SourceEntry } from "../../spec/dialect.js";
import type { Style } from "../../text/style.js";
import { formatRelease, type Release } from "../../time/release.js";

/** A diff with the names of its two sides. */
export interface DiffReport extends Diff {
  readonly from: string;
  readonly to: string;
}

/** How grave a change is, as it is seen. */
const verdictStyles: Readonly<Record<Verdict, Style>> = {
  breaking: "error",
  handle: "warning",
  safe: "good",
  docs: "faint",
};

/** A diff: how many changes there are, then those of each event: what changed and where, and what to do. */
export const reportDiff = (diff: DiffReport): readonly ReportBlock[] => [
  ...toParagraph(plain(formatTotal(diff))),
  ...groupByEvent(diff).flatMap(({ title, changes }) => [heading(3, title), tableChanges(changes)]),
];

/** The same for a release note, or the description of a pull request. */
export const printDiffMarkdown = (diff: DiffReport): string =>
  printBlocks([heading(2, plain(`Webhooks: from ${diff.from} to ${diff.to}`)), ...reportDiff(diff)], "");

const tableChanges = (changes: readonly Change[]) =>
  grid(
    changes.map((change) => [
      ...describeChange(change),
      change.release === undefined ? nothing : releaseText(change.release),
      change.advice,
    ]),
    { columns: ["Verdict", "In the", "Where", "What", "Since", "To do"], isOfEntries: true },
  );

/** How grave it is, on which side, where and what. The pointer is empty where it is about all of a request or an answer. */
const describeChange = ({ verdict, direction, pointer, code: kind }: Change): readonly Text[] => [
  styled(verdictStyles[verdict], verdict),
  text`${direction}`,
  styled("name", pointer !== "" ? pointer : direction === "request" ? "(the event)" : "(the answer)"),
  code(kind),
];

/** Changes that concern the same events. */
interface Group {
  readonly title: string;
  readonly changes: readonly Change[];
}

/** Groups changes: first those of all events, then those of each event. Events with the same changes share a group. */
function groupByEvent(diff: Diff): readonly Group[] {
  const shared = diff.changes.filter((change) => isShared(change, diff));
  const own = diff.changes.filter((change) => !shared.includes(change));
  const names = [...new Set(own.flatMap((change) => change.events))].sort();
  const groups = new Map<string, Group>();
  for (const name of names) {
    const changes = own.filter((change) => change.events.includes(name));
    const key = changes.map((change) => own.indexOf(change)).join();
    const others = groups.get(key);
    groups.set(key, { title: others ? `${others.title}, ${name}` : name, changes });
  }
  return [...(shared.length > 0 ? [{ title: "Every event", changes: shared }] : []), ...groups.values()];
}

/** `5 changes from v48 to v59: 1 breaking, 4 safe.` */
function formatTotal({ from, to, changes }: DiffReport): string {
  if (changes.length === 0) return `Nothing that the spec knows changes from ${from} to ${to}.`;
  const counts = verdicts
    .map((verdict) => ({ verdict, count: changes.filter((change) => change.verdict === verdict).length }))
    .flatMap(({ verdict, count }) => (count > 0 ? `${count} ${verdict}` : []));
  const total = changes.length === 1 ? "1 change" : `${changes.length} changes`;
  return `${total} from ${from} to ${to}: ${counts.join(", ")}.`;
}

/** What each release brought. */
export const reportReleases = (brought: readonly ReleaseChanges[], model: Model): readonly ReportBlock[] =>
  brought.length === 0
    ? toParagraph("Nothing that the spec knows changed in these releases.")
    : brought.flatMap((each) => [
        heading(3, describeRelease(each.release, model)),
        grid(
          each.changes.map((change) => [
            ...describeChange(change),
            styled("faint", `(${isShared(change, each) ? "every event" : change.events.join(", ")})`),
          ]),
        ),
      ]);

function describeRelease(release: Release, model: Model): Text {
  const { date, summary } = findEntry(release, model);
  const day = date === undefined ? "" : ` (${date})`;
  return plain(`v${formatRelease(release)}${day}${summary === undefined ? "" : `: ${summary}`}`);
}

/** What a spec rests on: up to which release each source goes, and how it is dated; nothing if the spec does not say. */
export const reportSources = (sources: readonly SourceEntry[]): readonly ReportBlock[] =>
  sources.length === 0
    ? []
    : [
        heading(3, "Its sources:"),
        grid(
          sources.map(({ title, newest, stated = "" }) => [
            plain(title),
            newest === undefined ? nothing : text`up to ${releaseText(toRelease(newest))}`,
            plain(stated),
          ]),
        ),
      ];

/** What each release brought, for a program. */
export const releasesToJson = (brought: readonly ReleaseChanges[], model: Model) =>
  brought.map(({ release, changes }) => ({
    ...findEntry(release, model),
    release: formatRelease(release),
    changes: changes.map(changeToJson),
  }));

const findEntry = (release: Release, { releases }: Model): Partial<ReleaseModel> =>
  releases.find((entry) => entry.release === release) ?? {};
