import { describe, expect, it } from "vitest";
import { sendEvent } from "../../generator/doctor/send-event.js";
import { secret, subscription } from "./servers/receiver.js";
import { http, type Start } from "./servers/serve.js";
import { refusingServers } from "./servers/refusing-servers.js";
import { doubtfulServers, rightServers } from "./servers/right-servers.js";
import { serversInFront } from "./servers/servers-in-front.js";
import { silentServers } from "./servers/silent-servers.js";
import { wrongAnswers } from "./servers/wrong-answers.js";
import { startTestTill } from "./start-test-till.js";

/** What a till sends, and what is made of the answer. */
const sendTo = (url: string, deadline = 60_000) =>
  sendEvent({
    startTill: startTestTill,
    till: {
      ...{ url, subscription, secret },
      settings: { answerDeadline: deadline },
      events: { scanCode: { blocking: true } },
    },
    event: "scanCode",
    parts: { scannedCode: "LOYAL-42" },
  });

async function send(start: Start, { scheme = "http://", path = "/mplus", deadline = 60_000 } = {}) {
  const { host, close } = await start();
  try {
    return { sent: await sendTo(`${scheme}${host}${path}`, deadline), host };
  } finally {
    await close();
  }
}

describe.each([
  ["without an answer", silentServers],
  ["with something in front", serversInFront],
  ["that refuses", refusingServers],
  ["with a wrong answer", wrongAnswers],
])("a server %s is named for what it is:", (_, servers) => {
  it.each(servers)("$name", async ({ start, id, says, ...where }) => {
    const { sent, host } = await send(start, where);
    const size = `${sent.glimpse.sent.body.length}`;
    expect(sent.complaint).toMatchObject({ id, message: says.replace("HOST", host).replace("SIZE", size) });
    expect(sent.complaint?.change).toMatch(/^[A-Z`].*\.$/);
    expect(sent.isTaken).toBe(false);
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
    [
      "http://nobody.invalid/mplus",
      "unknown-host",
      "There is no host nobody.invalid: its name cannot be resolved.",
    ],
  ])("%s", async (url, id, message) => {
    const { complaint } = await sendTo(url);
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
