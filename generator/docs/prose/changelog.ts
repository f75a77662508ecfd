import { toMarkdownText, type MarkdownText } from "../../text/escape.js";
import { baseline, type Release } from "../../time/release.js";
import type { Change } from "../../diff/change.js";
import { errorRequestName } from "../../diff/compare/compare-sides.js";
import { diffReleases } from "../../diff/diff-releases.js";
import { linksFrom, nameText, pagePaths, type Links } from "./links.js";
import { joinTexts, listOf, mdText, nothing } from "../markdown.js";
import { linkToHolder } from "../survey/property-pages.js";
import type { Survey } from "../survey/survey.js";

/** What each release brought, a list entry for what came in one place in the same way. */
export function changelogOf(survey: Survey): ReadonlyMap<Release, readonly MarkdownText[]> {
  const links = linksFrom(pagePaths.releases, survey.view);
  const everything = { min: baseline, max: Infinity as Release };
  return new Map(
    diffReleases(survey.model, everything).map(({ release, changes }) => [
      release,
      entriesOf(changes, { survey, links, release }),
    ]),
  );
}

interface Context {
  readonly survey: Survey;
  readonly links: Links;
  readonly release: Release;
}

/** Properties that came together in one object share an entry. */
function entriesOf(changes: readonly Change[], page: Context): MarkdownText[] {
  const groups = new Map<string, { before: MarkdownText; paths: MarkdownText[]; after: MarkdownText }>();
  for (const change of changes) {
    const [before, after] = [kindText(change), afterText(change, page)];
    const key = JSON.stringify([before, after]);
    const paths = groups.get(key)?.paths ?? [];
    groups.set(key, { before, after, paths: [...paths, pathText(change, page)] });
  }
  return [...groups.values()].map(
    ({ before, paths, after }) => mdText`${before}: ${joinTexts(paths, ", ")}${after}`,
  );
}

/** A code reads as words: `property added`. */
function kindText({ code, direction, pointer }: Change): MarkdownText {
  const what = toMarkdownText(code.replaceAll("-", " "));
  if (pointer === "" || code.includes("answer")) return what;
  return direction === "request" ? mdText`${what} in the request` : mdText`${what} in the answer`;
}

/** As a person writes it: `form.fields[].separator`; of an event, its name. */
const pathText = (change: Change, page: Context): MarkdownText =>
  change.pointer === ""
    ? eventList(change, page)
    : nameText(change.pointer.slice(1).replaceAll("/*", "[]").replaceAll("/", "."));

function afterText(change: Change, page: Context): MarkdownText {
  const { code, pointer, verdict, advice } = change;
  const told = verdict === "safe" && !code.includes("value") ? nothing : mdText`. ${toMarkdownText(advice)}`;
  if (pointer === "") return told;
  const place = linkToHolder(change, page.survey.holders, page.links);
  const rest = joinTexts([place, eventsText(change, page)], "; ");
  return rest === "" ? told : mdText` (${rest})${told}`;
}

/** Nothing where every event that was there before has it. */
function eventsText(change: Change, page: Context): MarkdownText {
  const { model } = page.survey;
  const older = model.events.filter(({ life }) => (life.added ?? -1) < page.release);
  const isShared = older.length > 0 && older.every(({ name }) => change.events.includes(name));
  return isShared ? nothing : mdText`only ${eventList(change, page)}`;
}

const eventList = ({ events }: Change, { survey, links }: Context): MarkdownText =>
  listOf(
    events.map((name) => {
      if (name === errorRequestName) return mdText`the error request`;
      return survey.view.events.some((event) => event.name === name)
        ? links.event(name)
        : toMarkdownText(name);
    }),
    "and",
  );
