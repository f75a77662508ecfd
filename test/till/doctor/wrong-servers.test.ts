import { ownContract } from "../own-spec.js";
import { expect, it } from "vitest";
import { diagnose } from "../../../generator/till/doctor/diagnose.js";
import type { DiagnosisInput } from "../../../generator/till/doctor/facts.js";
import { sendEvent } from "../../../generator/till/doctor/examine.js";
import { readFacts } from "../../../generator/till/doctor/facts.js";
import { faults } from "../../../generator/till/doctor/faults.js";
import type { PostFailure } from "../../../generator/till/engine/post.js";
import { readCases } from "../../workbench/cases.js";
import { examinationAt, useServer, type Call } from "./examination.js";
import { secret, subscription } from "./servers/receiver.js";
import { http, type Start } from "./servers/serve.js";
import { doubtfulServers, rightServers, wrongServers } from "./servers/wrong-servers.js";

const { badUrls, redirects, failures } = readCases("wrong-servers.yaml", import.meta) as {
  readonly badUrls: readonly Readonly<Record<"url" | "why", string>>[];
  readonly redirects: readonly Readonly<Record<"location" | "change", string>>[];
  readonly failures: readonly PostFailure[];
};

const send = (start: Start, call: Call = {}) =>
  useServer(start, call, (url) => sendEvent(examinationAt(url)));

it.each(wrongServers)("one event is enough to find out: $says", async ({ start, id, says, ...call }) => {
  const { complaint, isTaken, sent, host } = await send(start, call);
  const message = says.replace("HOST", host).replace("SIZE", `${sent.body.length}`);
  expect({ isTaken, ...complaint }).toMatchObject({ isTaken: false, id, message });
  expect(complaint?.change).toMatch(/^[A-Z`].*\.$/);
});

it.each(badUrls)("a URL that cannot be called is explained: $url", async ({ url, why }) => {
  const { complaint } = await sendEvent(examinationAt(url));
  expect(complaint).toMatchObject({ id: "bad-url", message: `"${url}" cannot be called: ${why}.` });
});

it.each(redirects)("a redirect to $location says which URL to set up", async ({ location, change }) => {
  const { complaint, host } = await send(http(() => ({ status: 308, headers: { location }, body: "" })));
  expect(complaint?.change).toContain(change.replace("HOST", host));
});

it.each(doubtfulServers)(
  "an answer is accepted with a warning if another till may reject it: $says",
  async ({ start, id, says }) => {
    expect(await send(start)).toMatchObject({ isTaken: true, complaint: { id, message: says } });
  },
);

it.each(rightServers)("an unusual but correct answer has no complaint: %s", async (_, start) => {
  expect(await send(start)).toMatchObject({ isTaken: true, complaint: undefined });
});

/** The receiver rejected this request because it has another secret. */
const refused: DiagnosisInput = {
  endpoint: "https://shop.example",
  event: "scanCode",
  subscription,
  secret,
  findings: [],
  model: ownContract().model,
  sent: { url: "https://shop.example/scanCode", headers: {}, body: Buffer.of() },
  result: { kind: "reply", status: 401, headers: {}, body: Buffer.from("Wrong signature"), duration: 1 },
};

it.each(failures)("a failure of the network is explained: $kind", async ({ kind, code, message }) => {
  const result = { kind: "none", cause: { kind, code, message: "odd" }, duration: 1 } as const;
  expect(await diagnose({ ...refused, result })).toMatchObject({ id: kind, message });
});

it("commands other than the doctor recommend it for a rejected signature", async () => {
  const [others, doctor] = await Promise.all([diagnose(refused), diagnose({ ...refused, isDoctor: true })]);
  expect(others?.change).toBe(`${doctor?.change ?? ""} \`doctor\` tells the two apart.`);
  expect(doctor?.change).toMatch(/^Compare the secrets first; .* verified\.$/);
});

it("no message about a fault has an empty slot", () => {
  const sentences = faults.flatMap(({ wordings }) => wordings);
  const slots = sentences.flatMap((said) => (typeof said === "string" ? said.match(/\{\w+\}/g) : []) ?? []);
  expect(slots.length).toBeGreaterThan(50);
  const known = Object.keys(readFacts(refused, false)).map((name) => `{${name}}`);
  expect(slots.filter((slot) => !known.includes(slot))).toEqual([]);
});
