/** WebSockets, as API Gateway and IoT speak them: from the upgrade on the bytes are another protocol's. */
import { describe, expect, test } from "vitest";
import { type Circumstances, compare } from "./compared/compare.ts";
import { get, ok, request, response } from "./compared/http1.ts";
import { client, server, situationOf, type Turn } from "./compared/transcript.ts";

const ALL_BYTES = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
const UPGRADE = ["Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: AAAA=="];
const SWITCHING = response("101 Switching Protocols", ["Upgrade: websocket", "Connection: Upgrade"]);
/** RFC 6455 5.2: final binary frames, masked from the client. */
const fromClient = (payload: Buffer): Buffer => Buffer.concat([Buffer.from([0x82, 0xfe, 1, 0, 0, 0, 0, 0]), payload]);
const fromServer = (payload: Buffer): Buffer => Buffer.concat([Buffer.from([0x82, 126, 1, 0]), payload]);
const CLOSE = Buffer.from([0x88, 0x80, 0, 0, 0, 0]);

const QUERY =
  "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIARTX3GSDSQKS4H4NX%2F20260115%2Fus-east-1%2Fiotdevicegateway%2Faws4_request" +
  "&X-Amz-Date=20260115T000000Z&X-Amz-SignedHeaders=host&X-Amz-Signature=00";

/** Nobody could judge what comes behind (see http1-upgrade): the relay breaks the connection off. */
const REFUSED = "an upgrade that is refused, and a request behind it";

const SITUATIONS: Record<string, readonly Turn[]> = {
  "frames both ways, then closed in order": [
    client.says(get(UPGRADE)),
    server.says(SWITCHING),
    client.says(fromClient(ALL_BYTES)),
    server.says(fromServer(ALL_BYTES)),
    server.says(fromServer(ALL_BYTES)),
    client.says(CLOSE),
    server.says(CLOSE),
    server.ends,
  ],
  "first frame in the same packet as the answer": [
    client.says(get(UPGRADE)),
    server.says(Buffer.concat([Buffer.from(SWITCHING), fromServer(ALL_BYTES)])),
    client.says(fromClient(ALL_BYTES)),
  ],
  "MQTT over WebSocket with a presigned query": [
    client.says(
      `GET /mqtt?${QUERY} HTTP/1.1\r\nHost: localhost\r\n${UPGRADE.join("\r\n")}\r\nSec-WebSocket-Protocol: mqtt\r\n\r\n`,
    ),
    server.says(SWITCHING),
    client.says(fromClient(ALL_BYTES)),
    server.says(fromServer(ALL_BYTES)),
    client.resets,
  ],
  [REFUSED]: [
    client.says(get(UPGRADE)),
    server.says(response("403 Forbidden", ["Content-Length: 0"])),
    client.says(get()),
    server.says(ok()),
  ],
  "frames that look like HTTP": [
    client.says(get(UPGRADE)),
    server.says(SWITCHING),
    client.says(request("DELETE /bucket/never", ["Content-Length: banana"])),
    server.says("HTTP/1.1 999 Never\r\n\r\n"),
    server.resets,
  ],
};

const TRANSPORTS: readonly (readonly [string, Circumstances])[] = [
  ["in the clear", {}],
  ["by TLS", { tls: {} }],
  ["by TLS, of a relay of messages", { tls: {}, observing: "relayed" }],
];

const fitting = ({ observing }: Circumstances) =>
  Object.entries(SITUATIONS).filter(([name]) => observing === undefined || name !== REFUSED);

describe.each(TRANSPORTS)("%s", { timeout: 20_000 }, (_, circumstances) => {
  test.each(fitting(circumstances))("%s", async (_, turns) => {
    const { differences, recording } = await compare(situationOf(turns), circumstances);
    expect(differences).toEqual([]);
    expect(recording.notices).toEqual([]);
    expect(recording.tunnels).toEqual([]);
    expect(JSON.stringify(recording)).not.toContain("never");
  });
});
