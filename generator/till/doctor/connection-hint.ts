import type { PostFailure, PostFailureKind } from "../engine/post.js";

/** What Node reads from its surroundings when it starts. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** For example `24.5.0`. */
  readonly nodeVersion: string;
}

const thisProcess = (): Surroundings => ({ environment: process.env, nodeVersion: process.versions.node });

/**
 * Names the setting of Node that may be missing if a request got no answer, in a sentence. Empty if there is none.
 * Never contains the value of a variable, because the address of a proxy may have a password.
 */
export function hintAtSettings(
  { kind, code }: Pick<PostFailure, "kind" | "code">,
  url: string,
  surroundings: Surroundings = thisProcess(),
): string {
  if (!URL.canParse(url)) return "";
  const target = new URL(url);
  if (kind === "certificate")
    return isUnknownAuthority.test(code) && isPrivate(toHost(target)) ? ownAuthority : "";
  const [needs, uses] = [mayNeedProxy.includes(kind), mayBeOfProxy.includes(kind)];
  return (
    (uses && hintAtUsedProxy(target, surroundings)) || (needs && hintAtProxy(target, surroundings)) || ""
  );
}

const isUnknownAuthority = /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_)/;

const ownAuthority =
  "If you made the certificate yourself, have Node trust it or its authority: NODE_EXTRA_CA_CERTS=path/to/ca.pem.";

const mayNeedProxy: readonly PostFailureKind[] = [
  ...(["unknown-host", "refused", "unreachable", "no-connection", "deadline"] as const),
];

/** A proxy that fails looks like a target that fails. */
const mayBeOfProxy: readonly PostFailureKind[] = [...mayNeedProxy, "hung-up", "not-http", "other"];

const createReader =
  ({ environment }: Surroundings) =>
  (name: string): string =>
    [name.toLowerCase(), name].map((each) => environment[each] ?? "").find((value) => value !== "") ?? "";

const isProxyOn = ({ environment }: Surroundings): boolean =>
  environment["NODE_USE_ENV_PROXY"] === "1" || /--use-env-proxy\b/.test(environment["NODE_OPTIONS"] ?? "");

/** Node also sends requests to this machine to the proxy. */
function hintAtUsedProxy(target: URL, surroundings: Surroundings): string {
  const read = createReader(surroundings);
  const name = target.protocol === "https:" ? "HTTPS_PROXY" : "HTTP_PROXY";
  if (!isProxyOn(surroundings) || !knowsProxies(surroundings.nodeVersion)) return "";
  if (read(name) === "" || isExcluded(target, read("NO_PROXY"))) return "";
  return `The request went to the proxy in ${name}, so the proxy may be the cause: check its address, user and password, or add the host to NO_PROXY.`;
}

function hintAtProxy(target: URL, surroundings: Surroundings): string {
  const { nodeVersion } = surroundings;
  const read = createReader(surroundings);
  const isTls = target.protocol === "https:";
  const names = [...(isTls ? ["HTTPS_PROXY"] : []), "HTTP_PROXY", "ALL_PROXY"];
  const name = names.find((each) => read(each) !== "");
  if (name === undefined || isLoopback(toHost(target)) || isExcluded(target, read("NO_PROXY"))) return "";
  const [isOn, isKnown] = [isProxyOn(surroundings), knowsProxies(nodeVersion)];
  if (isOn && isKnown && name !== "ALL_PROXY") return "";
  const unread = name === "ALL_PROXY" ? `, and ${names[0] ?? ""}, because Node does not read ALL_PROXY` : "";
  const change =
    isOn && !isKnown
      ? `use Node 22.21, 24.5 or later, which reads NODE_USE_ENV_PROXY=1 (this is ${nodeVersion})`
      : `set NODE_USE_ENV_PROXY=1${unread} (Node 22.21, 24.5 or later; this is ${nodeVersion})`;
  return `If it can be reached only through the proxy in ${name}, ${change}.`;
}

function knowsProxies(nodeVersion: string): boolean {
  const [major = 0, minor = 0] = nodeVersion.split(".").map(Number);
  return major >= 24 || (major === 22 && minor >= 21);
}

/** `NO_PROXY` lists hosts, each with all hosts below it, or with one port. */
function isExcluded(target: URL, list: string): boolean {
  const port = target.port || (target.protocol === "https:" ? "443" : "80");
  const host = `.${toHost(target)}`;
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => {
      const [, name = "", only = port] = /^\*?\.?(.*?)(?::(\d+))?$/.exec(entry) ?? [];
      return entry === "*" || (name !== "" && only === port && host.endsWith(`.${name}`));
    });
}

/** Without the brackets of an IPv6 address. */
export const toHost = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, "");

const isLoopback = (host: string): boolean => /^(?:(?:.+\.)?localhost|127\.[\d.]+|::1)\.?$/.test(host);

/** True for addresses and names that no public authority certifies. */
const isPrivate = (host: string): boolean =>
  isLoopback(host) ||
  /^(?:10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d+){2,3}$/.test(host) ||
  /^f(?:[cd]|e[89ab])[\da-f]*:/.test(host) ||
  /^[^.:]+$|\.(?:local|test|internal|lan|home\.arpa)\.?$/.test(host);
