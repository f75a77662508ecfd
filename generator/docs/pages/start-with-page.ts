import type { CodeBlock } from "../blocks/block.js";
import { codeBlock } from "../blocks/write.js";
import { pagePaths, type Page } from "../page.js";
import { joinParts, receiverParts, type Parts } from "../samples/receiver-parts.js";
import { testSecret, testSignature } from "../samples/test-vectors.js";
import type { Slots } from "../words/fill-text.js";
import type { Words } from "../words/words.js";

/** A language that the docs have code in. */
interface StartLanguage {
  /** In the path of the page. */
  readonly id: string;
  /** What Markdown calls the language. */
  readonly codeLanguage: string;
  /** The programs of the page: a file in `templates/pages/samples/`, or its parts. */
  readonly programs: Readonly<Record<string, string | Parts>>;
  /** What else its words have slots for. */
  readonly more?: Slots;
}

/** The languages, in the order of the pages. */
const startLanguages: readonly StartLanguage[] = [
  { id: "typescript", codeLanguage: "ts", programs: { receiver: "receiver.mts", request: "request.mts" } },
  {
    id: "python",
    codeLanguage: "python",
    programs: { receiver: receiverParts.python, request: "request.py" },
  },
  { id: "php", codeLanguage: "php", programs: { receiver: receiverParts.php, request: "request.php" } },
  { id: "csharp", codeLanguage: "csharp", programs: { receiver: "Receiver.cs", request: "Request.cs" } },
  {
    id: "curl",
    codeLanguage: "sh",
    programs: { request: "request.sh", signing: "signature.sh" },
    more: { signature: testSignature },
  },
];

/** A page for each language: a receiver, and a program that sends it a signed request. */
export const startWithPages = (template: (path: string) => string, words: Words): Page[] =>
  startLanguages.map(({ id, codeLanguage, programs, more }) => {
    const toBlock = (program: string | Parts): readonly CodeBlock[] => {
      const source =
        typeof program === "string"
          ? template(`pages/samples/${program}`).trimEnd()
          : joinParts(program, template);
      return [codeBlock(codeLanguage, source)];
    };
    const blocks = Object.fromEntries(
      Object.entries(programs).map(([slot, program]) => [slot, toBlock(program)]),
    );
    return {
      path: pagePaths.startWith(id),
      group: "guide",
      ...words.page(`start/${id}`, { secret: testSecret, ...blocks, ...more }),
    };
  });
