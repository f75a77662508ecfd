/** What is true of an operation or a message over HTTP, in the version of the bindings that this document is written in. */
export const bindHttp = (facts: object): object => ({ http: { ...facts, bindingVersion: "0.3.0" } });
