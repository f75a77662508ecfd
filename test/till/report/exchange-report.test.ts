import { describe, expect, it } from "vitest";
import { stripStyles } from "../../../generator/base/text/style.js";
import { printForTerminal } from "../../../generator/pages/blocks/terminal.js";
import { describeExchange } from "../../../generator/till/page/exchange-detail.js";
import { openLiveTraffic, showSeen } from "../../../generator/till/page/live-traffic.js";
import { printExchange } from "../../../generator/till/report/exchange-blocks.js";
import {
  formatFinding,
  hold,
  listRemarks,
  reportExchange,
} from "../../../generator/till/report/exchange-report.js";
import { createObserver } from "../../../generator/till/traffic/observe.js";
import { secret } from "../../conformance/signature.js";
import { readCases } from "../../workbench/cases.js";
import { readText } from "../../architecture/files.js";
import { play, reader } from "../desk.js";
import { ownContract } from "../own-spec.js";
import { toWire, type WireCase } from "../traffic/wire.js";

interface Case extends WireCase {
  readonly name: string;
  /** True if the secret is unknown. */
  readonly isSecretUnknown?: boolean;
  /** In the terminal: a line for the exchange, and one for each cause. */
  readonly printed: string;
  readonly says: string;
}

const cases = readCases("exchange-report.yaml", import.meta) as readonly Case[];
const contract = ownContract();

function observe({ isSecretUnknown, ...given }: WireCase & Pick<Case, "isSecretUnknown">) {
  const key = isSecretUnknown === true ? undefined : secret;
  const seen = createObserver({ contract, secret: key, findRelease: () => undefined })(toWire(given));
  return { seen, report: reportExchange(seen, { contract, secret: key }) };
}

const print = (given: Parameters<typeof observe>[0]): string =>
  stripStyles(printForTerminal(printExchange({ report: observe(given).report })));

describe("of an exchange with a shop, the terminal, the page and JSON say the same, a line for each cause:", () => {
  it.each(cases)("$name", ({ printed, says, ...given }) => {
    expect(print(given)).toBe(printed);
    const { seen, report } = observe(given);
    const [, ...lines] = printed.trimEnd().split("\n");
    const remarks = lines.map((line) => line.trim());
    expect(listRemarks(report)).toEqual(remarks);
    const page = describeExchange(showSeen(openTraffic(), seen, report));
    expect(page.says).toBe(says);
    expect([...page.findings.map(formatFinding), ...page.notes]).toEqual(remarks);
  });
});

const openTraffic = () =>
  openLiveTraffic(
    {
      contract,
      url: "http://a",
      secret,
      secretEnv: "MPLUS_SECRET",
      reader: reader(),
      findRelease: () => undefined,
      resend: () => Promise.reject(new Error("Nothing is sent.")),
    },
    () => undefined,
  );

/** The till's own exchange: whatever differs in the request comes from shops. */
const isOfTill = ({ with: changed, request, event, headers, signed, isSecretUnknown, endpoint }: Case) =>
  ![changed, request, event, headers, signed?.request, isSecretUnknown, endpoint].some(
    (each) => each !== undefined,
  );

describe("a scenario at the same server fails with the words of live traffic:", () => {
  it.each(cases.filter(isOfTill))("$name", async ({ printed, ...given }) => {
    const { result } = toWire(given);
    const fetch = () =>
      result.kind === "none"
        ? Promise.reject(Object.assign(new Error(result.cause.message), { code: result.cause.code }))
        : Promise.resolve(new Response(result.status === 204 ? null : Buffer.from(result.body), result));
    const { steps } = await play("steps: [{ scan: '1' }]", { fetch, url: "http://a" });
    const [head = "", ...lines] = printed.trimEnd().split("\n");
    const [, word = ""] = /^scanCode ([^:]+):/.exec(head) ?? [];
    const [failure] = steps[0]?.failures ?? [];
    if (word === "accepted") {
      expect(failure).toBeUndefined();
      return;
    }
    expect(failure?.message).toMatch(new RegExp(`^scanCode ${word}: `));
    expect(failure?.message).toContain(lines[0]?.trim());
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
