import type { Finding } from "../../doctor/probe.js";
import { showInvisible } from "../../text/quote.js";
import { paint } from "../../text/style.js";
import type { Result } from "../json/results.js";
import { formatTable, type Room } from "./tables.js";

/** What the doctor found: what to change first, then a table of all that was asked. */
export function formatFindings(findings: readonly Finding[], url: string, room: Room = {}): string {
  const having = (state: Finding["state"]) => findings.filter((finding) => finding.state === state);
  const [wrong, advice, skipped] = [having("wrong"), having("advice"), having("skipped")];
  const asked = findings.filter(({ state }) => state !== "skipped");
  return [
    ...describe("Wrong", wrong, room),
    ...describe("Advice: no source says that a till needs it", advice, room),
    `What was asked of ${showInvisible(url)}:\n\n`,
    formatTable(
      asked.map(({ state, probe, saw }) => [[styles[state], marks[state]], probe.question, saw]),
      room,
    ),
    skipped.length > 0 ? `\nNot asked, because of what is wrong: ${skipped.length} questions more.\n` : "",
    "\n",
    summarize(wrong.length, advice.length),
  ].join("");
}

/** `skipped` is in no table. */
const marks = { well: "ok", wrong: "WRONG", advice: "advice", skipped: "" } as const;

const styles = { well: "good", wrong: "error", advice: "warning", skipped: "faint" } as const;

function describe(title: string, findings: readonly Finding[], { columns }: Room): readonly string[] {
  if (findings.length === 0) return [];
  const [style] = findings.map(({ state }) => styles[state]);
  const items = findings.map(({ probe, saw, change = "" }) => [
    `- ${probe.question} ${saw} ${change}`.trimEnd(),
  ]);
  return [`${paint(style ?? "title", `${title}:`)}\n`, formatTable(items, { columns }), "\n"];
}

function summarize(wrong: number, advice: number): string {
  if (wrong > 0) return `${paint("error", `Wrong: ${wrong}.`)} Advice: ${advice}.\n`;
  return `${paint("good", "Nothing is wrong")}${advice > 0 ? "; see the advice" : ""}.\n`;
}

/** The same for programs. */
export const findingsToJson = (findings: readonly Finding[]): Result<"doctor"> => ({
  findings: findings.map(toJson),
});

const toJson = ({ probe, state, saw, change, fault }: Finding) => {
  const { id, question, basis } = probe;
  return { id, question, basis, state, saw, change: change ?? null, fault: fault ?? null };
};
