// A server refuses what no till signed, and says that it is for the signature: nothing else is wrong with the request.
pm.test("the request is refused: status 400, 401 or 403", () => {
  pm.expect(status, explain()).to.be.oneOf([400, 401, 403]);
});

pm.test("the refusal is for the signature: NO_SIGNATURE or INVALID_SIGNATURE", () => {
  const { code } = (answer && answer.error) || {};
  const isForSignature = code === "NO_SIGNATURE" || code === "INVALID_SIGNATURE";
  pm.expect(isForSignature, explain()).to.equal(true);
});
