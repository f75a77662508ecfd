// One part of the bench in a process of its own: `node part.mjs <name> [--quick]`; its figures go to the parent.
const [name, quick] = process.argv.slice(2);
const { run } = await import(`./parts/${name}.mjs`);
const figures = await run({ quick: quick === "--quick" });
process.send({ node: process.versions.node, figures }, () => process.disconnect());
