import { describe, expect, it } from "vitest";
import { examine } from "../../generator/doctor/examine.js";
import { sendEvent } from "../../generator/doctor/send-event.js";
import { patientAt } from "./patient.js";
import { http, type Start } from "./servers/serve.js";
import { doubtfulServers, rightServers, wrongServers, type WrongServer } from "./servers/wrong-servers.js";

type Where = Partial<Pick<WrongServer, "scheme" | "path">>;

async function withServer<T>(
  start: Start,
  { scheme = "http://", path = "/mplus" }: Where,
  use: (url: string) => Promise<T>,
): Promise<T & { host: string }> {
  const { host, close } = await start();
  return { ...(await use(`${scheme}${host}${path}`).finally(close)), host };
}

/** What `send` makes of a server. */
const send = (start: Start, where: Where = {}) =>
  withServer(start, where, (url) => sendEvent(patientAt(url)));

describe("a wrong server is named for what it is:", () => {
  it.each(wrongServers)("$says, by send", async ({ start, id, says, ...where }) => {
    const { complaint, isTaken, glimpse, host } = await send(start, where);
    const message = says.replace("HOST", host).replace("SIZE", `${glimpse.sent.body.length}`);
    expect(complaint).toMatchObject({ id, message });
    expect(complaint?.change).toMatch(/^[A-Z`].*\.$/);
    expect(isTaken).toBe(false);
  });

  it.each(wrongServers)("$says, by the doctor", async ({ start, says, doctor, ...where }) => {
    const { findings, host } = await withServer(start, where, async (url) => ({
      findings: await examine(patientAt(url)),
    }));
    const wrong = findings.filter(({ state }) => state === "wrong");
    const seen = wrong.map(({ saw }) =>
      saw.replaceAll(host, "HOST").replace(/\b\d+ bytes is/, "SIZE bytes is"),
    );
    expect(seen.map((saw) => saw.replace(/^Port \d+/, "PORT"))).toContain(doctor ?? says);
    expect(wrong.filter(({ change = "" }) => !/^[A-Z`].*\.$/.test(change))).toEqual([]);
  });
});

it.each([
  ["mplus", "it is not a URL"],
  ["ftp://127.0.0.1/mplus", "it begins with neither http:// nor https://"],
  ["http://a:b@127.0.0.1/mplus", "it has a user name in it"],
  ["http://127.0.0.1:6000/mplus", "its port is one that web clients refuse"],
])("a URL is named for what it is: %s", async (url, why) => {
  const { complaint } = await sendEvent(patientAt(url));
  expect(complaint).toMatchObject({ id: "bad-url", message: `"${url}" is no URL to post to: ${why}.` });
});

it.each([
  ["/v2/mplus/scanCode", '"http://HOST/v2/mplus"'],
  ["https://shop.example/mplus/scanCode", '"https://shop.example/mplus"'],
  ["/mplus/scanCode/", "no slash after it"],
])("a redirect says what to set up: to %s", async (location, change) => {
  const { complaint, host } = await send(http(() => ({ status: 308, headers: { location }, body: "" })));
  expect(complaint?.change).toContain(change.replace("HOST", host));
});

it.each(doubtfulServers)("what this till takes and another may not: $says", async ({ start, id, says }) => {
  expect(await send(start)).toMatchObject({ isTaken: true, complaint: { id, message: says } });
});

it.each(rightServers)("a server that does it otherwise, and right, is left alone: %s", async (_, start) => {
  expect(await send(start)).toMatchObject({ isTaken: true, complaint: undefined });
});
