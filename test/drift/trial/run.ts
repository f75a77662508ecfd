import { applyEdits, type Edit } from "./edits.js";
import { formatPage, formats, plain, type Format, type Page, type Style } from "./page.js";

export interface Case {
  readonly name: string;
  /** Default: the page of definitions. The other page is about subscribing. */
  readonly page?: "how-to";
  /** Default: all. */
  readonly formats?: readonly Format[];
  readonly edits?: readonly Edit[];
  readonly style?: Partial<Style>;
  readonly replace?: readonly (readonly [from: string | RegExp, to: string])[];
  /** Required findings: `contradicts request session.lines[].text type`. `|` separates alternatives, `*` is any word. */
  readonly finds?: readonly string[];
  readonly lists?: readonly Listed[];
  readonly may?: readonly string[];
  /** The maximum number of findings, for edits of a whole section. */
  readonly atMost?: number;
}

/** A listed sentence: some of its words, the names in it, and the releases that it mentions. */
export interface Listed {
  readonly says: string;
  readonly parts?: readonly string[];
  readonly releases?: readonly string[];
}

export interface Loud {
  readonly verdict: string;
  readonly subject?: string;
  readonly about?: string;
  readonly message: string;
  readonly text: string;
  readonly parts: readonly string[];
  readonly releases: readonly string[];
}

export interface Given {
  readonly file: string;
  readonly text: string;
}

/** Reads pages. Returns the open findings of each by name, or the reason for rejecting it. */
export type Judge = (given: readonly Given[]) => ReadonlyMap<string, readonly Loud[] | string>;

export interface Result {
  readonly name: string;
  readonly format: Format;
  readonly failures: readonly string[];
}

export const extensions: Readonly<Record<Format, string>> = { text: "txt", html: "html", markdown: "md" };

export function makeText(page: Page, given: Case, format: Format): string {
  const text = formatPage(applyEdits(page, given.edits ?? []), format, { ...plain, ...given.style });
  return (given.replace ?? []).reduce(
    (sofar, [from, to]) => (typeof from === "string" ? sofar.replaceAll(from, to) : sofar.replace(from, to)),
    text,
  );
}

export function runCases(
  pages: Readonly<Record<"definitions" | "how-to", Page>>,
  cases: readonly Case[],
  judge: Judge,
): readonly Result[] {
  const made = cases.flatMap((given, i) => {
    const page = pages[given.page ?? "definitions"];
    return (given.formats ?? formats).map((format) => {
      const text = makeText(page, given, format);
      const file = `page-${i}.${extensions[format]}`;
      return { given, format, file, text, isSame: text === formatPage(page, format) };
    });
  });
  const judged = judge(made);
  return made.map(({ given, format, file, isSame }) => {
    const loud = judged.get(file) ?? "it was not judged";
    const failures = typeof loud === "string" ? [`refused: ${loud}`] : findFailures(given, loud);
    const idle = isSame && given.edits !== undefined ? ["the edit changes nothing"] : [];
    return { name: given.name, format, failures: [...idle, ...failures] };
  });
}

const describeLoud = ({ verdict, subject = "-", about = "", message, text }: Loud): string =>
  `${verdict} ${subject} ${about}: ${message} “${text.replaceAll("\n", " / ").slice(0, 90)}”`;

function findFailures(given: Case, loud: readonly Loud[]): readonly string[] {
  if (given.atMost !== undefined)
    return loud.length > 0 && loud.length <= given.atMost
      ? []
      : [`${loud.length} findings`, ...loud.slice(0, 6).map((each) => `is there: ${describeLoud(each)}`)];
  const missing = (given.finds ?? []).filter((finding) => !loud.some((each) => fits(each, finding)));
  const unlisted = (given.lists ?? []).filter((listed) => !isListed(listed, loud));
  const words = collectWords(given.edits ?? []);
  const isExpected = (each: Loud): boolean =>
    [...(given.finds ?? []), ...(given.may ?? []), ...always].some((finding) => fits(each, finding)) ||
    ((given.finds ?? given.lists) !== undefined && each.verdict === "unread" && isOwn(each.text, words));
  const wrong = loud.filter((each) => !isExpected(each));
  return [
    ...missing.map((finding) => `missing: ${finding}`),
    ...unlisted.map(({ says, parts = [], releases = [] }) =>
      ["not listed:", `“${says}”`, ...parts, ...releases].join(" "),
    ),
    ...(unlisted.length + missing.length > 0 && loud.length === 0 ? ["SILENT"] : []),
    ...wrong.slice(0, 6).map((each) => `wrong: ${describeLoud(each)}`),
    ...(wrong.length > 6 ? [`… and ${wrong.length - 6} more`] : []),
  ];
}

/** A release that the spec lacks is reported everywhere it is mentioned. */
const always = ["new release *"];

function fits({ verdict, subject = "-", about = "" }: Loud, finding: string): boolean {
  const [verdicts = "", side = "", path = "", abouts = "*"] = finding.split(" ");
  const isOneOf = (given: string, one: string): boolean => given === "*" || given.split("|").includes(one);
  const [ownSide = "", ownPath = ""] = subject.split(" ");
  const isPart = path.endsWith("…") && ownPath.startsWith(path.slice(0, -1));
  return (
    isOneOf(verdicts, verdict) &&
    (side === "" || isOneOf(side, ownSide)) &&
    (path === "" || isPart || isOneOf(path, ownPath)) &&
    isOneOf(abouts, about)
  );
}

function isListed({ says, parts = [], releases = [] }: Listed, loud: readonly Loud[]): boolean {
  const found = loud.filter(({ about = "", text }) => about === "" && toPlain(text).includes(toPlain(says)));
  return found.some(
    (each) =>
      parts.every((part) => each.parts.includes(part) || each.subject === part) &&
      releases.every((release) => each.releases.includes(release)),
  );
}

const toPlain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}.[\]]+/gu, " ");

/** The texts that edits add to a page. */
function collectWords(value: unknown): readonly string[] {
  if (typeof value === "string") return [toPlain(value)];
  if (Array.isArray(value)) return value.flatMap(collectWords);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(collectWords) : [];
}

function isOwn(text: string, words: readonly string[]): boolean {
  const plainText = toPlain(text).trim();
  return words.some(
    (each) => each.trim().length > 5 && (plainText.includes(each.trim()) || each.includes(plainText)),
  );
}

export function formatFailures(results: readonly Result[]): string {
  const failed = results.filter(({ failures }) => failures.length > 0);
  const byName = new Map<string, string[]>();
  for (const { name, format, failures } of failed) {
    const key = `${name}\n${failures.map((failure) => `    ${failure}\n`).join("")}`;
    byName.set(key, [...(byName.get(key) ?? []), format]);
  }
  const lines = [...byName].map(([key, inFormats]) => `[${inFormats.join(" ")}] ${key}`);
  return lines.join("");
}
