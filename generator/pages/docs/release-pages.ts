import {
  code,
  hasContent,
  joinTexts,
  listTexts,
  nameText,
  nothing,
  strong,
  text,
  type Text,
  toText,
} from "../blocks/text.js";
import { bullets, nestedBullets, releaseText } from "../blocks/builders.js";
import { type Change, isShared } from "../../changes/change.js";
import { diffReleases, type ReleaseChanges } from "../../changes/diff.js";
import { type BodyProperty, newestType } from "../../contract/model/paths.js";
import { errorRequestName } from "../../contract/read/files.js";
import { groupBy } from "../../contract/read/values.js";
import { baseline, type Release } from "../../base/time/release.js";
import { formatReason } from "../../contract/view/reasons.js";
import { linkToEvent, linkToObject } from "../links.js";
import type { PageData } from "../page-data.js";
import type { Page } from "../page.js";

/** Newest first, then by event. Includes changes that the fleet cannot use. */
export function releasesPage(data: PageData): Page {
  const { fleet, releases, omissions } = data.fleetView;
  const history = diffReleases(data.snapshots, { min: baseline, max: Infinity as Release });
  const changes = new Map(history.map((brought) => [brought.release, listEntries(brought, data)]));
  return data.templates.page("releases", "reference", {
    releases: nestedBullets(
      [...releases].reverse().map(({ release, date, summary }) => ({
        text: text`${strong(releaseText(release))}${date === undefined ? nothing : text` (${date})`}: ${summary}`,
        items: changes.get(release) ?? [],
      })),
    ),
    leftOut: bullets(
      omissions.map(({ what, reason }) => text`${code(what)}, ${formatReason(reason, fleet)}`),
    ),
  });
}

/** Properties added together to one object share an entry. */
function listEntries(brought: ReleaseChanges, data: PageData): Text[] {
  const entries = brought.changes.map((change) => {
    const isOfAll = isShared(change, brought);
    const events = isOfAll ? nothing : listTexts(change.events.map((name) => toEventText(name, data)));
    return {
      before: kindText(change),
      path: change.pointer === "" ? events : nameText(formatPointer(change.pointer)),
      after: afterText(change, isOfAll ? nothing : text`only ${events}`, data),
    };
  });
  return [...groupBy(entries, ({ before, after }) => JSON.stringify([before, after])).values()].map(
    (group) => {
      const [{ before, after }] = group;
      const paths = joinTexts(
        group.map(({ path }) => path),
        ", ",
      );
      return hasContent(paths) ? text`${before}: ${paths}${after}` : text`${before}${after}`;
    },
  );
}

/** For example `property added`. */
function kindText({ code, direction, pointer }: Change): Text {
  const words = code.replaceAll("-", " ");
  if (pointer === "" || code.includes("answer")) return toText(words);
  return direction === "request" ? text`${words} in the request` : text`${words} in the answer`;
}

/** For example `form.fields[].separator`. */
const formatPointer = (pointer: string): string =>
  pointer.slice(1).replaceAll("/*", "[]").replaceAll("/", ".");

function afterText(change: Change, events: Text, data: PageData): Text {
  const { code, pointer, verdict, advice, direction } = change;
  const sentence = verdict === "safe" && !code.includes("value") ? nothing : text`. ${advice}`;
  if (pointer === "") return sentence;
  // Several objects can be at one path if events have variants. The first one counts.
  const pages = data.paths
    .at({ direction, path: pointer })
    .flatMap((property) => findPage(property, data) ?? []);
  const see = pages[0] === undefined ? nothing : text`see ${linkToObject(pages[0])}`;
  const details = joinTexts([see, events], "; ");
  return hasContent(details) ? text` (${details})${sentence}` : sentence;
}

function toEventText(name: string, data: PageData): Text {
  if (name === errorRequestName) return text`the error request`;
  return data.events.some((event) => event.name === name) ? linkToEvent(name) : toText(name);
}

/** The page of the surrounding object or, at the root of a body, of the object in the property. */
function findPage({ model, chain, holders }: BodyProperty, { objects }: PageData): string | undefined {
  const kinds = newestType(model).map(({ kind }) => kind);
  const held = kinds.find((kind) => kind.kind === "object")?.object.title;
  const title = chain.length > 1 ? holders.at(-1)?.title : held;
  return objects.find(({ name }) => name === title)?.name;
}
