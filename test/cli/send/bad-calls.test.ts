import { describe, expect, it } from "vitest";
import { secret } from "../../doctor/servers/receiver.js";
import { inProject } from "../project.js";

/** A receiver that no call gets to. */
const url = ["--url", "http://127.0.0.1:9/mplus"];

const send = (...args: readonly string[]) => ["send", "scanCode", ...url, ...args];

interface BadCall {
  readonly name: string;
  readonly given: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly line: string;
}

const noSecret = (variable: string, wrong: string): string =>
  `The environment variable ${variable} ${wrong}. Put the secret key of the subscription there: export ${variable}=…, 16 bytes or more, in base64. Another variable: --secret-env.`;

const badCalls: readonly BadCall[] = [
  {
    name: "no URL",
    given: ["doctor"],
    line: "Say where the receiver is. For example: --url http://localhost:3000/mplus",
  },
  {
    name: "no secret",
    given: send(),
    environment: { MPLUS_SECRET: "" },
    line: noSecret("MPLUS_SECRET", "is not set"),
  },
  {
    name: "no secret where it should be",
    given: send("--secret-env", "SHOP"),
    line: noSecret("SHOP", "is not set"),
  },
  {
    name: "a secret that is not base64",
    given: send(),
    environment: { MPLUS_SECRET: "correct horse" },
    line: noSecret("MPLUS_SECRET", "has white space in or around the secret"),
  },
  {
    name: "a secret that is another base64",
    given: send(),
    environment: { MPLUS_SECRET: secret.replace("=", "") },
    line: noSecret("MPLUS_SECRET", "does not hold base64"),
  },
  {
    name: "a short secret",
    given: send(),
    environment: { MPLUS_SECRET: "c2VjcmV0" },
    line: noSecret("MPLUS_SECRET", "holds a secret of 6 bytes"),
  },
  {
    name: "the secret as an argument",
    given: send("--secret-env", secret),
    line: "--secret-env is not the name of an environment variable. It names the variable; the secret itself is never an argument, which others could see.",
  },
  {
    name: "an event that there is not",
    given: ["send", "scanCod", ...url],
    line: 'There is no event "scanCod". Did you mean scanCode?',
  },
  {
    name: "an event that the release does not have",
    given: ["send", "printBill", ...url, "--release", "15"],
    line: "`printBill` was added in v16.2; this till runs v15.",
  },
  {
    name: "an event that none of the releases has",
    given: ["send", "printBill", ...url, "--release", "15", "--release", "14"],
    line: "`printBill` was added in v16.2; this till runs v15.",
  },
  {
    name: "a release that is none",
    given: send("--release", "new"),
    line: '"new" is no release: write 48, 59.3 or 59.3.4.',
  },
  {
    name: "a value without a path",
    given: send("--set", "LOYAL-42"),
    line: '--set "LOYAL-42" is not path=value. For example: --set scannedCode=LOYAL-42',
  },
  {
    name: "a file and values",
    given: send("--set", "a=1", "--file", "body.json"),
    line: "--file sends a body as it is: --set cannot stand beside it.",
  },
  {
    name: "a file that is not there",
    given: send("--file", "body.json"),
    line: "body.json cannot be read: it does not exist.",
  },
  {
    name: "a folder to send",
    given: send("--file", "."),
    line: ". cannot be read: it is a folder.",
  },
  {
    name: "no repetition",
    given: send("--repeat", "0"),
    line: '--repeat "0" is not a number from 1 to 10000.',
  },
  {
    name: "no deadline",
    given: send("--deadline", "soon"),
    line: '--deadline "soon" is not a number of seconds up to 3600.',
  },
  {
    name: "two releases for one doctor",
    given: ["doctor", ...url, "--release", "48", "--release", "59"],
    line: "The doctor is a till of one release. Give --release once.",
  },
];

describe("a wrong call of send or doctor", () => {
  it.each(badCalls)("with $name says so in one line", async ({ given, environment, line }) => {
    await inProject(
      async ({ call }) => {
        expect(await call(...given)).toEqual({ code: 2, stdout: "", stderr: `mplus-codegen: ${line}\n` });
      },
      { MPLUS_SECRET: secret, ...environment },
    );
  });
});
