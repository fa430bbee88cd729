import { expect, test } from "vitest";
import { readUntil } from "../../support/capture-lab.ts";
import { foreignFields } from "../../support/foreign-signer.ts";
import { relayTo, startRelayLab } from "../../support/relay-lab.ts";
import { answering, tcpUpstream } from "../../support/upstreams.ts";

const OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";
const GIVEN = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "given" };
const REAL = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "real" };
const BODY = '{"TableName":"t"}';

const request = (fields: ReturnType<typeof foreignFields>, body = BODY): string =>
  `POST / HTTP/1.1\r\n${fields.map(([name, value]) => `${name}: ${value}\r\n`).join("")}Content-Length: ${body.length}\r\n\r\n${body}`;

async function signingLab() {
  const lab = await startRelayLab({ waitsForBody: false }, { signing: { given: GIVEN, real: REAL } });
  let received = "";
  const upstream = await tcpUpstream((socket) => {
    socket.on("data", (chunk: Buffer) => {
      received += chunk.toString("latin1");
    });
    answering(OK)(socket);
  });
  return { lab, socket: await relayTo(lab, upstream.authority), received: () => received };
}

test("a request that was signed with the given key goes on signed with the real one, its body whole", async () => {
  const { received, socket } = await signingLab();
  socket.write(request(foreignFields(GIVEN, { body: BODY })));
  await readUntil(socket, OK);
  expect(received()).toBe(request(foreignFields(REAL, { body: BODY })));
});

test("what somebody else signed goes on as it is", async () => {
  const { received, socket } = await signingLab();
  const other = request(foreignFields({ accessKeyId: "AKIDOTHER", secretAccessKey: "x" }, { body: BODY }));
  socket.write(other);
  await readUntil(socket, OK);
  expect(received()).toBe(other);
});

test("a forged request is refused with the reason, to the client and in a notice, and never goes on", async () => {
  const { lab, received, socket } = await signingLab();
  socket.write(request(foreignFields({ ...GIVEN, secretAccessKey: "guessed" }, { body: BODY })));
  const detail = "the request was not signed with the keys that iamgen gave its program";
  expect(await readUntil(socket, `iamgen: ${detail}\n`)).toContain("HTTP/1.1 400 Bad Request\r\n");
  expect(received()).toBe("");
  expect(lab.notices).toMatchObject([{ kind: "refused", detail }]);
});

test("a WebSocket of ours is refused: its request would go on with a signature that is worth nothing", async () => {
  const { received, socket } = await signingLab();
  const fields = foreignFields(GIVEN, { method: "GET" }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`GET / HTTP/1.1\r\n${fields.join("")}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
  expect(await readUntil(socket, "cannot be signed anew")).toContain("HTTP/1.1 400 Bad Request\r\n");
  expect(received()).toBe("");
});
