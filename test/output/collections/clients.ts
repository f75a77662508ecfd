import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runProgram } from "../../cli/running.js";
import { toolPath } from "../../workbench/tools.js";

/** What came of one request: the names of its tests, and why those failed that did. */
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

/** What to send, where to, and what to set in the environment. */
export interface Asked {
  /** The folder of the output. */
  readonly home: string;
  /** Undefined: the whole collection. */
  readonly folder?: "events" | "refused" | undefined;
  readonly values: Readonly<Record<string, string>>;
}

/** A program that runs a collection in a terminal. */
export interface Client {
  readonly name: string;
  readonly target: "postman" | "bruno";
  readonly run: (asked: Asked) => Promise<Run>;
  /** Set where each request takes half a second: it is only asked what another way to run the same scripts may answer otherwise. */
  readonly isSlow?: true;
}

export const clients: readonly Client[] = [
  { name: "newman", target: "postman", run: runNewman },
  {
    name: "Bruno in its safe mode",
    target: "bruno",
    run: (asked) => runBruno("safe", asked),
    isSlow: true,
  },
  { name: "Bruno in its developer mode", target: "bruno", run: (asked) => runBruno("developer", asked) },
];

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

async function runNewman({ home, folder, values }: Asked): Promise<Run> {
  const files = join(home, "postman");
  const report = join(home, "newman.json");
  const { code, stdout, stderr } = await runProgram(files, [
    process.execPath,
    toolPath("newman/bin/newman.js"),
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

type BrunoReport = readonly {
  readonly results: readonly {
    readonly response: { readonly status: number };
    readonly testResults: readonly {
      readonly description: string;
      readonly status: "pass" | "fail";
      readonly error?: string;
    }[];
  }[];
}[];

async function runBruno(sandbox: "safe" | "developer", { home, folder, values }: Asked): Promise<Run> {
  const report = join(home, `${sandbox}.json`);
  const { code, stdout, stderr } = await runProgram(join(home, "bruno"), [
    process.execPath,
    toolPath("@usebruno/cli/bin/bru.js"),
    ...["run", ...(folder ? [folder] : []), "-r", "--env", "local", "--sandbox", sandbox],
    ...toOptions(values),
    ...["--reporter-json", report],
  ]);
  const [iteration] = JSON.parse(readFileSync(report, "utf8")) as BrunoReport;
  const sent = (iteration?.results ?? []).map(({ response, testResults }) => ({
    status: response.status,
    passed: testResults.filter(({ status }) => status === "pass").map(({ description }) => description),
    failed: testResults
      .filter(({ status }) => status === "fail")
      .map(({ description, error = "" }) => `${description}: ${error}`),
  }));
  return { code, sent, printed: `${stdout}${stderr}` };
}
