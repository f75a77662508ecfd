import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../../generator/contract/package/package-root.js";
import { inProject } from "../../workbench/project.js";
import { runProgram } from "../../workbench/run.js";
import { needs, withReason } from "../../workbench/tools.js";
import { makeCertificate, type Certificate } from "./servers/certificates.js";
import { receiver, secret } from "./servers/receiver.js";
import { https } from "./servers/serve.js";

/** Programs read the certificates that they trust at startup, so the doctor needs a process, here from its sources. */
const doctor = [
  ...["--import", createRequire(import.meta.url).resolve("tsx")],
  ...[join(packageRoot, "generator/cli/main.ts"), "doctor", "--url"],
];

/** Runs the doctor on a server. With `trusted`, the machine trusts its certificate. */
const examine = (certificate: Certificate, { trusted = true, scheme = "https" } = {}) =>
  inProject(async ({ folder, put }) => {
    const { host, close } = await https(receiver(), certificate)();
    put("ca.pem", trusted ? certificate.cert : "");
    const environment = { MPLUS_SECRET: secret, NODE_EXTRA_CA_CERTS: "ca.pem" };
    const call = [process.execPath, ...doctor, `${scheme}://${host}/mplus`] as const;
    return { host, ...(await runProgram(folder, call, environment).finally(close)) };
  });

const right = "IP:127.0.0.1";

const missing = needs("openssl");

describe.skipIf(missing)(withReason("with a certificate that openssl makes", missing), () => {
  it.each<readonly [string, string, number, Parameters<typeof examine>[1]]>([
    ["The certificate of HOST is self-signed.", right, 1, { trusted: false }],
    ["The certificate of HOST has expired.", right, -1, {}],
    ["The certificate of HOST is for another host.", "DNS:other.example", 1, {}],
    ["HOST speaks https, but the URL says http.", right, 1, { scheme: "http" }],
  ])("the doctor says: %s", async (says, name, days, how) => {
    const { host, code, stdout } = await examine(makeCertificate(name, days), how);
    expect(code).toBe(1);
    expect(stdout).toContain(
      `Problems:\n  Is a signed event accepted, with an answer that the POS can use?\n    ${says.replace("HOST", host)}`,
    );
  });

  it.each([
    [
      15,
      /for 14 more days\.\n {4}Renew it, and automate future renewals\.\n[^]*\nNo problems found; see the advice\.\n$/,
    ],
    [
      16,
      /^ {2}ok {2}Is the certificate valid for another two weeks\? .* 15 more days\.$[^]*\nNo problems found\.\n$/m,
    ],
  ])("the doctor warns of a certificate that ends within two weeks: in %i days", async (days, says) => {
    const { code, stdout } = await examine(makeCertificate(right, days));
    expect(code).toBe(0);
    expect(stdout).toMatch(says);
  });
});
