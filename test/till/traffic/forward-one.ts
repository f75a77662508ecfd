import { openForwarder } from "../../../generator/till/traffic/forward.js";

// `forward-one.ts <endpoint>` forwards one request, and prints the status of its answer.
const target = new URL(process.argv[2] ?? "");
const { port } = await openForwarder({ target, port: 0, onForwarded: () => undefined });
const { status } = await fetch(`http://127.0.0.1:${port}/mplus/scanCode`, { method: "POST", body: "{}" });
console.log(status);
process.exit();
