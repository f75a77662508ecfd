import { listEvents, type BodyPropertyGroup } from "../../model/paths.js";
import { quote } from "../../text/quote.js";
import { existsStill } from "../../time/spans.js";
import { nameClaim, nameSubject, withoutArrays, type Claim, type Statement, type Subject } from "../claim.js";
import type { Reading } from "../reading.js";
import { findEnum } from "./compare.js";
import type { Finding } from "./finding.js";
import { findAside, isSeenThere } from "./aside.js";
import { listStarts, type Known } from "./known.js";
import type { Reviews } from "./reviews.js";

/**
 * What a source no longer says: what the spec has and a source that lists everything leaves out, and what a person reviewed in it
 * that is there no more.
 */
export function findVanished(
  reading: Reading,
  known: Known,
  reviews: Reviews,
  found: readonly Finding[],
): readonly Finding[] {
  const vanished =
    reading.lists === "some" ? [] : [...listVanished(reading, known), ...listVanishedEvents(reading, known)];
  const judged = vanished.map((finding) => reviewVanished(finding, reading, reviews));
  // Each recording shows something else: what one lacks is not gone.
  if (reading.kind === "traffic") return judged;
  return [...judged, ...listLostReviews(reading, reviews, [...found, ...judged])];
}

interface Vanished {
  readonly subject: Subject;
  readonly about: Statement["about"];
  readonly message: string;
}

function listVanished(reading: Reading, known: Known): readonly Vanished[] {
  const { claims, lists } = reading;
  const said = new Set(
    claims.map(({ subject, says }) => nameClaim({ subject: withoutArrays(subject), says })),
  );
  const there = new Set(claims.flatMap(listThere));
  const lost: Vanished[] = [];
  for (const group of known.parts.filter((each) => isExpected(each, reading))) {
    const [{ direction: side, path }] = group;
    const subject = withoutArrays({ side, path });
    const way = listWay(subject).map(nameSubject);
    // What is in a part that is lost is lost with it.
    if (!way.slice(0, -1).every((name) => there.has(name))) continue;
    const aspects = there.has(nameSubject(subject))
      ? listAspects(group, known).filter(({ about }) => lists === "everything" || about === "values")
      : [{ about: "existence" as const, message: "the source does not have it" }];
    const missing = aspects.filter(({ about }) => !said.has(nameClaim({ subject, says: { about } })));
    lost.push(...missing.map((aspect) => ({ subject: { side, path }, ...aspect })));
  }
  return lost;
}

/**
 * The parts that are there by a claim: what it is about, and what that is in. A sentence that only dates a part, or names its events,
 * does not list it.
 */
function listThere({ subject, says }: Claim): readonly string[] {
  const way = listWay(withoutArrays(subject));
  return (says.about === "since" || says.about === "events" ? way.slice(0, -1) : way).map(nameSubject);
}

/** What the spec says of a part that a source which lists everything should say, too. */
function listAspects(
  group: BodyPropertyGroup,
  { model: { events } }: Known,
): readonly Pick<Vanished, "about" | "message">[] {
  const [{ model, chain }] = group;
  const isLimited = chain.length === 1 && listEvents(group).length < events.length;
  const values = findEnum(group);
  return [
    ...(listStarts(model).length === 0
      ? []
      : [{ about: "since" as const, message: "the source names no release for it" }]),
    ...(isLimited
      ? [{ about: "events" as const, message: "the source does not say which events have it" }]
      : []),
    ...(values ? [{ about: "values" as const, message: "the source lists no values of it" }] : []),
  ];
}

/** The events of a source that lists all of its parts, if events are among them. */
function listVanishedEvents({ claims }: Reading, { model }: Known): readonly Vanished[] {
  const said = new Set(claims.flatMap(({ subject: { side, path } }) => (side === "event" ? [path] : [])));
  if (said.size === 0) return [];
  return model.events
    .filter(({ name, exists }) => !said.has(name) && existsStill(exists))
    .map(({ name }) => ({
      subject: { side: "event", path: name },
      about: "existence",
      message: "the source does not have it",
    }));
}

/**
 * Whether a source should have a part: what is in the contract today, and what was seen in this very source. What is announced is not
 * to be expected of one that knows no releases.
 */
function isExpected(group: BodyPropertyGroup, { lists, seenAs }: Reading): boolean {
  const [{ model }] = group;
  const aside = findAside(group);
  if (aside?.kind === "planned" && lists === "parts") return false;
  return existsStill(model.exists) && (aside?.kind !== "seen" || isSeenThere(aside, seenAs));
}

/** A part, and what it is in, outermost first. */
function listWay({ side, path }: Subject): readonly Subject[] {
  const steps = path.split(".");
  return steps.map((_, i) => ({ side, path: steps.slice(0, i + 1).join(".") }));
}

function reviewVanished(
  { subject, about, message }: Vanished,
  { title }: Reading,
  reviews: Reviews,
): Finding {
  const name = nameClaim({ subject, says: { about } });
  const reviewed = reviews.findClaim(title, name);
  if (!reviewed) return { verdict: "vanished", subject, name, message };
  return {
    verdict: reviewed.erratum === undefined ? "reviewed" : "erratum",
    subject,
    name,
    message,
    reviewed,
  };
}

/** Reviews of this source that nothing in it needs any more. */
function listLostReviews(
  { title }: Reading,
  { file }: Reviews,
  found: readonly Finding[],
): readonly Finding[] {
  const used = new Set(found.map(({ reviewed }) => reviewed));
  const of = (entry: { readonly source: string }): boolean => entry.source === title;
  const claims = file.claims.filter((entry) => of(entry) && !used.has(entry));
  const sentences = file.sentences.filter((entry) => of(entry) && !used.has(entry));
  return [
    ...claims.map((reviewed) => ({
      verdict: "vanished" as const,
      message: `the review of ${quote(reviewed.claim)} fits nothing in the source any more`,
      reviewed,
    })),
    ...sentences.map((reviewed) => ({
      verdict: "vanished" as const,
      message: `a reviewed sentence${reviewed.of === undefined ? "" : ` about ${quote(reviewed.of)}`} is no longer in the source`,
      reviewed,
    })),
  ];
}
