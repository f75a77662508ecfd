// `node --import tsx hold-inbox.ts <folder>` keeps an inbox open until stdin ends, as its owner does.
import { once } from "node:events";
import { createInbox } from "../../../templates/copied/inbox/create-inbox.js";

const inbox = createInbox({ database: process.argv[2] ?? "" });
await inbox.connect();
console.log("open");
await once(process.stdin.resume(), "end");
await inbox.close();
