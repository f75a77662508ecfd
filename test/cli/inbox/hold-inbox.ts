// node --import tsx hold-inbox.ts <folder>
// Has an inbox open, as its owner does, and stores an event in it a hundred times a second, until its input ends.
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createInbox } from "../../../templates/copied/inbox/create-inbox.js";

const inbox = createInbox({ database: process.argv[2] ?? "" });
const store = async (about: string): Promise<void> => {
  const id = randomUUID();
  await inbox.add({
    id,
    key: `a.${id}`,
    event: "scanCode",
    subscriptionId: "shop-12",
    about,
    body: "{}",
    seal: "",
  });
};
await store("first");
const storing = setInterval(() => void store("later"), 10);
console.log("open");
await once(process.stdin.resume(), "end");
clearInterval(storing);
await inbox.close();
