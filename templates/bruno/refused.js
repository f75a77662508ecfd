// A server refuses what no till signed, with a status of the 400s, and says why.
test("the request is refused: a status of the 400s", () => {
  expect(res.getStatus(), "status").to.be.within(400, 499);
});

test("the refusal has an error with a code", () => {
  const given = res.getBody();
  // Bruno reads JSON itself where the status is not one of the 200s.
  const answer = typeof given === "string" ? JSON.parse(given) : given;
  expect(answer, "the answer").to.have.nested.property("error.code").that.is.a("string");
});
