import { describe, expect, it } from "vitest";
import { examine } from "../../generator/doctor/examine.js";
import { sendEvent } from "../../generator/doctor/send-event.js";
import { patientAt } from "./patient.js";
import { http, type Start } from "./servers/serve.js";
import { refusingServers } from "./servers/refusing-servers.js";
import { doubtfulServers, rightServers } from "./servers/right-servers.js";
import { serversInFront } from "./servers/servers-in-front.js";
import { silentServers } from "./servers/silent-servers.js";
import type { WrongServer } from "./servers/wrong-server.js";
import { wrongAnswers } from "./servers/wrong-answers.js";

async function withServer<T>(start: Start, use: (host: string) => Promise<T>): Promise<T> {
  const { host, close } = await start();
  return use(host).finally(close);
}

/** What `send` makes of a server. */
const send = (start: Start, { scheme = "http://", path = "/mplus" }: Where = {}) =>
  withServer(start, async (host) => ({ host, sent: await sendEvent(patientAt(`${scheme}${host}${path}`)) }));

/** What the doctor finds wrong with it. */
const findWrong = (start: Start, { scheme = "http://", path = "/mplus" }: Where) =>
  withServer(start, async (host) => {
    const findings = await examine(patientAt(`${scheme}${host}${path}`));
    return { host, wrong: findings.filter(({ state }) => state === "wrong") };
  });

type Where = Partial<Pick<WrongServer, "scheme" | "path">>;

describe.each([
  ["without an answer", silentServers],
  ["with something in front", serversInFront],
  ["that refuses", refusingServers],
  ["with a wrong answer", wrongAnswers],
])("a server %s is named for what it is:", (_, servers) => {
  it.each(servers)("$name, by send", async ({ start, id, says, ...where }) => {
    const { sent, host } = await send(start, where);
    const size = `${sent.glimpse.sent.body.length}`;
    expect(sent.complaint).toMatchObject({ id, message: says.replace("HOST", host).replace("SIZE", size) });
    expect(sent.complaint?.change).toMatch(/^[A-Z`].*\.$/);
    expect(sent.isTaken).toBe(false);
  });

  it.each(servers)("$name, by the doctor", async ({ start, says, doctor, ...where }) => {
    const { wrong, host } = await findWrong(start, where);
    const seen = wrong.map(({ saw }) =>
      saw
        .replaceAll(host, "HOST")
        .replace(/\b\d+ bytes is/, "SIZE bytes is")
        .replace(/^Port \d+/, "PORT"),
    );
    expect(seen).toContain(doctor ?? says);
    expect(wrong.filter(({ change = "" }) => !/^[A-Z`].*\.$/.test(change))).toEqual([]);
  });
});

describe("a URL is named for what it is:", () => {
  it.each([
    ["mplus", "bad-url", '"mplus" is no URL to post to: it is not a URL.'],
    [
      "ftp://127.0.0.1/mplus",
      "bad-url",
      '"ftp://127.0.0.1/mplus" is no URL to post to: it begins with neither http:// nor https://.',
    ],
    [
      "http://a:b@127.0.0.1/mplus",
      "bad-url",
      '"http://a:b@127.0.0.1/mplus" is no URL to post to: it has a user name in it.',
    ],
    [
      "http://127.0.0.1:6000/mplus",
      "bad-url",
      '"http://127.0.0.1:6000/mplus" is no URL to post to: its port is one that web clients refuse.',
    ],
  ])("%s", async (url, id, message) => {
    const { complaint } = await sendEvent(patientAt(url));
    expect(complaint).toMatchObject({ id, message });
  });
});

describe("a redirect says what to set up:", () => {
  it.each([
    ["/v2/mplus/scanCode", '"http://HOST/v2/mplus"'],
    ["https://shop.example/mplus/scanCode", '"https://shop.example/mplus"'],
    ["/mplus/scanCode/", "no slash after it"],
  ])("to %s", async (location, change) => {
    const { sent, host } = await send(http(() => ({ status: 308, headers: { location }, body: "" })));
    expect(sent.complaint?.change).toContain(change.replace("HOST", host));
  });
});

describe("an answer that this till takes and another may not is said to be so:", () => {
  it.each(doubtfulServers)("$name", async ({ start, id, says }) => {
    const { sent } = await send(start);
    expect(sent).toMatchObject({ isTaken: true, complaint: { id, message: says } });
  });
});

describe("a server that does it otherwise, and right, is left alone:", () => {
  it.each(rightServers)("$name", async ({ start }) => {
    const { sent } = await send(start);
    expect(sent).toMatchObject({ isTaken: true, complaint: undefined });
  });
});
