import type { Claim, Statement, Subject } from "../../generator/drift/claim.js";
import type { Release } from "../../generator/time/release.js";

export const title = "Webhooks, in short";

/** A row of a page, as a claim of it. */
export const claim = (subject: Subject, says: Statement, line: number, text = "A row."): Claim => ({
  subject,
  says,
  sentence: { text, place: { file: "page.md", title, section: "Requests > sender", line } },
});

export const release = (number: number): Release => (number * 100_000_000) as Release;
