import type { ProblemCode } from "../../../generator/problem/catalogue.js";
import { scaleAmount } from "../../fuzz/amount.js";

/** A source that is refused, and what is said of it. */
export interface HostilePage {
  readonly name: string;
  readonly file: string;
  readonly given: () => string | Buffer;
  readonly want: { readonly code: ProblemCode; readonly message: string };
}

const tangled = (detail: string): HostilePage["want"] => ({
  code: "source-too-tangled",
  message: `This source is not read: ${detail}.`,
});

const notText = (detail: string): HostilePage["want"] => ({
  code: "source-not-text",
  message: `This source is no text in UTF-8: ${detail}.`,
});

const deep = tangled("its elements nest deeper than 500 levels");
const nested = tangled("line 2 begins too many lists or quotations");
const long = tangled("line 2 is longer than 5000 characters");

const many = (text: string, size: number): string => text.repeat(Math.floor(size / text.length));
const numbered = (make: (i: number) => string, count: number): string =>
  Array.from({ length: count }, (_, i) => make(i)).join("");

/** Pages that would take a parser too much time, depth or memory, or that are no text. */
export const refusedPages: readonly HostilePage[] = [
  {
    name: "more than 10 MB",
    file: "page.html",
    given: () => many("<p>a", 10_000_004),
    want: { code: "source-too-large", message: "This source is larger than 10 MB." },
  },
  {
    name: "UTF-16",
    file: "page.txt",
    given: () => Buffer.from("\ufeffa", "utf16le"),
    want: notText("it is UTF-16"),
  },
  { name: "NUL bytes", file: "page.md", given: () => "a\0b", want: notText("it has a byte that is 0") },
  {
    name: "Latin-1",
    file: "page.html",
    given: () => Buffer.from("caf\u00e9", "latin1"),
    want: notText("some of its bytes are no characters"),
  },
  { name: "elements in elements", file: "page.html", given: () => many("<div>", 9_000_000), want: deep },
  {
    name: "elements in unclosed tables",
    file: "page.html",
    given: () => many("<table><tr><td>", 9_000_000),
    want: deep,
  },
  {
    name: "marks that each paragraph repeats",
    file: "page.html",
    given: () => numbered((i) => `<p><b x=${i}>`, 90_000),
    want: deep,
  },
  {
    name: "a tag of a million attributes",
    file: "page.html",
    given: () => `<p ${numbered((i) => `a${i} `, 1_000_000)}>`,
    want: tangled("one of its tags has more than 1000 attributes"),
  },
  {
    name: "a million elements",
    file: "page.html",
    given: () => many("<hr>", 4_000_000),
    want: tangled("it has more than 500,000 elements"),
  },
  {
    name: "quotations in quotations",
    file: "page.md",
    given: () => `a\n${many(">", 9_000_000)}`,
    want: nested,
  },
  { name: "lists in lists", file: "page.md", given: () => `a\n${many("- 1. >", 9_000_000)}`, want: nested },
  { name: "an endless indent", file: "page.md", given: () => `a\n${many(" ", 9_000_000)}a`, want: nested },
  {
    name: "a text of opened marks",
    file: "page.md",
    given: () => `\n${many("*a_[`", 9_000_000)}`,
    want: long,
  },
  {
    name: "a cell of opened links",
    file: "page.md",
    given: () => `\n| ${many("[a](", 9_000_000)} |`,
    want: long,
  },
  {
    name: "a text of opened marks in short lines",
    file: "page.md",
    given: () => `\n${many("*a_[`\n", 9_000_000)}`,
    want: tangled("one of its texts has too many lines"),
  },
  {
    name: "a text of opened marks in fewer short lines",
    file: "page.md",
    given: () => `\n${many("*a_[`\n", 900_000)}`,
    want: tangled("the text in line 2 is longer than 5000 characters"),
  },
  { name: "deep HTML in Markdown", file: "page.md", given: () => many("<div>\n", 9_000_000), want: deep },
];

/** A fifth of the size before a change lands, all of it in proof. */
const large = (size: number): number => scaleAmount({ suite: size / 5, full: size });

/** Pages that are read: what they are after is not in what is read. */
export const harmlessPages: readonly {
  readonly name: string;
  readonly file: string;
  readonly given: () => string;
}[] = [
  { name: "rows", file: "page.html", given: () => `<table>${many("<tr><td>a<td>b", large(1_400_000))}` },
  {
    name: "rows of Markdown",
    file: "page.md",
    given: () => `|a|b|\n|-|-|\n${many("|a|b|\n", large(600_000))}`,
  },
  {
    name: "rows of text",
    file: "page.txt",
    given: () => `Property Type\n${many("a.b string c\n", large(1_300_000))}`,
  },
  { name: "items", file: "page.md", given: () => many("- a\n", large(400_000)) },
  { name: "items of text", file: "page.txt", given: () => many("- a\n", large(1_200_000)) },
  { name: "items of HTML", file: "page.html", given: () => `<ul>${many("<li>a", large(1_200_000))}` },
  { name: "headings", file: "page.txt", given: () => many("a\n\n", large(300_000)) },
  {
    name: "elements that are put before a table",
    file: "page.html",
    given: () => `<table>${many("<hr>a", large(1_500_000))}`,
  },
  {
    name: "a body again and again",
    file: "page.html",
    given: () => numbered((i) => `<body a${i}>`, large(500_000)),
  },
  {
    name: "a cell over all columns there could be",
    file: "page.html",
    given: () => `<table><tr>${many("<td colspan=1000 rowspan=65534>a<tr>", large(900_000))}`,
  },
  { name: "entities without an end", file: "page.html", given: () => many("&amp", large(9_000_000)) },
  {
    name: "a comment without an end",
    file: "page.html",
    given: () => `<!--${many("<!--", large(9_000_000))}`,
  },
  { name: "a script", file: "page.html", given: () => "<script>throw 1</script><p onclick='x()'>a" },
  { name: "unclosed tags", file: "page.html", given: () => "<table><tr><td><ul><li>a<b><td>b</i></ul" },
  { name: "a long line", file: "page.txt", given: () => many("a ", large(9_000_000)) },
  { name: "nothing", file: "page.html", given: () => "" },
];
