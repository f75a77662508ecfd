import { readCases } from "../../workbench/cases.js";
import { toCalls, type Call, type CallsOfCode } from "../calls/rows.js";

interface BrokenConfig extends Pick<CallsOfCode, "code" | "at" | "files"> {
  readonly message: string;
  readonly call?: string;
  /** The text of the file, or a value to write to it. */
  readonly json?: unknown;
  readonly ts?: string;
  /** The properties of a custom target, in code. */
  readonly target?: string;
}

const toModule = (properties: string): string => `import { defineTarget } from "mplus-codegen";
const own = { apiVersion: 1, name: "own", summary: "x", emit: () => [], ${properties} };
export default { outputs: [{ target: [defineTarget(own as never)] }] };
`;

const file = "mplus-codegen.config";

const toText = (json: unknown): string => (typeof json === "string" ? json : JSON.stringify(json));

const configs = readCases("broken-configs.yaml", import.meta) as readonly BrokenConfig[];

export const brokenConfigs: readonly (Call & { readonly json: string | undefined })[] = configs.flatMap(
  ({ message, code, at, call = "", json, target, ts = target && toModule(target), files }) => {
    const written = {
      ...files,
      ...(json !== undefined && { [`${file}.json`]: toText(json) }),
      ...(ts !== undefined && { [`${file}.ts`]: ts }),
    };
    const calls = toCalls({ code, files: written, calls: { [call]: `${message}…` }, ...(at && { at }) });
    return calls.map((each) => ({ ...each, name: message, json: written[`${file}.json`] }));
  },
);
