/** Datagrams of client-side monitoring as SDKs send them, and the events that they become. */
import { createSocket } from "node:dgram";
import { readCsmDatagram } from "../../src/capture/csm-datagram.ts";
import type { CsmAttempt, CsmCall, CsmEvent } from "../../src/capture/csm-event.ts";

export const KEY = "AKIARTX3GSDSQKS4H4NX";

type Fields = Readonly<Record<string, unknown>>;

/** As botocore 1.43 sends it. */
export function callFields(fields: Fields = {}): Fields {
  return {
    Version: 1,
    ClientId: "",
    Type: "ApiCall",
    Service: "S3",
    Api: "GetObject",
    Region: "us-east-1",
    Timestamp: 1000,
    Latency: 50,
    AttemptCount: 1,
    FinalHttpStatusCode: 200,
    MaxRetriesExceeded: 0,
    UserAgent: "Boto3/1.43.11",
    ...fields,
  };
}

export function attemptFields(fields: Fields = {}): Fields {
  return {
    Version: 1,
    ClientId: "",
    Type: "ApiCallAttempt",
    Service: "S3",
    Api: "GetObject",
    Region: "us-east-1",
    Timestamp: 1005,
    AttemptLatency: 40,
    Fqdn: "photos.s3.amazonaws.com",
    AccessKey: KEY,
    SessionToken: "token-that-must-never-be-kept",
    HttpStatusCode: 200,
    UserAgent: "Boto3/1.43.11",
    ...fields,
  };
}

export const datagram = (fields: Fields): Buffer => Buffer.from(JSON.stringify(fields));

function event(fields: Fields): CsmEvent {
  const read = readCsmDatagram(datagram(fields));
  if (typeof read === "string") throw new Error(read);
  return read;
}

export function csmCall(fields: Fields = {}): CsmCall {
  const read = event(callFields(fields));
  if (read.kind !== "call") throw new Error("no call");
  return read;
}

export function csmAttempt(fields: Fields = {}): CsmAttempt {
  const read = event(attemptFields(fields));
  if (read.kind !== "attempt") throw new Error("no attempt");
  return read;
}

/** Resolves once the kernel has taken them all. */
export async function sendDatagrams(port: number, datagrams: readonly Buffer[]): Promise<void> {
  const socket = createSocket("udp4");
  for (const bytes of datagrams) {
    await new Promise<void>((resolve, reject) =>
      socket.send(bytes, port, "127.0.0.1", (error) => (error === null ? resolve() : reject(error))),
    );
  }
  await new Promise<void>((resolve) => socket.close(() => resolve()));
}
