import { codeBlock } from "../../blocks/write.js";
import { pagePaths, type Page } from "../page.js";
import { describeFleet, listFleetOptions } from "../prose/fleet-text.js";
import { testSecret, testSignature } from "../samples/test-vectors.js";
import type { PageData } from "../page-data.js";
import type { Slots } from "../words.js";

/** A language that the docs have code in. */
interface StartLanguage {
  /** In the path of the page. */
  readonly id: string;
  /** What Markdown calls the language. */
  readonly codeLanguage: string;
  /** The programs of the page: files in `templates/pages/samples/`. */
  readonly programs: Readonly<Record<string, string>>;
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
    programs: { receiver: "receiver.py", request: "request.py" },
    made: "models",
  },
  {
    id: "php",
    codeLanguage: "php",
    programs: { receiver: "receiver.php", request: "request.php" },
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
export function startWithPages({ fleet, words }: PageData, template: (path: string) => string): Page[] {
  const code = { fleet: describeFleet(fleet), fleetOptions: listFleetOptions(fleet).join(" ") };
  const schemas = words.part("parts/schemas", { fleetOptions: code.fleetOptions });
  const slotsFor = { code, models: { ...code, schemas } };
  return startLanguages.map(({ id, codeLanguage, programs, made, more }) => {
    const blocks = Object.fromEntries(
      Object.entries(programs).map(([slot, file]) => [
        slot,
        [codeBlock(codeLanguage, template(`pages/samples/${file}`).trimEnd())],
      ]),
    );
    const slots = { secret: testSecret, ...blocks, ...more, ...(made && slotsFor[made]) };
    return words.page(pagePaths.startWith(id), "guide", slots);
  });
}
