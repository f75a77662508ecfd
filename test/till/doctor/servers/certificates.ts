import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/**
 * Makes a self-signed certificate for an alternative name such as `DNS:localhost`. If `days` is negative, it has
 * expired.
 */
export function makeCertificate(name: string, days = 1): Certificate {
  const folder = mkdtempSync(join(tmpdir(), "mplus-certificate-"));
  const path = (file: string) => join(folder, file);
  const openssl = (...args: readonly string[]) => execFileSync("openssl", args, { stdio: "pipe" });
  try {
    writeFileSync(path("names"), `subjectAltName=${name}\n`);
    const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
    openssl("req", "-new", ...curve, "-subj", "/CN=test", "-keyout", path("key"), "-out", path("request"));
    const ends = ["-days", `${days}`, "-extfile", path("names")];
    openssl("x509", "-req", "-in", path("request"), "-signkey", path("key"), ...ends, "-out", path("cert"));
    return { key: readFileSync(path("key"), "utf8"), cert: readFileSync(path("cert"), "utf8") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
