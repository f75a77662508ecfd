import type { CodeBlock } from "../blocks/block.js";
import { codeBlock } from "../blocks/write.js";
import { pagePaths, type Page } from "../page.js";
import { describeFleet, listFleetOptions } from "../prose/fleet-text.js";
import { joinParts, receiverParts, type Parts } from "../samples/receiver-parts.js";
import { testSecret, testSignature } from "../samples/test-vectors.js";
import type { Survey } from "../survey/survey.js";
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
  /** What mplus-codegen makes for it. */
  readonly made?: "code" | "models";
  /** What else its words have slots for. */
  readonly more?: Slots;
}

/** The languages, in the order of the pages. */
const startLanguages: readonly StartLanguage[] = [
  {
    id: "typescript",
    codeLanguage: "ts",
    programs: { receiver: "receiver.mts", request: "request.mts" },
    made: "code",
  },
  {
    id: "python",
    codeLanguage: "python",
    programs: { receiver: receiverParts.python, request: "request.py" },
    made: "models",
  },
  {
    id: "php",
    codeLanguage: "php",
    programs: { receiver: receiverParts.php, request: "request.php" },
    made: "models",
  },
  {
    id: "csharp",
    codeLanguage: "csharp",
    programs: { receiver: "Receiver.cs", request: "Request.cs" },
    made: "models",
  },
  {
    id: "curl",
    codeLanguage: "sh",
    programs: { request: "request.sh", signing: "signature.sh" },
    more: { signature: testSignature },
  },
];

/** A page for each language: a receiver, a program that sends it a signed request, and how to have more made. */
export function startWithPages(
  { fleetView: { fleet } }: Survey,
  template: (path: string) => string,
  words: Words,
): Page[] {
  const code = { fleet: describeFleet(fleet), fleetOptions: listFleetOptions(fleet).join(" ") };
  const schemas = words.part("asides", "schemas", { fleetOptions: code.fleetOptions });
  const slotsFor = { code, models: { ...code, schemas } };
  return startLanguages.map(({ id, codeLanguage, programs, made, more }) => {
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
    const slots = { secret: testSecret, ...blocks, ...more, ...(made && slotsFor[made]) };
    return { path: pagePaths.startWith(id), group: "guide", ...words.page(`start/${id}`, slots) };
  });
}
