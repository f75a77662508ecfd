import { describe, expect, it } from "vitest";
import { examine, probes } from "../../generator/doctor/examine.js";
import { http } from "./servers/serve.js";
import { patientAt } from "./patient.js";
import { receiver } from "./servers/receiver.js";
import { sickReceivers } from "./servers/sick-receivers.js";

const examineAt = (url: string, tell?: (question: string) => void) =>
  examine({ ...patientAt(url), ...(tell && { tell }) });

describe("the doctor finds what a receiver suffers from:", () => {
  it.each(sickReceivers)("$name", async ({ start, path = "/mplus", tell, wrong = {}, advice = {} }) => {
    const { host, close } = await start();
    try {
      const findings = await examineAt(`http://${host}${path}`, tell);
      const port = host.split(":")[1] ?? "";
      const seen = (state: string) =>
        Object.fromEntries(
          findings
            .filter((finding) => finding.state === state && finding.probe.id !== "pace")
            .map(({ probe, saw }) => [probe.id, saw.replace(port, "PORT")]),
        );
      expect({ wrong: seen("wrong"), advice: seen("advice") }).toEqual({ wrong, advice });
    } finally {
      await close();
    }
  });

  it.each([
    ["mplus", "url", '"mplus" is not a URL of http or https.'],
    ["ftp://localhost/mplus", "url", '"ftp://localhost/mplus" is not a URL of http or https.'],
    [
      "http://127.0.0.1:4/mplus?shop=1",
      "url-end",
      'It goes on after the path, and a till appends to its very end: "?shop=1/…".',
    ],
  ])("the URL %s", async (url, id, saw) => {
    const findings = await examineAt(url);
    expect(findings.find(({ probe }) => probe.id === id)).toMatchObject({ state: "wrong", saw });
  });
});

describe("the doctor", () => {
  it("says what to change about each thing that is amiss", async () => {
    const { host, close } = await http(receiver({ refuse: () => undefined }))();
    const findings = await examineAt(`http://${host}/mplus`).finally(close);
    const amiss = findings.filter(({ state }) => state === "wrong" || state === "advice");
    expect(amiss.filter(({ change = "" }) => !/^[A-Z].*\.$/.test(change))).toEqual([]);
  });

  it("minds answers that take long", async () => {
    const pace = probes.find(({ id }) => id === "pace");
    const bench = { durations: [12, 1500] } as unknown as Parameters<NonNullable<typeof pace>["ask"]>[0];
    expect(await pace?.ask(bench, new Map())).toMatchObject({
      isWell: false,
      saw: "The slowest answer took 1500 ms, and a cashier waits for it.",
    });
  });
});
