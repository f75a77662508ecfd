import { baseline, type Release } from "../../time/release.js";
import { type Change, isShared } from "../../diff/change.js";
import { errorRequestName } from "../../spec/files.js";
import { diffReleases, type ReleaseChanges } from "../../diff/diff-fleets.js";
import {
  hasContent,
  joinTexts,
  listTexts,
  nameText,
  nothing,
  text,
  toText,
  type Text,
} from "../blocks/text.js";
import { linkToEvent, linkToObject } from "../links.js";
import { findPageOfChange } from "../survey/property-pages.js";
import type { Survey } from "../survey/survey.js";

/** What each release brought: a list entry for all that came in one place in the same way. */
export function describeChanges(survey: Survey): ReadonlyMap<Release, readonly Text[]> {
  const everything = { min: baseline, max: Infinity as Release };
  return new Map(
    diffReleases(survey.album, everything).map((brought) => [
      brought.release,
      listChanges({ brought, survey }),
    ]),
  );
}

interface Context {
  readonly survey: Survey;
  readonly brought: ReleaseChanges;
}

interface Entry {
  readonly before: Text;
  readonly paths: readonly Text[];
  readonly after: Text;
}

/** Properties that came together in one object share an entry. */
function listChanges(context: Context): Text[] {
  const entries = new Map<string, Entry>();
  for (const change of context.brought.changes) {
    const [before, after] = [kindText(change), afterText(change, context)];
    const key = JSON.stringify([before, after]);
    const paths = entries.get(key)?.paths ?? [];
    entries.set(key, { before, after, paths: [...paths, pathText(change, context)] });
  }
  return [...entries.values()].map(
    ({ before, paths, after }) => text`${before}: ${joinTexts(paths, ", ")}${after}`,
  );
}

/** A code reads as words: `property added`. */
function kindText({ code, direction, pointer }: Change): Text {
  const words = code.replaceAll("-", " ");
  if (pointer === "" || code.includes("answer")) return toText(words);
  return direction === "request" ? text`${words} in the request` : text`${words} in the answer`;
}

/** As a person writes it: `form.fields[].separator`; of an event, its name. */
const pathText = (change: Change, context: Context): Text =>
  change.pointer === ""
    ? eventList(change, context)
    : nameText(change.pointer.slice(1).replaceAll("/*", "[]").replaceAll("/", "."));

function afterText(change: Change, context: Context): Text {
  const { code, pointer, verdict, advice } = change;
  const sentence = verdict === "safe" && !code.includes("value") ? nothing : text`. ${advice}`;
  if (pointer === "") return sentence;
  const page = findPageOfChange(change, context.survey.propertyPages);
  const see = page === undefined ? nothing : text`see ${linkToObject(page)}`;
  const details = joinTexts([see, eventsText(change, context)], "; ");
  return hasContent(details) ? text` (${details})${sentence}` : sentence;
}

/** The events that have the change; nothing if every event has it that there was before. */
const eventsText = (change: Change, context: Context): Text =>
  isShared(change, context.brought) ? nothing : text`only ${eventList(change, context)}`;

const eventList = ({ events }: Change, { survey }: Context): Text =>
  listTexts(
    events.map((name) => {
      if (name === errorRequestName) return text`the error request`;
      return survey.view.events.some((event) => event.name === name) ? linkToEvent(name) : toText(name);
    }),
    "and",
  );
