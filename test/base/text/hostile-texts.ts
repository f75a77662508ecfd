import { existsSync, readFileSync } from "node:fs";
import { hostileStrings } from "../../injection/hostile-strings.js";

const corpus = new URL("../../../../shared/corpora/big-list-of-naughty-strings/blns.json", import.meta.url);

/** The corpus is not part of the repository: a fresh clone tests with our own texts only. */
export const hasNaughtyStrings = existsSync(corpus);

export const naughtyStrings: readonly string[] = hasNaughtyStrings
  ? (JSON.parse(readFileSync(corpus, "utf8")) as string[])
  : [];

export const hostileTexts: readonly string[] = [
  ...hostileStrings,
  ...["", " ", "plain", "\\", "*/", "/*", "/*/", "**/", "* /", "\n\n\n", "===", "{1+1}"],
  ...["quotes \" and ' and `", "trailing\\", "one\vtwo\ftwo", "one\u0085two", "    indented", "~~~ fence"],
  ...["a @deprecated in the middle", "*@internal", "a{@link javascript:alert(1)}b", "# sourceMappingURL=x"],
  ...["</details><!--", "http://example.com and www.example.com and a@example.com", "&lt;script&gt;"],
  ...[
    "a | b | c",
    "\\|",
    "\\\\|",
    "`a|b`",
    "`a\\|b`",
    "`a\\`",
    "`` ` ``",
    "unclosed ` tick",
    "| --- | --- |",
  ],
  ...["- item", "+ item", "1. item", "12) item", "> quote", "``` fence", "# Heading"],
  ...["\ud800 lone", "lone \udfff", "\ud83d\ude00 a pair", "e\u0301 and \u00e9", "\ufeffbom"],
  ...["import x from 'y'", "export const PWN = 1", "x".repeat(5000), "word ".repeat(500)],
];
