// Connects, waits for a word, claims keys all at once, and tells what it got.
import { connect } from "./connect.mjs";

process.once("message", async (setup) => {
  const store = await connect(setup);
  process.once("message", async ({ keys, claims }) => {
    const results = await Promise.all(
      Array.from({ length: claims }, async (_, index) => {
        const key = keys[index % keys.length];
        const own = `${process.pid} ${index}`;
        return { key, own, got: await store.add(key, own, 60_000) };
      }),
    );
    process.send(results, () => process.exit());
  });
  process.send("ready");
});
