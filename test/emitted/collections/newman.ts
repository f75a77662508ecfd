import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runProgram } from "../../cli/running.js";
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

export interface Asked {
  readonly home: string;
  readonly folder?: "events" | "refused" | undefined;
  readonly values: Readonly<Record<string, string>>;
}

const toOptions = (values: Asked["values"]): string[] =>
  Object.entries(values).flatMap(([name, value]) => ["--env-var", `${name}=${value}`]);

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

const postmanFolders = { events: "Events", refused: "To be refused" };

export async function runNewman({ home, folder, values }: Asked): Promise<Run> {
  const files = join(home, "postman");
  const report = join(home, "newman.json");
  const { code, stdout, stderr } = await runProgram(files, [
    process.execPath,
    exportToolPath("newman/bin/newman.js"),
    ...["run", "mplus-webhooks.postman_collection.json", "-e", "mplus-webhooks.postman_environment.json"],
    ...(folder ? ["--folder", postmanFolders[folder]] : []),
    ...toOptions(values),
    ...["--reporters", "cli,json", "--reporter-json-export", report],
  ]);
  const { run } = JSON.parse(readFileSync(report, "utf8")) as NewmanReport;
  const sent = run.executions.map(({ response, assertions = [] }) => ({
    status: response?.code ?? 0,
    passed: assertions.filter(({ error }) => !error).map(({ assertion }) => assertion),
    failed: assertions.flatMap(({ assertion, error }) => (error ? [`${assertion}: ${error.message}`] : [])),
  }));
  return { code, sent, printed: `${stdout}${stderr}` };
}

export function countSamples(files: ReadonlyMap<string, string>): number {
  const text = files.get("postman/mplus-webhooks.postman_collection.json") ?? "{}";
  const { item: [events] = [] } = JSON.parse(text) as { item?: { item: { item: unknown[] }[] }[] };
  return (events?.item ?? []).reduce((sum, { item }) => sum + item.length, 0);
}

export const listFailed = (sent: readonly Sent[]): string[] => sent.flatMap(({ failed }) => failed);
