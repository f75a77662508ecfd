import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runProgram } from "../../workbench/run.js";
import { exportToolPath } from "../../workbench/tools.js";

/** The result of a request: the names of its tests, and the failures. */
export interface Sent {
  readonly status: number;
  readonly passed: readonly string[];
  readonly failed: readonly string[];
}

export interface Run {
  readonly code: number | null;
  readonly sent: readonly Sent[];
  readonly printed: string;
}

interface NewmanReport {
  readonly run: {
    readonly executions: readonly {
      readonly response?: { readonly code: number };
      readonly assertions?: readonly {
        readonly assertion: string;
        readonly error?: { readonly message: string };
      }[];
    }[];
  };
}

/** Runs the collection in a folder, or one folder of the collection. */
export async function runNewman(home: string, baseUrl: string, folder?: string): Promise<Run> {
  const report = join(home, "newman.json");
  const { code, stdout, stderr } = await runProgram(join(home, "postman"), [
    process.execPath,
    exportToolPath("newman/bin/newman.js"),
    ...["run", "mplus-webhooks.postman_collection.json", "-e", "mplus-webhooks.postman_environment.json"],
    ...(folder === undefined ? [] : ["--folder", folder]),
    ...["--env-var", `baseUrl=${baseUrl}`, "--reporters", "cli,json", "--reporter-json-export", report],
  ]);
  const { run } = JSON.parse(readFileSync(report, "utf8")) as NewmanReport;
  const sent = run.executions.map(({ response, assertions = [] }) => ({
    status: response?.code ?? 0,
    passed: assertions.filter(({ error }) => !error).map(({ assertion }) => assertion),
    failed: assertions.flatMap(({ assertion, error }) => (error ? [`${assertion}: ${error.message}`] : [])),
  }));
  return { code, sent, printed: `${stdout}${stderr}` };
}

export const listFailed = (sent: readonly Sent[]): string[] => sent.flatMap(({ failed }) => failed);
