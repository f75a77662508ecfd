import { runInNewContext } from "node:vm";
import { Linter } from "eslint";
import ts from "typescript";
import {
  toCommentText,
  toCodeSpan,
  toMarkdownText,
  toHtmlText,
  toScriptText,
  toStringLiteral,
} from "../../../generator/base/text/escape.js";
import { toVisibleLine } from "../../../generator/base/text/quote.js";
import { wrapText } from "../../../generator/base/text/words.js";

/** Characters that are invisible, or that change the order or lines of a text. */
const unseen =
  /[^\S \n]|[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Cs}/u;

function literalFaults(text: string): string[] {
  const literal = toStringLiteral(text);
  return [
    ...(runInNewContext(literal) === text ? [] : ["evaluates to something else"]),
    ...(JSON.parse(literal) === text ? [] : ["is other JSON"]),
    ...(/^"[^\n]*"$/.test(literal) ? [] : ["is no single line in double quotes"]),
    ...(unseen.test(literal.replaceAll("\u00a0", "").replace(/\p{Zs}/gu, "")) ? ["hides something"] : []),
  ];
}

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

function htmlFaults(text: string): string[] {
  const html = toHtmlText(text);
  const read = html.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
  return [
    ...(/[<>"']|&(?!#\d+;)/.test(html) ? ["has markup"] : []),
    ...(read === text ? [] : ["is read as something else"]),
  ];
}

function scriptFaults(text: string): string[] {
  const script = toScriptText({ text });
  return [
    ...((runInNewContext(`(${script})`) as { text: string }).text === text ? [] : ["is something else"]),
    ...(/[<>\n]/.test(script) ? ["could end its script or its line"] : []),
    ...(unseen.test(script.replace(/\p{Zs}/gu, " ")) ? ["hides something"] : []),
  ];
}

const lineFaults = (text: string): string[] =>
  unseen.test(toVisibleLine(text).replace(/\p{Zs}/gu, " ")) ? ["hides something"] : [];

export const faulty = (texts: readonly string[], faultsOf: (text: string) => readonly string[]): object =>
  Object.fromEntries(
    texts
      .map((text) => [JSON.stringify(text), faultsOf(text)] as const)
      .filter(([, faults]) => faults.length > 0),
  );

export const checks = [
  { name: "a string literal reads back as itself, in one line", check: literalFaults },
  { name: "a comment stays one comment that says nothing to tools", check: commentFaults },
  {
    name: "Markdown text stays in its cell, as text",
    check: (text: string) => markdownFaults(toMarkdownText(text)),
  },
  { name: "HTML text stays text, between tags and in an attribute", check: htmlFaults },
  { name: "a value in a script stays one, in one line", check: scriptFaults },
  { name: "a visible line hides nothing", check: lineFaults },
  { name: "a code span stays in its cell", check: (text: string) => markdownFaults(toCodeSpan(text)) },
];
