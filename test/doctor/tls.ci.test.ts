import { describe, expect, it } from "vitest";
import { inProject } from "../cli/project.js";
import { canMakeCertificates, makeCertificate, type Certificate } from "./servers/certificates.js";
import { receiver, secret } from "./servers/receiver.js";
import { https } from "./servers/serve.js";

/** What the two commands print of a server with this certificate, where the machine trusts it or not. */
async function call(certificate: Certificate, { trusted = true, scheme = "https" } = {}) {
  const { host, close } = await https(receiver(), certificate)();
  const url = `${scheme}://${host}/mplus`;
  const run = inProject(
    async (project) => {
      project.put("ca.pem", trusted ? certificate.cert : "");
      const calls = [
        project.callBuilt("send", "scanCode", "--url", url),
        project.callBuilt("doctor", "--url", url),
      ];
      const [sent, examined] = await Promise.all(calls);
      return { host, sent, examined };
    },
    { MPLUS_SECRET: secret, NODE_EXTRA_CA_CERTS: "ca.pem" },
  );
  return run.finally(close);
}

const right = "IP:127.0.0.1";

describe.skipIf(!canMakeCertificates)(
  "TLS, with certificates that openssl makes",
  { concurrent: true },
  () => {
    it.each([
      [
        "self-signed",
        () => makeCertificate(right),
        { trusted: false },
        "The certificate of HOST is self-signed.",
      ],
      ["expired", () => makeCertificate(right, -1), {}, "The certificate of HOST has expired."],
      [
        "of another host",
        () => makeCertificate("DNS:other.example"),
        {},
        "The certificate of HOST is for another host.",
      ],
      [
        "there, and the URL says http",
        () => makeCertificate(right),
        { scheme: "http" },
        "HOST speaks https, and the URL says http.",
      ],
    ])("is named where it is %s", async (_, certificate, how, says) => {
      const { host, sent, examined } = await call(certificate(), how);
      expect([sent?.code, examined?.code]).toEqual([1, 1]);
      expect(sent?.stdout).toContain(`A till cannot use it.\n${says.replace("HOST", host)}\n`);
      expect(examined?.stdout).toContain(
        `Wrong:\n- Does a web server answer there? ${says.replace("HOST", host)}`,
      );
    });

    it("is no trouble where it is right", async () => {
      const { sent, examined } = await call(makeCertificate(right));
      expect([sent?.code, examined?.code]).toEqual([0, 0]);
      expect(examined?.stdout).toContain("Nothing is wrong; see the advice.");
      expect(examined?.stdout).toContain(
        "Is its certificate good for some time to come? It is valid for 0 days more.",
      );
    });
  },
);
