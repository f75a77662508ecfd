import { describe, expect, it } from "vitest";
import { hintAtSettings } from "../../../generator/till/doctor/connection-hint.js";
import type { PostFailureKind } from "../../../generator/till/engine/post.js";

const proxy = "http://user:pa55word@proxy.example:3128";

/** The first variable that a hint names as the proxy's; undefined without a hint. */
function findProxy(
  url: string,
  environment: Readonly<Record<string, string>>,
  { nodeVersion = "22.20.0", kind = "unknown-host" }: { nodeVersion?: string; kind?: PostFailureKind } = {},
): string | undefined {
  const hint = hintAtSettings({ kind, code: "" }, url, { environment, nodeVersion });
  expect(hint).not.toMatch(/pa55word|proxy\.example/);
  if (hint !== "" && !hint.startsWith("The request went")) expect(hint).toContain("NODE_USE_ENV_PROXY=1");
  return /only through the proxy in (\w+)/.exec(hint)?.[1];
}

const shop = "https://shop.example/mplus";

describe("a request without an answer hints at the proxy", () => {
  it.each<[string, Readonly<Record<string, string>>, string | undefined]>([
    [shop, { HTTPS_PROXY: proxy }, "HTTPS_PROXY"],
    [shop, { https_proxy: proxy }, "HTTPS_PROXY"],
    [shop, { HTTP_PROXY: proxy }, "HTTP_PROXY"],
    [shop, { all_proxy: proxy }, "ALL_PROXY"],
    ["http://shop.example", { HTTP_PROXY: proxy }, "HTTP_PROXY"],
    ["http://10.0.0.7:3000/mplus", { http_proxy: proxy }, "HTTP_PROXY"],
    ["http://shop.example", { HTTPS_PROXY: proxy }, undefined],
    [shop, {}, undefined],
    [shop, { HTTPS_PROXY: "", https_proxy: "" }, undefined],
    ["https://localhost:3000", { HTTPS_PROXY: proxy }, undefined],
    ["https://127.0.0.9", { HTTPS_PROXY: proxy }, undefined],
    ["https://[::1]:3000", { HTTPS_PROXY: proxy }, undefined],
    ["mplus", { HTTPS_PROXY: proxy }, undefined],
  ])("to %s with %j: %s", (url, environment, want) => {
    expect(findProxy(url, environment)).toBe(want);
  });

  it.each([
    ["*", false],
    ["shop.example", false],
    [".example", false],
    ["*.example", false],
    ["localhost, shop.example:443", false],
    ["localhost 127.0.0.1 SHOP.EXAMPLE", false],
    ["shop.example:8443", true],
    ["op.example", true],
    ["shop.example.com,,", true],
    ["", true],
  ])("unless NO_PROXY excludes the host: %j", (list, isHinted) => {
    for (const name of ["NO_PROXY", "no_proxy"])
      expect(findProxy(shop, { HTTPS_PROXY: proxy, [name]: list }) !== undefined).toBe(isHinted);
  });

  it.each<[PostFailureKind, boolean]>([
    ["unknown-host", true],
    ["refused", true],
    ["unreachable", true],
    ["no-connection", true],
    ["deadline", true],
    ["hung-up", false],
    ["tls", false],
    ["not-http", false],
    ["ended", false],
  ])("if the failure is %s: %s", (kind, isHinted) => {
    expect(findProxy(shop, { HTTPS_PROXY: proxy }, { kind }) !== undefined).toBe(isHinted);
  });

  const on = { NODE_USE_ENV_PROXY: "1" };
  it.each<[string, Readonly<Record<string, string>>, boolean]>([
    ["20.20.2", on, true],
    ["22.20.0", on, true],
    ["22.21.0", on, false],
    ["23.11.0", on, true],
    ["24.5.0", on, false],
    ["26.0.0", on, false],
    ["24.5.0", {}, true],
    ["24.5.0", { NODE_USE_ENV_PROXY: "0" }, true],
    ["24.5.0", { NODE_OPTIONS: "--use-env-proxy" }, false],
  ])("unless Node %s uses it already, with %j", (nodeVersion, environment, isHinted) => {
    const found = findProxy(shop, { HTTPS_PROXY: proxy, ...environment }, { nodeVersion });
    expect(found !== undefined).toBe(isHinted);
  });

  it("with the releases of Node that can use it, and the variables that they read", () => {
    const surroundings = { environment: { ALL_PROXY: proxy, ...on }, nodeVersion: "24.5.0" };
    expect(hintAtSettings({ kind: "refused", code: "" }, shop, surroundings)).toBe(
      "If it can be reached only through the proxy in ALL_PROXY, set NODE_USE_ENV_PROXY=1, and HTTPS_PROXY, because Node does not read ALL_PROXY (Node 22.21, 24.5 or later; this is 24.5.0).",
    );
  });
});

describe("a request that went to a proxy hints at it", () => {
  it.each<[string, Readonly<Record<string, string>>, PostFailureKind, boolean]>([
    [shop, { HTTPS_PROXY: proxy }, "refused", true],
    [shop, { HTTPS_PROXY: proxy }, "unknown-host", true],
    [shop, { HTTPS_PROXY: proxy }, "other", true],
    ["https://localhost:3443/mplus", { HTTPS_PROXY: proxy }, "refused", true],
    ["http://shop.example", { HTTP_PROXY: proxy }, "hung-up", true],
    [shop, { HTTPS_PROXY: proxy }, "certificate", false],
    [shop, { HTTP_PROXY: proxy }, "refused", false],
    [shop, { HTTPS_PROXY: proxy, NO_PROXY: "shop.example" }, "refused", false],
    [shop, {}, "refused", false],
  ])("to %s with %j, if the failure is %s: %s", (url, environment, kind, isHinted) => {
    const surroundings = { environment: { ...environment, NODE_USE_ENV_PROXY: "1" }, nodeVersion: "24.5.0" };
    const hint = hintAtSettings({ kind, code: "" }, url, surroundings);
    expect(hint).not.toMatch(/pa55word|proxy\.example/);
    expect(hint.startsWith("The request went to the proxy in HTTP")).toBe(isHinted);
  });

  it("unless Node is too old to do so", () => {
    const surroundings = {
      environment: { HTTPS_PROXY: proxy, NODE_USE_ENV_PROXY: "1" },
      nodeVersion: "20.20.2",
    };
    expect(hintAtSettings({ kind: "refused", code: "" }, shop, surroundings)).toBe(
      "If it can be reached only through the proxy in HTTPS_PROXY, use Node 22.21, 24.5 or later, which reads NODE_USE_ENV_PROXY=1 (this is 20.20.2).",
    );
  });
});

describe("a certificate of an unknown authority hints at NODE_EXTRA_CA_CERTS", () => {
  const isHinted = (host: string, code = "DEPTH_ZERO_SELF_SIGNED_CERT"): boolean =>
    hintAtSettings({ kind: "certificate", code }, `https://${host}/mplus`).includes("NODE_EXTRA_CA_CERTS=");

  it.each([
    ...["localhost", "shop.localhost:3000", "127.0.0.1", "[::1]", "10.1.2.3", "192.168.0.9", "172.16.0.1"],
    ...[
      "172.31.255.255",
      "169.254.1.1",
      "[fd00::1]",
      "[fe80::1]",
      "SHOP.local",
      "shop.test.",
      "a.b.internal",
      "till",
    ],
  ])("at %s", (host) => {
    expect(isHinted(host)).toBe(true);
  });

  it.each([
    ...[
      "shop.example",
      "172.15.0.1",
      "172.32.0.1",
      "11.0.0.1",
      "192.169.0.1",
      "10.example.com",
      "[2001:db8::1]",
    ],
    ...["local.example", "shoptest.com"],
  ])("not at %s", (host) => {
    expect(isHinted(host)).toBe(false);
  });

  it.each([
    ["SELF_SIGNED_CERT_IN_CHAIN", true],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", true],
    ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", true],
    ["UNABLE_TO_GET_ISSUER_CERT", true],
    ["CERT_HAS_EXPIRED", false],
    ["ERR_TLS_CERT_ALTNAME_INVALID", false],
  ])("for %s: %s", (code, want) => {
    expect(isHinted("localhost", code)).toBe(want);
  });
});
