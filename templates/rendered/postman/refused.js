// The server rejects a forged request because of its signature; nothing else is wrong with it.
pm.test("the request is rejected: status 400, 401 or 403", () => {
  pm.expect(status, explain()).to.be.oneOf([400, 401, 403]);
});

pm.test("the signature is the reason: NO_SIGNATURE or INVALID_SIGNATURE", () => {
  const { code } = (answer && answer.error) || {};
  const isForSignature = code === "NO_SIGNATURE" || code === "INVALID_SIGNATURE";
  pm.expect(isForSignature, explain()).to.equal(true);
});
