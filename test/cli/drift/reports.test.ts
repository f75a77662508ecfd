import { marked } from "marked";
import { describe, expect, it } from "vitest";
import { driftToJson } from "../../../generator/cli/report/drift/drift-json.js";
import { formatDriftMarkdown } from "../../../generator/cli/report/drift/drift-markdown.js";
import type { DriftReport } from "../../../generator/cli/report/drift/drift-report.js";
import { driftToSarif } from "../../../generator/cli/report/drift/drift-sarif.js";
import { formatDrift, formatToDo } from "../../../generator/cli/report/drift/drift-text.js";
import { disarm } from "../../../generator/cli/report/drift/disarm.js";
import type { JudgedSource } from "../../../generator/drift/drift.js";
import type { Decision } from "../../../generator/drift/proposal/proposal.js";
import type { Finding } from "../../../generator/drift/judge/finding.js";
import { stripStyles } from "../../../generator/text/style.js";
import { claim, release, title } from "../../drift/stub.js";

const codeType = { side: "request", path: "scanCode.codeType" } as const;
const hash = "0123456789abcdef";

const row = (message: string, about: "existence" | "type", text = "A row."): Omit<Finding, "verdict"> => {
  const says = about === "type" ? ({ about, type: "integer" } as const) : { about };
  const made = claim(codeType, says, 12, text);
  return {
    message,
    subject: codeType,
    name: `request scanCode.codeType ${about}`,
    claim: made,
    sentence: made.sentence,
    hash,
  };
};

const sentence = (text: string) => ({ text, place: { file: "page.md", title, section: "", line: 40 } });

const source = (findings: readonly Finding[], more: Partial<JudgedSource> = {}): JudgedSource => ({
  ...{ file: "page.md", title, kind: "definitions", count: 7, lowest: [], findings },
  ...more,
});

const toReport = (sources: readonly JudgedSource[], decisions: readonly Decision[] = []): DriftReport => ({
  sources,
  proposal: { files: [], decisions },
  findLine: ({ subject }) => (subject ? { file: "spec/requests/scanCode.json", line: 9 } : undefined),
});

const agrees: Finding = { verdict: "agrees", ...row("", "existence") };
const report = toReport([
  source(
    [
      agrees,
      { verdict: "new", ...row("the spec does not have it", "existence") },
      { verdict: "new", ...row("is integer", "type") },
      { verdict: "contradicts", ...row("is integer; the spec has string", "type") },
      {
        verdict: "vanished",
        message: "the source does not have it",
        subject: codeType,
        name: "request scanCode.codeType existence",
      },
      { verdict: "unread", message: "no reader understands it", sentence: sentence("What?"), hash },
    ],
    { newest: release(13), date: "2026-01-31" },
  ),
]);
const quiet = toReport([source([agrees, agrees])]);

const text = (of: DriftReport, columns?: number): string => stripStyles(formatDrift(of, { columns }));

describe("a drift as text", () => {
  it("has the counts, and what there is to do, with the entry for a review", () => {
    expect(text(report)).toBe(
      `Webhooks, in short
  page.md: definitions, up to v13, of 2026-01-31
     1  agrees
     2  new
     1  contradicts
     1  vanished
     1  unread

New
  The spec does not have this yet. Add it to the spec: --patch prints a proposal. What is left out on purpose is reviewed: --json has the entry.

  page.md:12, in Requests > sender
    request scanCode.codeType
    - the spec does not have it
    - is integer
    says: “A row.”
    spec: spec/requests/scanCode.json:9

Contradicts
  The spec says something else. Find out which of the two is right, and edit the spec if it is not. If it is, add the entry to drift/reviewed.json, and say why.

  page.md:12, in Requests > sender
    request scanCode.codeType
    - is integer; the spec has string
    says: “A row.”
    spec: spec/requests/scanCode.json:9
    claims: {"source":"Webhooks, in short","place":"Requests > sender","claim":"request scanCode.codeType type","hash":"0123456789abcdef","why":""}

Vanished
  The spec has this, and the source does not say it, or not any more. What no longer exists gets x-removed-in. A review that fits nothing is taken out. If only the source leaves it out, add the entry to drift/reviewed.json, and say why.

  page.md
    request scanCode.codeType
    - the source does not have it
    spec: spec/requests/scanCode.json:9
    claims: {"source":"Webhooks, in short","claim":"request scanCode.codeType existence","why":""}

Unread
  No reader understands this. Read it, and see that the spec has what it says. Then add the entry to drift/reviewed.json, with what it says in your own words.

  page.md:40
    - no reader understands it
    says: “What?”
    sentences: {"source":"Webhooks, in short","hash":"0123456789abcdef","words":""}

To do: 2 new, 1 contradicts, 1 vanished, 1 unread.
`,
    );
  });

  it("says so where there is nothing to do, or nothing at all if asked for problems only", () => {
    expect(text(quiet)).toBe(
      "Webhooks, in short\n  page.md: definitions\n     2  agrees\n\nNothing to do: all of 2 findings are accounted for.\n",
    );
    expect(formatToDo(quiet)).toBe("");
    expect(text(report)).toContain(stripStyles(formatToDo(report)));
  });

  it("fits a terminal, but for what is to be copied and what has no spaces", () => {
    const long = toReport([
      source([
        {
          verdict: "unread",
          message: "no reader understands it",
          sentence: sentence("word ".repeat(90)),
          hash,
        },
      ]),
    ]);
    const lines = [...text(report, 60).split("\n"), ...text(long, 60).split("\n")];
    expect(lines.filter((line) => line.length > 60 && !/^ {4}(?:claims|sentences): \{/.test(line))).toEqual(
      [],
    );
  });
});

/** Texts of a source that would do something if they were taken for more. */
const hostile = [
  "::error file=a,line=1::taken",
  "word\n::add-mask::taken",
  "\r\n  ::set-output name=x::taken",
  "##[error]taken",
  "\u001b[31mred\u001b[0m \u202e \u200b",
  "@everyone, see #12 and [a](https://example.com) ![b](https://example.com/c.png)",
  "<img src=x onerror=alert(1)> <!-- --> </details>",
  "` `` ``` | --- | \\| ~~~ $x$",
  "# heading\n\n- item\n\n> quote\n\n```\nfence",
];

const hostileReport = (words: string): DriftReport =>
  toReport(
    [
      source(
        (["new", "contradicts", "vanished", "unread"] as const).map((verdict) => ({
          verdict,
          message: words,
          subject: { side: "request", path: words, events: [words] },
          name: `request ${words} type`,
          sentence: { text: words, place: { file: words, title: words, section: words, line: 1 } },
          hash,
        })),
        { title: words, file: words, date: words },
      ),
    ],
    [{ kind: "write", subject: { side: "request", path: words }, message: words }],
  );

describe("what a source says is text in every report", () => {
  const prints: Readonly<Record<string, (of: DriftReport) => string>> = {
    text: (of) => text(of),
    "text on a narrow terminal": (of) => text(of, 30),
    Markdown: formatDriftMarkdown,
    JSON: (of) => JSON.stringify(driftToJson(of, []), null, 2),
    SARIF: (of) => JSON.stringify(driftToSarif(of, "1.0.0"), null, 2),
  };

  it.each(Object.entries(prints))("%s: no job of GitHub takes it for a command", (_, print) => {
    const lines = hostile.flatMap((words) => disarm(print(hostileReport(words))).split("\n"));
    expect(lines.filter((line) => /^\s*::|##\[/.test(line))).toEqual([]);
  });

  it.each(["text", "text on a narrow terminal", "Markdown"])("%s: nothing of it is invisible", (name) => {
    const printed = hostile.map((words) => prints[name]?.(hostileReport(words))).join("");
    expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e]/);
  });

  it.each(hostile)("Markdown makes no link, picture, mention or element of it: %j", (words) => {
    const html = marked.parse(formatDriftMarkdown(hostileReport(words)), { async: false });
    expect(html.match(/<(?:a|img|details|h1|hr|script)\b[^>]*>/g) ?? []).toEqual([]);
    const prose = html.replace(/<code[\s\S]*?<\/code>/g, "");
    expect(prose).not.toMatch(/@[a-z]|#\d/);
  });
});

describe("a drift as Markdown", () => {
  it("has a table of counts, the decisions, and what there is to do", () => {
    const printed = formatDriftMarkdown({
      ...report,
      proposal: { files: [], decisions: [{ kind: "confirm", message: "Which type?" }] },
    });
    expect(printed).toContain(
      "| Webhooks, in short | definitions, up to v13, of 2026-01-31 | 1 | 0 | 0 | 0 | 2 | 1 | 1 | 1 |",
    );
    expect(printed).toContain("### To decide\n\n- [ ] To confirm: Which type?\n");
    expect(printed).toContain(
      "- request scanCode.codeType, page.md:12, in Requests \\> sender\n  - the spec does not have it\n  - is integer\n",
    );
    expect(printed).toContain('{"source":"Webhooks, in short","hash":"0123456789abcdef","words":""}');
  });

  it("fits into the description of a pull request, and says so where it does not", () => {
    const findings = Array.from({ length: 2000 }, (_, line): Finding => ({
      verdict: "unread",
      message: "no reader understands it",
      sentence: { text: "Long ".repeat(100), place: { file: "page.md", title, section: "", line } },
      hash,
    }));
    const printed = formatDriftMarkdown(toReport([source(findings)]));
    expect(printed.length).toBeLessThanOrEqual(65_536);
    expect(printed.length).toBeGreaterThan(60_000);
    expect(printed).toMatch(
      /There is more, which is too long for a description: \d+ parts are left out here\./,
    );
    expect(formatDriftMarkdown(report)).not.toContain("There is more");
  });
});

describe("a drift for programs", () => {
  it("has all findings, the quiet ones too", () => {
    const json = driftToJson(report, []);
    expect(json.findings.map(({ verdict }) => verdict)).toEqual([
      "agrees",
      "new",
      "new",
      "contradicts",
      "vanished",
      "unread",
    ]);
  });

  it("is SARIF that points at the spec for what is wrong there, and else at the source", () => {
    const [run] = driftToSarif(report, "1.0.0").runs;
    const places = run?.results.map(({ ruleId, level, locations }) => {
      const [{ physicalLocation } = { physicalLocation: undefined }] = locations;
      return [ruleId, level, physicalLocation?.artifactLocation.uri, physicalLocation?.region.startLine];
    });
    expect(places).toEqual([
      ["new", "warning", "page.md", 12],
      ["new", "warning", "page.md", 12],
      ["contradicts", "error", "spec/requests/scanCode.json", 9],
      ["vanished", "warning", "spec/requests/scanCode.json", 9],
      ["unread", "warning", "page.md", 40],
    ]);
  });

  it("has in SARIF only URIs that are some, and rules that there are", () => {
    for (const words of ["a page.md", "/tmp/ü/page.md", "C:\\pages\\x.md", "a#b?c%d.md", ...hostile]) {
      const [run] = driftToSarif(hostileReport(words), "1.0.0").runs;
      for (const { ruleIndex, ruleId, locations, message } of run?.results ?? []) {
        expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
        for (const { physicalLocation } of locations)
          expect(physicalLocation.artifactLocation.uri).toMatch(/^[\w.!~*'()%/:-]+$/);
        expect(message.text).not.toMatch(/\]\(|\{\d/);
      }
    }
  });
});
