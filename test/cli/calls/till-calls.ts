import { execFileSync } from "node:child_process";
import { linkSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { secret } from "../../conformance/signature.js";
import type { Project } from "../project.js";
import { rows, type BadCall } from "./rows.js";

const at = "--url http://127.0.0.1:9/mplus";
const noSecret = (variable: string, wrong: string): string =>
  `The environment variable ${variable} ${wrong}. Put the secret key of the subscription there or in .env: export ${variable}=…, 16 bytes or more, in base64. Another variable: --secret-env.`;

/** A secret that is none. */
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
const notBase64 = "is not base64 of 16 bytes or more, without spaces or quotes around it";

/** A scenario that lies there, with something beside it. */
const beside = (lay: (path: (name: string) => string) => void) => (project: Project) => {
  good(project);
  lay((name) => join(project.folder, name));
};
const noFile = "This file cannot be read: it is no regular file.";

/** What only Unix has. */
const unixCalls: readonly BadCall[] = [
  ...rows(
    "report-overwrites",
    {
      [`simulate round.yaml ${at} --junit /dev/null`]:
        "--junit /dev/null would overwrite what is no earlier report…",
    },
    { before: good },
  ),
  ...rows(
    "report-overwrites",
    {
      [`simulate round.yaml ${at} --junit t.xml`]: "--junit t.xml would overwrite what is no earlier report…",
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

/** Wrong calls of the commands that are a till, or make what one sends, by a user who has a secret. */
export const tillCalls: readonly BadCall[] = [
  ...unusable("", "is not set"),
  ...unusable("correct horse", notBase64),
  ...unusable(secret.replace("=", ""), notBase64),
  ...unusable("c2VjcmV0", notBase64),
  ...rows(
    "usage",
    {
      doctor: "Say where the receiver is. For example: --url http://localhost:3000/mplus",
      [`send scanCode ${at} --secret-env SHOP`]: noSecret("SHOP", "is not set"),
      [`send scanCode ${at} --secret-env ${secret}`]:
        "--secret-env is not the name of an environment variable. It names the variable; the secret itself is never an argument, which others could see.",
      [`send scanCod ${at}`]: 'There is no event "scanCod". Did you mean scanCode?',
      [`send printBill ${at} --release 15`]: "`printBill` was added in v16.2; this till runs v15.",
      [`send scanCode ${at} --set LOYAL-42`]:
        '--set "LOYAL-42" is not path=value. For example: --set scannedCode=LOYAL-42',
      [`send scanCode ${at} --deadline soon`]: '--deadline "soon" is not a number of seconds up to 3600.',
      [`doctor ${at} --release 48 --release 59`]: "Give --release once: this is about one release.",
      [`simulate round.yaml ${at} --timeout 0`]: '--timeout "0" is not a number of seconds up to 3600.',
      [`simulate ${at}`]:
        "Say which scenarios to play. Name files, or built-in ones: mplus-codegen simulate, without options, lists those.",
      "simulate round.yaml": "Say where the receiver is. For example: --url http://localhost:3000/mplus",
      [`simulate round.yaml ${at} --set card`]:
        '--set "card" is not name=value. For example: --set card=LOYAL-42',
      [`simulate round.yaml ${at} --release 99`]:
        "The webhooks of v99 are not known: the newest known release is v…",
      [`simulate round.yaml ${at} --seed x`]: '--seed "x" is not a whole number of up to nine digits.',
      "mock scanCode --release 47 --min-version 48": "No shop of 48.. runs --release 47…",
      "mock scanCode --release 47,48": "Give --release once: this is about one release.",
      "mock scanCode --seed -1": '--seed "-1" is not a whole number of up to nine digits.',
    },
    { before: good },
  ),
  ...rows("unknown-event", { "mock scancode": 'There is no event "scancode". Did you mean "scanCode"?' }),
  ...rows("event-not-in-fleet", {
    "mock selectRelation --max-version 40":
      "No shop of the fleet sends the event selectRelation (since v43.1.1: in no shop of ..40)…",
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
    [`simulate rond.yaml ${at}`]: 'There is no file "rond.yaml", and no built-in scenario of that name…',
  }),
  ...rows(
    "file-unreadable",
    { [`simulate reports ${at}`]: "This file cannot be read: it is a folder." },
    { before: good },
  ),
  ...rows(
    "scenario-key",
    { [`simulate bad.yaml ${at}`]: 'There is no "scn" here. Did you mean "scan"?' },
    { before: put({ "bad.yaml": "steps:\n  - scn: x\n" }) },
  ),
  ...rows(
    "unknown-value",
    {
      [`simulate round.yaml ${at} --set crd=2`]:
        '--set names "crd", which no scenario of this call has among its values. Did you mean "card"?',
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
        "--junit ./round.yaml would overwrite what is no earlier report, so nothing was played. Name a file for it alone.",
      [`simulate round.yaml ${at} --junit r.xml`]: "--junit r.xml would overwrite what is no earlier report…",
      [`simulate round.yaml ${at} --junit reports`]:
        "--junit reports would overwrite what is no earlier report…",
    },
    { before: beside((path) => linkSync(path("round.yaml"), path("r.xml"))) },
  ),
  ...rows(
    "scenario-too-long",
    { [`simulate long.yaml ${at}`]: "This has more than 200000 characters…" },
    { before: put({ "long.yaml": "# €\n".repeat(150_000) }) },
  ),
  ...(process.platform === "win32" ? [] : unixCalls),
];
