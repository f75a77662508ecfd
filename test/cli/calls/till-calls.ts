import { execFileSync } from "node:child_process";
import { linkSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { secret } from "../../conformance/signature.js";
import type { Project } from "../project.js";
import { rows, type BadCall } from "./rows.js";

const at = "--url http://127.0.0.1:9/mplus";
const noSecret = (variable: string, wrong: string): string =>
  `The environment variable ${variable} ${wrong}. Put the subscription's secret key there or in .env: export ${variable}=…, at least 16 bytes in base64. To use another variable, set --secret-env.`;

const unusable = (value: string, wrong: string): BadCall[] =>
  rows(
    "usage",
    { [`send scanCode ${at}`]: noSecret("MPLUS_SECRET", wrong) },
    { environment: { MPLUS_SECRET: value } },
  );

const put = (files: Readonly<Record<string, string>>) => (project: Project) => project.putAll(files);
const good = put({
  "round.yaml": 'values: { card: "1" }\nsteps: [{ scan: "${card}" }]\n',
  "reports/old.xml": "",
});
const notBase64 = "is not base64 of at least 16 bytes, without spaces or quotes";

const beside = (lay: (path: (name: string) => string) => void) => (project: Project) => {
  good(project);
  lay((name) => join(project.folder, name));
};
const noFile = "This file cannot be read: it is not a regular file.";

const unixCalls: readonly BadCall[] = [
  ...rows(
    "report-overwrites",
    {
      [`simulate round.yaml ${at} --junit /dev/null`]:
        "--junit /dev/null would overwrite a file that is not an earlier report…",
    },
    { before: good },
  ),
  ...rows(
    "report-overwrites",
    {
      [`simulate round.yaml ${at} --junit t.xml`]:
        "--junit t.xml would overwrite a file that is not an earlier report…",
    },
    { before: beside((path) => symlinkSync("elsewhere", path("t.xml"))) },
  ),
  ...rows(
    "file-unreadable",
    {
      [`simulate /dev/zero ${at}`]: noFile,
      [`simulate pipe.yaml ${at}`]: noFile,
    },
    { before: ({ folder }) => void execFileSync("mkfifo", [join(folder, "pipe.yaml")]) },
  ),
];

export const tillCalls: readonly BadCall[] = [
  ...unusable("", "is not set"),
  ...unusable("correct horse", notBase64),
  ...unusable(secret.replace("=", ""), notBase64),
  ...unusable("c2VjcmV0", notBase64),
  ...rows(
    "usage",
    {
      doctor: "Enter the receiver's URL. For example: --url http://localhost:3000/mplus",
      [`send scanCode ${at} --secret-env SHOP`]: noSecret("SHOP", "is not set"),
      [`send scanCode ${at} --secret-env ${secret}`]:
        "--secret-env is not the name of an environment variable. Enter the name of the variable, not the secret, which other users could see in the list of processes.",
      [`send scanCod ${at}`]: 'Unknown event "scanCod". Did you mean scanCode?',
      [`send printBill ${at} --release 15`]: "`printBill` requires v16.2; this till runs v15.",
      [`send scanCode ${at} --set LOYAL-42`]:
        '--set "LOYAL-42" is not path=value. For example: --set scannedCode=LOYAL-42',
      [`send scanCode ${at} --deadline soon`]: '--deadline "soon" is not a number of seconds up to 3600.',
      [`doctor ${at} --release 48 --release 59`]: "Use --release only once with this command.",
      [`simulate round.yaml ${at} --timeout 0`]: '--timeout "0" is not a number of seconds up to 3600.',
      [`simulate ${at}`]:
        "Name the scenarios to run. Name files or built-in scenarios. To list the built-in ones, run mplus-codegen simulate without options.",
      "simulate round.yaml": "Enter the receiver's URL. For example: --url http://localhost:3000/mplus",
      [`simulate round.yaml ${at} --set card`]:
        '--set "card" is not name=value. For example: --set card=LOYAL-42',
      [`simulate round.yaml ${at} --release 99`]: "v99 is unknown: the newest known release is v…",
      [`simulate round.yaml ${at} --seed x`]: '--seed "x" is not a whole number of up to nine digits.',
      "mock scanCode --release 47 --min-version 48": "The fleet 48.. does not include --release 47…",
      "mock scanCode --release 47,48": "Use --release only once with this command.",
      "mock scanCode --seed -1": '--seed "-1" is not a whole number of up to nine digits.',
    },
    { before: good },
  ),
  ...rows("unknown-event", { "mock scancode": 'Unknown event "scancode". Did you mean "scanCode"?' }),
  ...rows("event-not-in-fleet", {
    "mock selectRelation --max-version 40":
      "None of your shops sends the event selectRelation (requires v43.1.1; your newest shop runs v40)…",
  }),
  ...rows(
    "malformed-release",
    {
      "mock scanCode --release new": '--release "new" is not a release…',
      [`send scanCode ${at} --release new`]: '--release "new" is not a release…',
      [`simulate round.yaml ${at} --release 59,x`]: '--release "x" is not a release…',
    },
    { before: good },
  ),
  ...rows("unknown-scenario", {
    [`simulate rond.yaml ${at}`]: 'There is no file or built-in scenario "rond.yaml"…',
  }),
  ...rows(
    "file-unreadable",
    { [`simulate reports ${at}`]: "This file cannot be read: it is a folder." },
    { before: good },
  ),
  ...rows(
    "scenario-key",
    { [`simulate bad.yaml ${at}`]: 'Unknown key "scn". Did you mean "scan"?' },
    { before: put({ "bad.yaml": "steps:\n  - scn: x\n" }) },
  ),
  ...rows(
    "unknown-value",
    {
      [`simulate round.yaml ${at} --set crd=2`]:
        '--set sets "crd", but no scenario in this call has that value. Did you mean "card"?',
    },
    { before: good },
  ),
  ...rows(
    "output-unwritable",
    {
      [`simulate round.yaml ${at} --junit no/such/folder.xml`]:
        "no/such/folder.xml cannot be written: it does not exist.",
    },
    { before: good },
  ),
  ...rows(
    "report-overwrites",
    {
      [`simulate round.yaml ${at} --junit ./round.yaml`]:
        "--junit ./round.yaml would overwrite a file that is not an earlier report; no scenario was played. Choose another file.",
      [`simulate round.yaml ${at} --junit r.xml`]:
        "--junit r.xml would overwrite a file that is not an earlier report…",
      [`simulate round.yaml ${at} --junit reports`]:
        "--junit reports would overwrite a file that is not an earlier report…",
    },
    { before: beside((path) => linkSync(path("round.yaml"), path("r.xml"))) },
  ),
  ...rows(
    "scenario-too-long",
    { [`simulate long.yaml ${at}`]: "This is longer than 200000 characters…" },
    { before: put({ "long.yaml": "# €\n".repeat(150_000) }) },
  ),
  ...(process.platform === "win32" ? [] : unixCalls),
];
