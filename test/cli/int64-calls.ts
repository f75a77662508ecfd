import type { ProblemCode } from "../../generator/problem/catalogue.js";
import type { Project } from "./project.js";

/** Wrong calls with `--int64`; each is run as all wrong calls are. */
interface Int64Call {
  readonly name: string;
  readonly given: readonly string[];
  readonly before?: (project: Project) => void;
  readonly want: { readonly code: ProblemCode; readonly line: string };
}

export const int64Calls: readonly Int64Call[] = [
  {
    name: "a kind of integer that is no choice",
    given: ["--target", "types", "--int64", "long"],
    want: {
      code: "usage",
      line: 'Invalid values: Argument: int64, Given: "long", Choices: "number", "bigint", "string". See mplus-codegen --help.',
    },
  },
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
      line: "With --int64 string nothing would tell whether ScanCode.scannedCode is a text or a 64-bit integer. Use --int64 bigint.",
    },
  },
];
