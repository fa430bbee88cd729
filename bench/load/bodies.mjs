/** One large body up or down, made as it is sent and thrown away as it comes. */
import { once } from "node:events";
import { HOST } from "../authority.mjs";
import { openConnection, SIGNATURE } from "./open.mjs";

const CHUNK = Buffer.alloc(256 * 1024, "x");

const head = (method, lines) => `${method} /bucket/key HTTP/1.1\r\nhost: ${HOST}\r\n${lines.join("\r\n")}\r\n\r\n`;
const SIGNED = [`authorization: ${SIGNATURE.replace("/dynamodb/", "/s3/")}`, "x-amz-date: 20260101T000000Z"];

/** Megabytes a second. */
export async function upload(way, { bytes }) {
  const socket = await openConnection(way);
  socket.on("error", () => {});
  const startedAt = performance.now();
  socket.write(head("PUT", [...SIGNED, `content-length: ${bytes}`]));
  for (let left = bytes; left > 0; left -= CHUNK.length) {
    if (!socket.write(left < CHUNK.length ? CHUNK.subarray(0, left) : CHUNK)) await once(socket, "drain");
  }
  await once(socket, "data");
  const seconds = (performance.now() - startedAt) / 1000;
  socket.destroy();
  return { perSecond: bytes / 1e6 / seconds };
}

export async function download(way, { bytes }) {
  const socket = await openConnection(way);
  socket.on("error", () => {});
  const startedAt = performance.now();
  socket.write(head("GET", [...SIGNED, `x-size: ${bytes}`]));
  let seen = 0;
  socket.on("data", (chunk) => {
    seen += chunk.length;
    if (seen >= bytes) socket.destroy();
  });
  await once(socket, "close");
  return { perSecond: bytes / 1e6 / ((performance.now() - startedAt) / 1000) };
}
