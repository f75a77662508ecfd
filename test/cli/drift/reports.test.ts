import { marked } from "marked";
import { describe, expect, it } from "vitest";
import { printForTerminal } from "../../../generator/pages/blocks/terminal.js";

import {
  escapeWorkflowCommands,
  driftToJson,
  formatMarkdown,
  listToDo,
  reportDrift,
  type DriftReport,
} from "../../../generator/cli/commands/drift/report.js";
import { listSpecFiles } from "../../../generator/cli/commands/drift/spec-files.js";
import type {
  DriftFinding,
  JudgedSource,
  SourceRow,
  SpecSubject,
} from "../../../generator/drift/source-content.js";
import { stripStyles } from "../../../generator/base/text/style.js";
import { parseRelease } from "../../../generator/base/time/release.js";

const title = "Webhooks, in short";
const codeType = { side: "request", path: "scanCode.codeType" } as const;
const place = { file: "page.md", section: "Requests > sender", line: 12 };
const row: SourceRow = { ...codeType, place, text: "codeType: int" };
const hash = "0123456789abcdef";
const v13 = parseRelease("13");

const onRow = (
  verdict: DriftFinding["verdict"],
  message: string,
  about: "existence" | "type",
): DriftFinding => ({
  verdict,
  message,
  subject: codeType,
  about,
  row,
  place,
  text: row.text,
  hash,
});

const sentence = (text: string, line = 40): DriftFinding => ({
  verdict: "unread",
  message: "only a sentence says this",
  place: { file: "page.md", section: "", line },
  text,
  hash,
});

const source = (findings: readonly DriftFinding[], more: Partial<JudgedSource> = {}): JudgedSource => ({
  file: "page.md",
  title,
  kind: "page",
  count: 7,
  findings,
  ...more,
});

const toReport = (sources: readonly JudgedSource[]): DriftReport => ({
  sources,
  questions: [],
  entries: [],
  shown: { isOwnSpec: true, shops: undefined },
  findLine: ({ subject }) => (subject ? { file: "spec/requests/scanCode.json", line: 9 } : undefined),
  findFiles: (finding) =>
    listSpecFiles(finding, {
      option: " --spec 'my spec'",
      has: ({ path }) => path === "scanCode",
      hasRelease: (release) => release === "59.4",
      isBeyond: (release) => release === "60",
    }),
});

const agrees = onRow("agrees", "", "existence");
const report = toReport([
  source(
    [
      agrees,
      onRow("new", "the spec does not have it", "existence"),
      onRow("new", "is integer", "type"),
      onRow("contradicts", "is integer; the spec has string", "type"),
      { verdict: "vanished", message: "the source does not have it", subject: codeType, about: "existence" },
      { ...sentence("What?"), parts: [codeType], ...(v13 !== undefined && { releases: [v13] }) },
    ],
    { ...(v13 !== undefined && { newest: v13 }) },
  ),
]);

const text = (of: DriftReport, columns?: number): string =>
  stripStyles(printForTerminal(reportDrift(of), { columns }));

describe("a drift as text", () => {
  it("has the counts of its entries, and each of them with the line to review it by", () =>
    expect(text(report)).toMatchFileSnapshot("report.txt"));

  it("says so where there is nothing to do, or nothing at all if asked for problems only", () => {
    const quiet = toReport([source([agrees, agrees])]);
    expect(text(quiet)).toMatch(/^Nothing to do\.\n\nsource .* agrees\npage\.md .* 1\n\nNothing to do\.\n$/);
    expect(listToDo(quiet)).toEqual([]);
    expect(text(report)).toContain(stripStyles(printForTerminal(listToDo(report), {})));
  });

  it("fits a terminal, but for what is to be copied and what has no spaces", () => {
    const long = toReport([source([sentence("word ".repeat(90))])]);
    const lines = [...text(report, 60).split("\n"), ...text(long, 60).split("\n")];
    const tooLong = lines.filter((line) => line.length > 60);
    expect(tooLong.filter((line) => !/^ {2,4}\{|^source |^page\.md /.test(line))).toEqual([]);
  });

  it("leaves out of a review of a row's words what the spec says by itself", () => {
    const printed = text(toReport([source([{ ...sentence("Its kind."), subject: codeType }])]));
    expect(printed).toContain(`"of":"request scanCode.codeType","hash":"${hash}"}`);
  });

  it("ends with all reviews in one block of JSON, each once, without the claims of what is new", () => {
    const [, block = ""] =
      /^Reviews\n.*\n([^]*?)\n\nTo do/m.exec(text(toReport([...report.sources, ...report.sources]))) ?? [];
    const { claims, sentences } = JSON.parse(block) as ReturnType<typeof driftToJson>["reviews"];
    expect(claims).toMatchObject([
      { claim: "request scanCode.codeType type", hash },
      { claim: "request scanCode.codeType existence" },
    ]);
    expect(sentences).toEqual([{ source: title, hash, words: "" }]);
    expect(driftToJson(report).reviews).toEqual({ claims, sentences });
  });

  it("names the reviews to delete", () => {
    const replaced = [{ source: title, hash, words: "Old." }];
    const findLine: DriftReport["findLine"] = ({ lost: [review] = [] }) =>
      review && { file: "reviewed.json", line: 7 };
    const printed = text({ ...toReport([source([sentence("What?")], { replaced })]), findLine });
    expect(printed).toContain("\nDelete the reviews of what is gone: reviewed.json:7.\n");
  });

  it.each<[side: SpecSubject["side"], path: string, ...shown: string[]]>([
    ["event", "printLabel", "create: events/printLabel.json", 'edit: products.json ("sends")'],
    ["request", "labels[]", "create: requests/labels.json", 'edit: events/ or envelope.json ("carries")'],
    ["response", "label", "create: responses/label.json", 'products.json ("takes")'],
    [
      "release",
      "60",
      "run: mplus-codegen release 60 --summary \"…\" --spec 'my spec'\n",
      'edit: sources.json ("newest"), sources.json ("seenBeyond"',
    ],
    ["release", "59.4", '    edit: sources.json ("newest")\n'],
    ["response", "label.text", "    create: responses/label.json\n    review to add"],
    ["response", "scanCode.text", "spec: spec/requests/scanCode.json:9"],
  ])("names the files of the spec for a new %s %s", (side, path, ...shown) => {
    const about = side === "release" ? undefined : ("existence" as const);
    const printed = text(
      toReport([source([{ verdict: "new", message: "", subject: { side, path }, about }])]),
    );
    for (const line of shown) expect(printed).toContain(line);
  });
});

/** Texts in a source that would do harm if they were interpreted. */
const hostile = [
  "::error file=a,line=1::taken",
  "word\n::add-mask::taken",
  "\r\n  ::set-output name=x::taken",
  "##[error]taken",
  "\u001b[31mred\u001b[0m \u202e \u200b",
  "@everyone, see #12 and [a](https://example.com) ![b](https://example.com/c.png)",
  "<img src=x onerror=alert(1)> <!-- --> </details>",
  "` `` ``` | --- | \\| ~~~ $x$ @everyone #12",
  "# heading\n\n- item\n\n> quote\n\n```\nfence",
];

const hostileReport = (words: string): DriftReport => {
  const subject = { side: "request", path: words } as const;
  const findings = (["new", "contradicts", "vanished", "unread"] as const).map((verdict): DriftFinding => ({
    verdict,
    message: words,
    subject,
    about: "type",
    place: { file: words, section: words, line: 1 },
    text: words,
    hash,
    parts: [subject],
  }));
  const said = { title: words, file: words };
  const findLine = () => ({ file: words, line: 1 });
  return { ...toReport([source(findings, said)]), findLine };
};

describe("what a source says is text in every report", () => {
  const prints: Readonly<Record<string, (of: DriftReport) => string>> = {
    text: (of) => text(of),
    "text on a narrow terminal": (of) => text(of, 30),
    Markdown: formatMarkdown,
    JSON: (of) => JSON.stringify(driftToJson(of), null, 2),
  };

  it.each(Object.entries(prints))("%s: no job of GitHub takes it for a command", (_, print) => {
    const lines = hostile.flatMap((words) => escapeWorkflowCommands(print(hostileReport(words))).split("\n"));
    expect(lines.filter((line) => /^\s*::|##\[/.test(line))).toEqual([]);
  });

  it.each(["text", "text on a narrow terminal", "Markdown"])("%s: nothing of it is invisible", (name) => {
    const printed = hostile.map((words) => prints[name]?.(hostileReport(words))).join("");
    expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e]/);
  });

  it.each(hostile)("Markdown makes no link, picture, mention or element of it: %j", (words) => {
    const html = marked.parse(formatMarkdown(hostileReport(words)), { async: false });
    expect(html.match(/<(?:a|img|details|h1|hr|script)\b[^>]*>/g) ?? []).toEqual([]);
    const prose = html.replace(/<code[\s\S]*?<\/code>/g, "");
    expect(prose).not.toMatch(/@[a-z]|#\d/);
  });
});

describe("a drift as Markdown", () => {
  it("is the counts, and the report in one block of code", () => {
    expect(formatMarkdown(report)).toBe(
      `To do: 1 new, 1 contradicts, 1 vanished, 1 unread.\n\n\`\`\`text\n${text(report)}\`\`\`\n`,
    );
  });

  it("has a fence that no text of a source ends", () => {
    const [, fence = "", code = ""] =
      /^(`+)text\n([^]*)\n\1\n$/m.exec(formatMarkdown(toReport([source([sentence("a ````` b ``` c")])]))) ??
      [];
    expect([fence, code.includes("a ````` b ``` c")]).toEqual(["``````", true]);
  });

  it("fits into an issue or a pull request, and says so where it does not", () => {
    const findings = Array.from({ length: 2000 }, (_, line) => sentence("Long ".repeat(100), line));
    const printed = formatMarkdown(toReport([source(findings)]));
    expect(printed.length).toBeLessThanOrEqual(65_536);
    expect(printed.length).toBeGreaterThan(60_000);
    expect(printed).toMatch(/\n```\n\n\d+ more entries do not fit /);
    const [, left] = /(\d+) more entries do not fit in an issue or a pull request\./.exec(printed) ?? [];
    expect(Number(left) + (printed.match(/^ {2}page\.md:/gm)?.length ?? 0)).toBe(2000);
    expect(formatMarkdown(report)).not.toContain("more entries do not fit");
  });
});

it("a drift for programs has all findings, the quiet ones too, and the review of each that has one", () => {
  const { findings, sources } = driftToJson(report);
  expect(findings.map(({ verdict, review }) => [verdict, review?.list])).toEqual([
    ["agrees", undefined],
    ["new", "claims"],
    ["new", "claims"],
    ["contradicts", "claims"],
    ["vanished", "claims"],
    ["unread", "sentences"],
  ]);
  expect(JSON.parse(JSON.stringify(findings[5]))).toEqual({
    source: "page.md",
    verdict: "unread",
    message: "only a sentence says this",
    place: { file: "page.md", section: "", line: 40 },
    text: "What?",
    hash,
    parts: [codeType],
    releases: ["13"],
    review: { list: "sentences", entry: { source: title, hash, words: "" } },
  });
  expect(sources.map(({ newest, counts }) => [newest, counts[4]])).toEqual([
    ["13", { verdict: "new", count: 1 }],
  ]);
});
