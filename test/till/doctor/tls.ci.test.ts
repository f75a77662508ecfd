import { describe, expect, it } from "vitest";
import { inProject } from "../../cli/project.js";
import { canMakeCertificates, makeCertificate, type Certificate } from "./servers/certificates.js";
import { receiver, secret } from "./servers/receiver.js";
import { https } from "./servers/serve.js";

/** Runs the doctor on a server. With `trusted`, the machine trusts its certificate. */
async function examine(certificate: Certificate, { trusted = true, scheme = "https" } = {}) {
  const { host, close } = await https(receiver(), certificate)();
  // Programs read the trusted certificates at startup.
  const run = inProject(
    (project) => {
      project.put("ca.pem", trusted ? certificate.cert : "");
      return project.callBuilt("doctor", "--url", `${scheme}://${host}/mplus`);
    },
    { MPLUS_SECRET: secret, NODE_EXTRA_CA_CERTS: "ca.pem" },
  );
  return { host, ...(await run.finally(close)) };
}

const right = "IP:127.0.0.1";

describe.skipIf(!canMakeCertificates)("with a certificate that openssl makes", () => {
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

  it("the doctor warns that a right certificate ends soon", async () => {
    const { code, stdout } = await examine(makeCertificate(right));
    expect(code).toBe(0);
    expect(stdout).toContain("No problems found; see the advice.");
    expect(stdout).toMatch(
      /Is the certificate valid for another two weeks\?\n\s+It is valid for 0 more days\./,
    );
  });
});
