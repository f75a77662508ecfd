import type { Finding } from "../../doctor/probe.js";
import { showInvisible } from "../../text/invisible.js";
import { formatTable } from "./terminal-text.js";

/** What the doctor found: what to change first, then a table of all that was asked. */
export function formatFindings(findings: readonly Finding[], url: string): string {
  const having = (state: Finding["state"]) => findings.filter((finding) => finding.state === state);
  const [wrong, advice, skipped] = [having("wrong"), having("advice"), having("skipped")];
  const asked = findings.filter(({ state }) => state !== "skipped");
  return [
    ...describe("Wrong", wrong),
    ...describe("Advice: no source says that a till needs it", advice),
    `What was asked of ${showInvisible(url)}:\n\n`,
    formatTable(asked.map(({ state, probe, saw }) => [marks[state], probe.question, saw])),
    skipped.length > 0 ? `\nNot asked, because of what is wrong: ${skipped.length} questions more.\n` : "",
    "\n",
    summarize(wrong.length, advice.length),
  ].join("");
}

/** `skipped` is in no table. */
const marks = { well: "ok", wrong: "WRONG", advice: "advice", skipped: "" } as const;

function describe(title: string, findings: readonly Finding[]): readonly string[] {
  if (findings.length === 0) return [];
  const items = findings.map(({ probe, saw, change = "" }) =>
    showInvisible(`- ${probe.question} ${saw} ${change}`.trimEnd()),
  );
  return [`${title}:\n`, ...items.map((item) => `${item}\n`), "\n"];
}

function summarize(wrong: number, advice: number): string {
  if (wrong > 0) return `Wrong: ${wrong}. Advice: ${advice}.\n`;
  return advice > 0 ? "Nothing is wrong; see the advice.\n" : "Nothing is wrong.\n";
}

/** The same for programs. */
export const findingsToJson = (findings: readonly Finding[]): string =>
  `${JSON.stringify({ findings: findings.map(toJson) }, null, 2)}\n`;

const toJson = ({ probe, state, saw, change, fault }: Finding) => ({
  id: probe.id,
  question: probe.question,
  basis: probe.basis,
  state,
  saw,
  change: change ?? null,
  fault: fault ?? null,
});
