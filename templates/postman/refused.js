// A server refuses what no till signed, with a status of the 400s, and says why.
pm.test("the request is refused: a status of the 400s", () => {
  pm.expect(pm.response.code, "status").to.be.within(400, 499);
});

pm.test("the refusal has an error with a code", () => {
  pm.expect(pm.response.json(), "the answer").to.have.nested.property("error.code").that.is.a("string");
});
