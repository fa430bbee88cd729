/** Programs that the hook reaches with nothing set, most to a stand-in on loopback: what fails there fails the program as it did. */
import type { Socket } from "node:net";
import { describe, expect, test } from "vitest";
import { bothEndingsOf } from "../support/ending.ts";
import { answering, tcpUpstream } from "../support/upstreams.ts";

const OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";
const CUT_SHORT = "HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\nbegun";
const BAD_CHUNK = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nbanana\r\n";

test("a signed request to a stand-in is read where its program is configured for nothing", async () => {
  const { authority } = await tcpUpstream(answering(OK));
  const program = { program: "signed-get.mjs", args: [`http://${authority}/bucket/key`] };
  const { direct, wrapped } = await bothEndingsOf(program);
  expect(wrapped).toMatchObject(direct);
  expect(wrapped).toMatchObject({ exitCode: 0, stdout: '{"status":200,"text":"hi"}\n' });
  expect(wrapped.recording.calls).toMatchObject([{ operation: "GetObject", input: { Bucket: "bucket", Key: "key" } }]);
});

interface Failing {
  readonly stage: string;
  readonly code: string;
  readonly reported: RegExp;
  readonly serve: (socket: Socket) => void;
}

const onRequest = (then: (socket: Socket) => void) => (socket: Socket) => void socket.once("data", () => then(socket));

const FAILING: readonly Failing[] = [
  {
    stage: "hangs up at once",
    code: "ECONNRESET",
    // Whether our connection or the program's bytes are there first.
    reported: /the server could not be reached|no answer/,
    serve: (socket) => socket.end(),
  },
  {
    stage: "resets after the request",
    code: "ECONNRESET",
    reported: /S3 GetObject, us-east-1, no answer/,
    serve: onRequest((socket) => socket.resetAndDestroy()),
  },
  {
    stage: "hangs up after the request, in order",
    code: "ECONNRESET",
    reported: /S3 GetObject, us-east-1, no answer/,
    serve: onRequest((socket) => socket.end()),
  },
  {
    stage: "resets within its answer",
    code: "ECONNRESET",
    reported: /S3 GetObject, us-east-1, succeeded/,
    serve: onRequest((socket) => void socket.write(CUT_SHORT, () => socket.resetAndDestroy())),
  },
  {
    stage: "answers with a broken chunk",
    code: "HPE_INVALID_CHUNK_SIZE",
    reported: /the traffic of a connection could not be followed to its end/,
    serve: onRequest((socket) => socket.end(BAD_CHUNK)),
  },
];

describe("a stand-in that", () => {
  test.each(FAILING)("$stage", async ({ code, reported, serve }) => {
    const { authority } = await tcpUpstream(serve);
    const program = { program: "signed-get.mjs", args: [`http://${authority}/bucket/key`] };
    const { direct, wrapped } = await bothEndingsOf(program);
    expect(wrapped).toMatchObject(direct);
    expect(direct).toMatchObject({ exitCode: 1, stdout: `{"error":"${code}"}\n` });
    expect(wrapped.told).toMatch(reported);
  });

  test("refuses connections: the program sees its own connection reset", async () => {
    const { authority, stopListening } = await tcpUpstream(() => {});
    stopListening();
    const program = { program: "signed-get.mjs", args: [`http://${authority}/bucket/key`] };
    const { direct, wrapped } = await bothEndingsOf(program);
    expect(direct).toMatchObject({ exitCode: 1, stdout: '{"error":"ECONNREFUSED"}\n' });
    // Once a socket is ours it is connected; a refusal can only be told by hanging up. SDKs try both again.
    expect(wrapped).toMatchObject({ exitCode: 1, stdout: '{"error":"ECONNRESET"}\n' });
    expect(wrapped.report).toContain(`${authority}, the server could not be reached, ECONNREFUSED`);
  });
});

test("an AWS host that does not resolve: the program sees its connection reset, the report says why", async () => {
  // Too long a label for DNS: the system's resolver refuses it without asking anybody.
  const host = `${"a".repeat(64)}.s3.us-east-1.amazonaws.com`;
  const environment = { CLIENT_KNOWS_NO_PROXY: "1" };
  const program = { program: "signed-get.mjs", args: [`https://${host}/bucket/key`], environment };
  const { direct, wrapped } = await bothEndingsOf(program);
  expect(direct).toMatchObject({ exitCode: 1, stdout: '{"error":"ENOTFOUND"}\n' });
  expect(wrapped).toMatchObject({ exitCode: 1, stdout: '{"error":"ECONNRESET"}\n' });
  expect(wrapped.report).toContain(`${host}:443, the server could not be reached, ENOTFOUND`);
});
