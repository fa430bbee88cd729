/** Who may use the port that `iamgen listen` leaves open: needs a second user, so it runs where the tests run as root. */
import { expect, test } from "vitest";
import { answerTo, canBeNobody, NOBODY, sendAndLeave } from "../support/another-user.ts";
import { listeningIamgen } from "../support/listening-iamgen.ts";
import { countingUpstream } from "../support/upstreams.ts";

test.skipIf(!canBeNobody)("turns another user away, says how to let him in, and reports it", async () => {
  const { port, stop } = await listeningIamgen();
  const answer = await answerTo(NOBODY, port);
  expect(answer).toMatch(/^HTTP\/1\.1 403 Forbidden\r\n/);
  expect(answer).toContain("iamgen: this proxy serves its own user only\nhint: start it with iamgen listen --no-auth");
  expect((await stop()).notices).toMatchObject([{ code: "other-user", count: 1 }]);
});

test.skipIf(!canBeNobody)("serves every user with --no-auth", async () => {
  const { port, stop } = await listeningIamgen({ options: ["--no-auth"] });
  expect(await answerTo(NOBODY, port)).toMatch(/^HTTP\/1\.1 502 Bad Gateway\r\n/);
  await stop();
});

test.skipIf(!canBeNobody)("passes nothing on for another user who sends it and leaves at once", async () => {
  const upstream = await countingUpstream();
  const { port, stop } = await listeningIamgen();
  await sendAndLeave(NOBODY, port, `GET http://${upstream.authority}/ HTTP/1.1\r\nHost: ${upstream.authority}\r\n\r\n`);
  await answerTo(NOBODY, port);
  const { notices } = await stop();
  expect(upstream.received()).toBe(0);
  // Older kernels do not tell any more whose the first one was.
  const told = notices.map(({ code, count }) => `${code} ${count}`).sort();
  expect([["other-user 2"], ["other-user 1", "refused 1"]]).toContainEqual(told);
});
