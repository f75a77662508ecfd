import { maskSecret } from "../engine/signature.js";

/** Hides secrets in what a page gets: a server, or a sender that confuses its settings, may have sent one. */
export const createHide =
  (secrets: readonly (string | undefined)[]) =>
  (text: string): string =>
    secrets.reduce<string>((all, secret = "") => maskSecret(all, secret), text);
