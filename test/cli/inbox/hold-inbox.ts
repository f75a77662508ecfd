// node --import tsx hold-inbox.ts <folder>
// Has an inbox open, as its owner does, until its input ends.
import { once } from "node:events";
import { createInbox } from "../../../templates/copied/inbox/create-inbox.js";

const inbox = createInbox({ database: process.argv[2] ?? "" });
await inbox.connect();
console.log("open");
await once(process.stdin.resume(), "end");
await inbox.close();
