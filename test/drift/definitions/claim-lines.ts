import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Claim, ClaimedType, Statement, Subject } from "../../../generator/drift/claim.js";
import { promised } from "../../../generator/spec/values.js";
import { formatRelease, parseRelease } from "../../../generator/time/release.js";

/**
 * The claims of the vendor's two pages by the title of the page, a line each: `request sender.deviceType optional no`. Names and
 * words for types are facts; none of the pages' sentences is here.
 */
export const vendorClaims = JSON.parse(
  readFileSync(join(import.meta.dirname, "claims.json"), "utf8"),
) as Readonly<Record<string, readonly string[]>>;

/** A claim on one line. */
const toLine = ({ subject, says }: Pick<Claim, "subject" | "says">): string =>
  [subject.side, subject.path, says.about, showDetail(says)].filter(Boolean).join(" ");

function showDetail(says: Statement): string {
  switch (says.about) {
    case "type":
      return says.type;
    case "optional":
      return says.optional ? "yes" : "no";
    case "since":
      return formatRelease(says.release);
    case "values":
      return says.values.join(", ");
    case "events":
      return says.events.join(", ");
    case "date":
      return says.date;
    case "existence":
    case "plan":
      return "";
  }
}

/** The claim on a line. */
export function fromLine(line: string): Pick<Claim, "subject" | "says"> {
  const [side, path = "", about = "", ...rest] = line.split(" ");
  return { subject: { side: side as Subject["side"], path }, says: readDetail(about, rest.join(" ")) };
}

function readDetail(about: string, detail: string): Statement {
  switch (about) {
    case "type":
      return { about, type: detail as ClaimedType };
    case "optional":
      return { about, optional: detail === "yes" };
    case "since":
      return { about, release: promised(parseRelease(detail), `${detail} is a release`) };
    case "values":
      return { about, values: detail.split(", "), all: true };
    case "events":
      return { about, events: detail.split(", ") };
    case "existence":
    case "plan":
      return { about };
    default:
      throw new Error(`no claim says ${about}`);
  }
}

/** Claims as lines, each once, in their order. */
export const toLines = (claims: readonly Claim[]): readonly string[] => [...new Set(claims.map(toLine))];
