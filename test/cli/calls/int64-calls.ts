import type { ProblemCode } from "../../../generator/problem/catalogue.js";
import type { Project } from "../project.js";

const sized = (title: string, grams: object): object => ({
  title,
  description: "How heavy it is.",
  type: "object",
  properties: { grams: { description: "In grams.", ...grams } },
});

/** Wrong calls with `--int64`; each is run as all wrong calls are. */
interface Int64Call {
  readonly name: string;
  readonly given: readonly string[];
  readonly before?: (project: Project) => void;
  readonly want: { readonly code: ProblemCode; readonly line: string };
}

export const int64Calls: readonly Int64Call[] = [
  {
    name: "integers as strings where there may be a text",
    given: ["--target", "types", "--spec", "spec", "--int64", "string"],
    before: (project) =>
      project.putSpec({
        "requests/scanCode.json#/properties/scannedCode": {
          description: "What was scanned.",
          anyOf: [{ type: "string" }, { type: "integer", format: "int64" }],
        },
      }),
    want: {
      code: "int64-beside-text",
      line: "With --int64 string, ScanCode.scannedCode could be a text or a 64-bit integer, and nothing would tell which. Use --int64 bigint.",
    },
  },
  {
    name: "an object that became another, of which one has a 64-bit integer for the other's number",
    given: ["--target", "types", "--spec", "spec", "--int64", "bigint", "--responses", "gated"],
    before: (project) =>
      project.putSpec({
        "responses/scanCode.json#/properties/size": {
          ...sized("Size", { type: "integer", format: "int64" }),
          "x-was": [{ until: "12.1", schema: sized("OldSize", { type: "number" }) }],
        },
      }),
    want: {
      code: "int64-in-one-shape",
      line: "ScanCodeAnswer.size became another object, and one of the two objects has a 64-bit integer where the other has a number. Use --int64 number, or --responses safe.",
    },
  },
];
