import { quote } from "../base/text/quote.js";
import type { Release } from "../base/time/release.js";
import { existsAt } from "../base/time/spans.js";
import { dropArrays, groupBy } from "../contract/read/values.js";
import { findAside, findAtRelease, findEnum, isSeenIn, today, type Contract } from "./contract.js";
import { nameReviewed, type Reviews } from "./reviews.js";
import { isOpenVerdict, nameSubject, toSubjectKey } from "./source-content.js";
import type { DriftFinding, SourceContent, SpecSubject } from "./source-content.js";

const reportVanished = (
  { side, path }: SpecSubject,
  message = "the source does not have it",
): DriftFinding => ({ verdict: "vanished", subject: { side, path }, about: "existence", message });

/**
 * Finds reviewed parts without a row on the page, or in one section while reviewed copies of the row are in others.
 * A part that an unread sentence may mention does not count, and neither does one that the spec has removed by one
 * of the releases.
 */
export function findGoneRows(
  { rows }: SourceContent,
  unread: readonly DriftFinding[],
  { contract, reviews: { subjects } }: { readonly contract: Contract; readonly reviews: Reviews },
  releases: readonly Release[],
): readonly DriftFinding[] {
  const there = groupBy(rows, toSubjectKey);
  const words = listWordsIn(unread);
  return [...subjects].flatMap(([key, reviewed]) => {
    const [subject] = reviewed;
    const isThere = releases.every((at) => hasAt(subject, at, contract));
    if (words.has(toLastName(key)) || !isThere) return [];
    const found = (there.get(key) ?? []).map(({ place }) => place.section);
    if (found.length === 0) return [reportVanished(subject)];
    const sections = reviewed.flatMap(({ section }) => section ?? []);
    const gone = sections.find((section) => !found.some((each) => isWithin(each, section)));
    // A row in a section where nobody reviewed it may have moved there.
    const isMoved = found.some((each) => !sections.some((section) => isWithin(each, section)));
    if (gone === undefined || isMoved) return [];
    return [reportVanished(subject, `the source no longer has it in ${quote(gone)}`)];
  });
}

function hasAt(subject: SpecSubject, at: Release, contract: Contract): boolean {
  const group = contract.find(subject);
  if (group) return findAside(group) !== undefined || findAtRelease(group, at, contract) !== undefined;
  const { side, path } = subject;
  return (
    side === "event" &&
    contract.model.events.some(({ name, exists }) => name === path && existsAt(exists, at))
  );
}

/** True for the same section, or if one contains the other. */
const isWithin = (one: string, other: string): boolean =>
  `${one} > `.startsWith(`${other} > `) || `${other} > `.startsWith(`${one} > `);

const listWordsIn = (findings: readonly DriftFinding[]): ReadonlySet<string> =>
  new Set(findings.flatMap(({ text = "" }) => text.match(/\w+/g) ?? []));

const toLastName = (key: string): string => key.split(/[ .]/).at(-1) ?? "";

/**
 * Drops lost reviews that findings replace: a claim of the same aspect, an unread sentence with the part's name, or
 * as many sentences about the part.
 */
export function dropInOtherWords(
  all: readonly DriftFinding[],
  findings: readonly DriftFinding[],
): readonly DriftFinding[] {
  const claims = findings.flatMap(({ verdict, subject, about = "" }) =>
    subject && isOpenVerdict(verdict) ? `${toSubjectKey(subject)} ${about}` : [],
  );
  const unread = findings.filter(({ verdict, about }) => verdict === "unread" && !about);
  // The claims of rows tell what these say.
  const stating = findings.filter(
    ({ verdict, about, reviewed }) => verdict === "agrees" && !about && !reviewed,
  );
  const words = listWordsIn(unread);
  const about = groupBy([...unread, ...stating], ({ subject }) => (subject ? toSubjectKey(subject) : ""));
  return all.filter(({ lost = [] }) => {
    const [first] = lost;
    const key = dropArrays((first && nameReviewed(first)) ?? "");
    if (!first || key === "") return true;
    if ("claim" in first && claims.includes(dropArrays(first.claim))) return false;
    return (about.get(key) ?? []).length < lost.length && !words.has(toLastName(key));
  });
}

/** "" at the top of a body. */
const toHolderKey = (key: string): string => key.slice(0, Math.max(key.lastIndexOf("."), 0));

/** Finds parts that the newest contract has and a WSDL does not. Parts of a missing part are not reported. */
export function findMissingParts(
  { rows, seenAs }: SourceContent,
  contract: Contract,
): readonly DriftFinding[] {
  const there = new Set<string>();
  for (const row of rows)
    for (let key = toSubjectKey(row); key !== ""; key = toHolderKey(key)) there.add(key);
  const listed = new Set(rows.flatMap((row) => (row.values ? toSubjectKey(row) : [])));
  const parts = contract.parts.flatMap((group): readonly DriftFinding[] => {
    const subject = { side: group[0].direction, path: group[0].path };
    const key = toSubjectKey(subject);
    const holder = toHolderKey(key);
    const aside = findAside(group);
    if ((aside && !isSeenIn(aside, seenAs)) || !findAtRelease(group, today, contract)) return [];
    if (!there.has(key)) return holder === "" || there.has(holder) ? [reportVanished(subject)] : [];
    const isLost = findEnum(group, today) !== undefined && !listed.has(key);
    const message = "the source lists no values for it";
    return isLost ? [{ ...reportVanished(subject), about: "values", message }] : [];
  });
  const events = contract.model.events.map(
    ({ name, exists }) => ({ side: "event", path: name, exists }) as const,
  );
  // A schema without events is about something else.
  if (!rows.some(({ side }) => side === "event")) return parts;
  const lost = events.filter((event) => !there.has(toSubjectKey(event)) && existsAt(event.exists, today));
  return [...parts, ...lost.map(({ side, path }) => reportVanished({ side, path }))];
}

/** An object that gained one part and lost one may have renamed it. */
export function describeRenames(findings: readonly DriftFinding[]): readonly DriftFinding[] {
  const toHolder = ({ subject }: DriftFinding): string =>
    subject ? toSubjectKey(subject).replace(/[. ]\w+$/, "") : "";
  const group = (verdict: DriftFinding["verdict"]) =>
    groupBy(
      findings.filter(
        (each) => each.verdict === verdict && each.about === "existence" && each.subject?.side !== "event",
      ),
      toHolder,
    );
  const [came, went] = [group("new"), group("vanished")];
  return findings.map((finding) => {
    const [one, ...ones] = came.get(toHolder(finding)) ?? [];
    const [other, ...others] = went.get(toHolder(finding)) ?? [];
    if (finding !== one || !other?.subject || ones.length + others.length > 0) return finding;
    const message = `${finding.message}; is it a new name for ${nameSubject(other.subject)}?`;
    return { ...finding, renamed: other.subject, message };
  });
}
