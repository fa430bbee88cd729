import { once } from "node:events";
import type { ServerHttp2Stream } from "node:http2";
import { expect, test, vi } from "vitest";
import { startHttp2Lab, textOf } from "../../support/relay-lab.ts";

test("fields, repeated ones too, body and trailers reach the upstream as they were sent, and the answer's come back", async () => {
  let seen: readonly string[] = [];
  let trailersSeen: unknown;
  let bodySeen = "";
  const { client, lab } = await startHttp2Lab((stream, flat) => {
    seen = flat;
    stream.on("trailers", (trailers) => {
      trailersSeen = trailers["x-end"];
    });
    void textOf(stream).then((body) => {
      bodySeen = body;
      stream.respond({ ":status": 201, "x-a": ["1", "2"] }, { waitForTrailers: true });
      stream.on("wantTrailers", () => stream.sendTrailers({ "x-sum": "9" }));
      stream.end("done");
    });
  });
  const request = client.request(
    { ":method": "PUT", ":path": "/a//b?c=%2F", "x-b": ["1", "2"] },
    { waitForTrailers: true },
  );
  request.on("wantTrailers", () => request.sendTrailers({ "x-end": "1" }));
  request.end("hello");
  const trailers = once(request, "trailers");
  const [, , answerFields] = await once(request, "response");
  expect(await textOf(request)).toBe("done");
  expect((await trailers)[0]).toMatchObject({ "x-sum": "9" });
  expect(seen).toEqual(expect.arrayContaining([":path", "/a//b?c=%2F", ":authority", "a.example:80"]));
  expect(seen.join(" ")).toContain("x-b 1 x-b 2");
  expect(answerFields.join(" ")).toContain(":status 201 x-a 1 x-a 2");
  expect({ bodySeen, trailersSeen }).toEqual({ bodySeen: "hello", trailersSeen: "1" });
  expect(lab.judged).toMatchObject([
    { head: { httpVersion: "2", method: "PUT", target: "/a//b?c=%2F", host: "a.example:80" }, body: "hello" },
  ]);
  expect(lab.exchanges).toMatchObject([{ response: { status: 201 }, responseBody: { length: 4, truncated: false } }]);
});

test("a reset of either side is the other's, with its code", async () => {
  const streams: ServerHttp2Stream[] = [];
  const { client, lab } = await startHttp2Lab((stream, flat) => {
    streams.push(stream);
    if (flat.includes("/reset")) stream.close(11);
  });
  const byUpstream = client.request({ ":path": "/reset" });
  byUpstream.on("error", () => {});
  await new Promise((resolve) => byUpstream.once("close", resolve));
  expect(byUpstream.rstCode).toBe(11);
  const byClient = client.request({ ":path": "/wait" });
  await vi.waitUntil(() => streams.length === 2);
  byClient.on("error", () => {});
  byClient.close(8);
  await vi.waitUntil(() => streams[1]?.closed);
  expect(streams[1]?.rstCode).toBe(8);
  expect(lab.exchanges.map(({ abandoned }) => abandoned)).toEqual(["stream-reset", "stream-reset"]);
});
