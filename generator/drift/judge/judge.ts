import { quote } from "../../text/quote.js";
import { formatRelease } from "../../time/release.js";
import { existsStill, firstIn } from "../../time/spans.js";
import { nameClaim, nameSubject, type Claim, type Subject } from "../claim.js";
import { hashSentence } from "../hash.js";
import type { Reading, Remark } from "../reading.js";
import { compareStatement, type Difference } from "./compare.js";
import { nameEvents } from "./event-names.js";
import type { Finding, Judged } from "./finding.js";
import type { Known } from "./known.js";
import type { Reviews } from "./reviews.js";
import { compareSeen, isSeen } from "./seen.js";
import { settleSide } from "./side.js";
import { findVanished } from "./vanished.js";

/** Gives each claim and each sentence of a source its verdict, and adds what has vanished from it. */
export function judge(reading: Reading, known: Known, reviews: Reviews): Judged {
  const { kind, title, file, seenAs } = reading;
  const measures = { known, reviews, seenAs };
  const findings = [
    ...reading.claims.map((claim) => judgeClaim(claim, measures)),
    ...reading.remarks.map((remark) => judgeRemark(remark, reviews)),
  ];
  const vanished = findVanished(reading, known, reviews, findings);
  return { kind, title, file, ...(seenAs !== undefined && { seenAs }), findings: [...findings, ...vanished] };
}

/** What the claims of a source are judged by. */
interface Measures {
  readonly known: Known;
  readonly reviews: Reviews;
  /** How `x-seen` names the source. */
  readonly seenAs: string | undefined;
}

function judgeClaim(said: Claim, measures: Measures): Finding {
  const { claim, difference } = compareSides(said, measures);
  const { subject, sentence } = claim;
  const hash = hashSentence(sentence.text);
  const name = nameClaim(claim);
  const facts = {
    message: difference ? describe(difference.message, said) : "",
    subject,
    name,
    claim,
    sentence,
    hash,
  };
  if (!difference) return { verdict: "agrees", ...facts };
  const reviewed = measures.reviews.findClaim(sentence.place.title, name, hash);
  if (!reviewed) return { verdict: difference.verdict, ...facts };
  return { verdict: reviewed.erratum === undefined ? "reviewed" : "erratum", ...facts, reviewed };
}

/** What differs, and in how many bodies it was seen. */
const describe = (message: string, { count }: Claim): string =>
  count === undefined ? message : `${message} (in ${count === 1 ? "1 body" : `${count} bodies`})`;

interface Compared {
  readonly claim: Claim;
  readonly difference: Difference;
}

/** Where a source does not say of which side it speaks, and both have the part, it is right if it is right of one. */
function compareSides(said: Claim, measures: Measures): Compared {
  const compare = (subject: Subject): Compared => {
    const claim = { ...said, subject };
    return { claim, difference: compareClaim(claim, measures) };
  };
  const [first, ...rest] = settleSide(said.subject, measures.known);
  const settled = [compare(first), ...rest.map(compare)] as const;
  return settled.find(({ difference }) => !difference) ?? settled[0];
}

function compareClaim({ subject, says }: Claim, { known, seenAs }: Measures): Difference {
  if (subject.side === "event") return compareEvent(subject.path, says, known);
  if (subject.side === "release") return compareRelease(subject.path, says, known);
  if (isSeen(says)) return compareSeen(says, subject, known);
  const group = known.findPart(subject);
  return group
    ? compareStatement(nameEvents(says, known), group, { subject, seenAs })
    : { verdict: "new", message: describeNew(says) };
}

function compareEvent(name: string, says: Claim["says"], known: Known): Difference {
  const event = known.findEvent(name);
  if (!event) return { verdict: "new", message: `the spec has no event ${quote(name)}` };
  if (says.about === "existence" && !isSeen(says) && !existsStill(event.exists))
    return { verdict: "contradicts", message: "is there; the spec has it as removed" };
  if (says.about !== "since") return undefined;
  const since = firstIn(event.exists);
  if (since === says.release) return undefined;
  const said = `came with v${formatRelease(says.release)}`;
  return since === undefined
    ? { verdict: "new", message: `${said}; the spec has it without a release` }
    : { verdict: "contradicts", message: `${said}; the spec has v${formatRelease(since)}` };
}

function compareRelease(name: string, says: Claim["says"], known: Known): Difference {
  const release = known.findRelease(name);
  if (!release) return { verdict: "new", message: `the spec has no release ${name}` };
  if (says.about !== "date" || release.date === says.date) return undefined;
  return release.date === undefined
    ? { verdict: "new", message: `is of ${says.date}; the spec has no date` }
    : { verdict: "contradicts", message: `is of ${says.date}; the spec has ${release.date}` };
}

/** What is said of a part that the spec does not have. */
function describeNew(says: Claim["says"]): string {
  switch (says.about) {
    case "existence":
      return "the spec does not have it";
    case "type":
      return `is ${says.type}`;
    case "optional":
      return says.optional ? "is optional" : "is not optional";
    case "since":
      return `came with v${formatRelease(says.release)}`;
    case "values":
      return `has the values ${says.values.map(quote).join(", ")}`;
    case "events":
      return `is only in ${says.events.join(", ")}`;
    case "plan":
      return "is planned";
    case "date":
      return `is of ${says.date}`;
  }
}

function judgeRemark({ sentence, of: subject, unread }: Remark, reviews: Reviews): Finding {
  const hash = hashSentence(sentence.text);
  const reviewed = reviews.findSentence(sentence.place, hash, subject && nameSubject(subject));
  const facts = { ...(subject && { subject }), sentence, hash };
  if (reviewed) return { verdict: "no claim", message: reviewed.words ?? "", ...facts, reviewed };
  return { verdict: "unread", message: unread ?? "no reader understands it", ...facts };
}
