import { Linter } from "eslint";
import ts from "typescript";
import { expect, it } from "vitest";
import { toCodeSpan, toCommentText, toMarkdownText } from "../../../generator/base/text/escape.js";
import { wrapText } from "../../../generator/base/text/words.js";
import { hostileTexts } from "./hostile-texts.js";

/** Characters that are invisible, or that change the order or lines of a text. */
const unseen =
  /[^\S \n]|[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Cs}/u;

/** The text in generated code: alone, in a block, and wrapped. */
const commentsOf = (text: string): string[] => {
  const comment = toCommentText(text);
  const block = (lines: readonly string[]) => `/**\n${lines.map((line) => ` * ${line}\n`).join("")} */`;
  return [
    block(comment.split("\n")),
    block(wrapText(comment, 20)),
    `/** ${comment.replaceAll("\n", " ")} */`,
  ];
};

function commentFaults(text: string): string[] {
  return commentsOf(text).flatMap((comment) => {
    const source = ts.createSourceFile("x.ts", `${comment}\nconst a = 1;\n`, ts.ScriptTarget.Latest, true);
    const [statement] = source.statements;
    const ranges = ts.getLeadingCommentRanges(source.text, 0) ?? [];
    const tags = statement ? ts.getJSDocTags(statement) : [];
    const links = comment.includes("{@");
    const directives = source as unknown as { commentDirectives?: unknown[]; checkJsDirective?: unknown };
    return [
      ...(source.statements.length === 1 && statement?.getText() === "const a = 1;" ? [] : ["lets code out"]),
      ...(ranges.length === 1 && ranges[0]?.end === comment.length ? [] : ["is not one comment"]),
      ...(tags.length === 0 && !links ? [] : ["has a tag"]),
      ...(directives.commentDirectives?.length || directives.checkJsDirective
        ? ["directs the compiler"]
        : []),
      ...(silencesLinter(comment) ? ["directs the linter"] : []),
      ...(source.referencedFiles.length > 0 ? ["refers to a file"] : []),
      ...(/\/[/*][#@]\s*source(Mapping)?URL/.test(comment) ? ["names a source map"] : []),
      ...(unseen.test(comment.replace(/\p{Zs}/gu, " ")) ? ["hides something"] : []),
    ];
  });
}

const linter = new Linter();

const silencesLinter = (comment: string): boolean =>
  linter.verify(`${comment}\ndebugger;\n`, { rules: { "no-debugger": "error" } }).length !== 1;

/** Counts cells as GitHub does (a backslash escapes the next character), and as markdown-it does. */
const cellCounts = (row: string): number[] => [
  row.replace(/\\./gs, "").split("|").length,
  row.split(/(?<!\\)\|/).length,
];

function markdownFaults(markdown: string): string[] {
  return [
    ...(cellCounts(`| a | ${markdown} | b |`).every((count) => count === 5) ? [] : ["breaks its table row"]),
    ...(markdown.includes("\n") ? ["breaks its line"] : []),
    ...(/^(?:\s{4}|[#>]|[-+*=_~]|\d+[.)](?:\s|$)|`{3,}[^`]*$|\|)/.test(markdown) ? ["begins a block"] : []),
    ...(/(?:^|[^\\])(?:\\\\)*[<[\]{}]/.test(withoutCode(markdown)) ? ["has markup"] : []),
    ...(/^(?:import|export)\b/.test(markdown) ? ["begins a module"] : []),
    ...(/:\/\/|\bwww\.|@[\w-]+\./i.test(withoutCode(markdown)) ? ["has a link"] : []),
    ...(unseen.test(markdown.replace(/\p{Zs}/gu, " ")) ? ["hides something"] : []),
  ];
}

/** Markdown without its code spans, which contain no markup. */
const withoutCode = (markdown: string): string => markdown.replace(/(?<!\\|`)(`+)(?!`).*?(?<!`)\1(?!`)/g, "");

it.each<[name: string, findFaults: (text: string) => readonly string[]]>([
  ["in a comment stays one comment that says nothing to tools", commentFaults],
  ["in Markdown stays text in its cell", (text) => markdownFaults(toMarkdownText(text))],
  ["in a code span stays in its cell", (text) => markdownFaults(toCodeSpan(text))],
])("any text %s", (_, findFaults) => {
  const faults = hostileTexts.map((text) => [JSON.stringify(text), findFaults(text)] as const);
  expect(faults.filter(([, found]) => found.length > 0)).toEqual([]);
});
