import { describe, expect, it } from "vitest";
import { stripStyles } from "../../../generator/base/text/style.js";
import { reportExchange, listRemarks } from "../../../generator/cli/commands/traffic/report-exchange.js";
import { printForTerminal } from "../../../generator/pages/blocks/terminal.js";
import { describeExchange } from "../../../generator/till/page/describe-exchange.js";
import { explainExchange, hold } from "../../../generator/till/page/explain-exchange.js";
import { createObserver } from "../../../generator/till/traffic/observe.js";
import { secret } from "../../conformance/signature.js";
import { readCases } from "../../workbench/cases.js";
import { readText } from "../../architecture/files.js";
import { ownContract } from "../own-spec.js";
import { toWire, type WireCase } from "./wire.js";

interface Case extends WireCase {
  readonly name: string;
  /** True if the secret is unknown. */
  readonly isSecretUnknown?: boolean;
  /** In the terminal: a line for the exchange, and one for each cause. */
  readonly printed: string;
  readonly says: string;
}

const cases = readCases("explain-exchange.yaml", import.meta) as readonly Case[];
const contract = ownContract();

function observe({ isSecretUnknown, ...given }: WireCase & Pick<Case, "isSecretUnknown">) {
  const key = isSecretUnknown === true ? undefined : secret;
  return createObserver({ contract, secret: key, findRelease: () => undefined })(toWire(given));
}

const print = (given: Parameters<typeof observe>[0]): string => {
  const seen = observe(given);
  return stripStyles(printForTerminal(reportExchange(seen, explainExchange(seen, contract)))).slice(
    "00:00:00 ".length,
  );
};

describe("of an exchange with a shop, the terminal, the page and JSON say the same, a line for each cause:", () => {
  it.each(cases)("$name", ({ printed, says, ...given }) => {
    expect(print(given)).toBe(printed);
    const seen = observe(given);
    const [, ...lines] = printed.trimEnd().split("\n");
    expect(listRemarks(explainExchange(seen, contract))).toEqual(lines.map((line) => line.trim()));
    const logged = { exchange: seen, id: 1, at: 1, byItself: false, isWaiting: false };
    const page = describeExchange(logged, contract);
    expect(page.says).toBe(says);
    const findings = page.findings.map(({ code, message, path = "" }) =>
      `${path} ${code}: ${message}`.trim(),
    );
    expect([...findings, ...page.notes]).toEqual(lines.map((line) => line.trim()));
  });
});

describe("an answer is slow", () => {
  const poll = { event: "pollExternalPayment" };
  it.each([
    ["to a scan after two seconds", {}, 2000],
    ["to a poll two seconds after the time that the receiver may hold it", poll, 5000],
    ["to an event that polls, too", { with: { event: { eventBlocking: true, eventPolling: true } } }, 5000],
  ] as const)("%s", (_, given, limit) => {
    expect(print({ ...given, duration: limit - 1 })).toContain(` ${limit - 1} ms`);
    expect(print({ ...given, duration: limit - 1 })).not.toContain("(slow)");
    expect(print({ ...given, duration: limit })).toContain(` ${limit} ms (slow)`);
  });

  it("later than the receiver's README advises to hold it", () => {
    const [, advised] = /holdFor: (\d+)/.exec(readText("templates/copied/receiver/README.md")) ?? [];
    expect(Number(advised)).toBe(hold);
  });
});
