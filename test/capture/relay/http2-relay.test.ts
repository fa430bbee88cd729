import { once } from "node:events";
import { expect, test } from "vitest";
import { DENIED, startHttp2Lab, textOf } from "../../support/relay-lab.ts";

test("one stream is refused in the upstream's place while others of the connection go on", async () => {
  const paths: string[] = [];
  const { client, lab } = await startHttp2Lab(
    (stream, flat) => {
      paths.push(flat[flat.indexOf(":path") + 1] ?? "");
      stream.respond({ ":status": 200 });
      stream.end("hi");
    },
    { decide: ({ head }) => (head.target === "/no" ? DENIED : undefined) },
  );
  const [refused, passed] = [client.request({ ":path": "/no" }), client.request({ ":path": "/yes" })];
  const [head] = await once(refused, "response");
  expect({ status: head[":status"], body: await textOf(refused) }).toEqual({ status: 403, body: "no" });
  expect(await textOf(passed)).toBe("hi");
  expect(paths).toEqual(["/yes"]);
  expect(lab.exchanges.map(({ response }) => response?.status)).toEqual([403, 200]);
});

test("bytes go both ways at once where the head alone is judged", async () => {
  const { client } = await startHttp2Lab(
    (stream) => {
      stream.respond({ ":status": 200 });
      stream.pipe(stream);
    },
    { waitsForBody: false },
  );
  const request = client.request({ ":method": "POST", ":path": "/" });
  request.write("one");
  expect(String((await once(request, "data"))[0])).toBe("one");
  request.write("two");
  expect(String((await once(request, "data"))[0])).toBe("two");
  request.end();
  await once(request, "end");
});

test("interim answers are passed on", async () => {
  const { client } = await startHttp2Lab((stream) => {
    stream.additionalHeaders({ ":status": 103, link: "</a>" });
    stream.respond({ ":status": 204 }, { endStream: true });
  });
  const request = client.request({ ":path": "/" });
  const [interim] = await once(request, "headers");
  expect({ ...interim }).toMatchObject({ ":status": 103, link: "</a>" });
  const [head] = await once(request, "response");
  expect(head[":status"]).toBe(204);
});

test("the upstream's GOAWAY lets open streams finish and ends the client's connection in order", async () => {
  const { client, server } = await startHttp2Lab((stream) => {
    stream.session?.goaway(0);
    stream.respond({ ":status": 200 });
    setImmediate(() => stream.end("late"));
  });
  expect(server.listening).toBe(true);
  const goaway = once(client, "goaway");
  const request = client.request({ ":path": "/" });
  expect(await textOf(request)).toBe("late");
  expect((await goaway)[0]).toBe(0);
});

test("16 MiB pass in both directions unharmed", async () => {
  const size = 16 * 1024 * 1024;
  const { client } = await startHttp2Lab(
    (stream) => {
      stream.respond({ ":status": 200 });
      stream.pipe(stream);
    },
    { waitsForBody: false },
  );
  const request = client.request({ ":method": "POST", ":path": "/" });
  let received = 0;
  request.on("data", (chunk: Buffer) => {
    received += chunk.length;
  });
  const chunk = Buffer.alloc(1024 * 1024);
  for (let sent = 0; sent < size; sent += chunk.length) {
    if (!request.write(chunk)) await once(request, "drain");
  }
  request.end();
  await once(request, "end");
  expect(received).toBe(size);
});
