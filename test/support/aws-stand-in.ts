/**
 * One HTTPS server that answers as several AWS APIs would, HTTP/1.1 and HTTP/2, and keeps what arrived: the truth
 * against which a run with iamgen is compared. For `--forward-to` with `--forward-ca`, or for `direct-to-stand-in.cjs`.
 */
import type { Http2ServerRequest, Http2ServerResponse } from "node:http2";
import type { TLSSocket } from "node:tls";
import { type SecureServer, startSecureServer } from "./secure-server.ts";

interface StandInRequest {
  readonly httpVersion: string;
  readonly method: string;
  readonly target: string;
  readonly host: string;
  readonly body: Buffer;
}

export interface AwsStandIn extends SecureServer {
  readonly requests: readonly StandInRequest[];
  /** Every byte that HTTP/1.1 connections carried, in the order of arrival; a character a byte. */
  wire(): string;
}

interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const xml = (body: string): Answer => ({ headers: { "content-type": "application/xml" }, body });
const json = (value: unknown): Answer => ({
  headers: { "content-type": "application/x-amz-json-1.1" },
  body: JSON.stringify(value),
});

const CALLER = xml(
  '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>' +
    "<Arn>arn:aws:iam::111122223333:user/ann</Arn><UserId>AIDAEXAMPLE</UserId><Account>111122223333</Account>" +
    "</GetCallerIdentityResult></GetCallerIdentityResponse>",
);
const LISTING = xml(
  "<ListBucketResult><Name>b</Name><KeyCount>1</KeyCount><IsTruncated>false</IsTruncated>" +
    "<Contents><Key>a//b c+d</Key><Size>5</Size></Contents></ListBucketResult>",
);
const UPLOAD = xml(
  "<InitiateMultipartUploadResult><Bucket>b</Bucket><Key>k</Key><UploadId>1</UploadId></InitiateMultipartUploadResult>",
);
const UPLOADED = xml(
  "<CompleteMultipartUploadResult><Bucket>b</Bucket><Key>k</Key><ETag>e</ETag></CompleteMultipartUploadResult>",
);
const DENIED: Answer = {
  ...xml("<Error><Code>AccessDenied</Code><Message>no</Message></Error>"),
  status: 403,
};

const JSON_ANSWERS: Readonly<Record<string, unknown>> = {
  "Kinesis_20131202.PutRecord": { ShardId: "shardId-000000000000", SequenceNumber: "1" },
  "AmazonSQS.SendMessage": { MessageId: "1", MD5OfMessageBody: "5d41402abc4b2a76b9719d911017c592" },
  "DynamoDB_20120810.GetItem": { Item: { id: { S: "1" } } },
};

function answerTo(request: Http2ServerRequest, body: Buffer): Answer {
  const operation = request.headers["x-amz-target"];
  if (typeof operation === "string") return json(JSON_ANSWERS[operation] ?? {});
  if (request.url.includes("forbidden")) return DENIED;
  if (body.includes("Action=GetCallerIdentity")) return CALLER;
  if (request.url.includes("list-type=2")) return LISTING;
  if (request.method === "POST") return request.url.includes("uploads") ? UPLOAD : UPLOADED;
  if (request.method === "GET")
    return { headers: { etag: '"e"', "x-kept": "Ünïcode", trailer: "x-sum" }, body: "hello" };
  if (request.method === "DELETE") return { status: 204 };
  return { headers: { etag: '"e"' } };
}

async function bodyOf(request: Http2ServerRequest): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Ends with the test. */
export async function startAwsStandIn(): Promise<AwsStandIn> {
  const requests: StandInRequest[] = [];
  const wire: Buffer[] = [];
  const serve = async (request: Http2ServerRequest, response: Http2ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    requests.push({
      httpVersion: request.httpVersion,
      method: request.method,
      target: request.url,
      host: request.authority ?? request.headers.host ?? "",
      body,
    });
    const { status = 200, headers = {}, body: text = "" } = answerTo(request, body);
    // A clock would make answers differ.
    response.sendDate = false;
    response.writeHead(status, headers);
    if (headers["trailer"] !== undefined) response.addTrailers({ [headers["trailer"]]: "1" });
    response.end(text);
  };
  const server = await startSecureServer((answering) => {
    answering.on("secureConnection", (socket: TLSSocket) => {
      // Added after Node's own listener: its parser then reads the socket through events, as we do.
      if (socket.alpnProtocol !== "h2") socket.on("data", (chunk: Buffer) => wire.push(chunk));
    });
    answering.on("request", (request, response) => {
      serve(request, response).catch(() => response.stream?.destroy());
    });
  });
  return { ...server, requests, wire: () => Buffer.concat(wire).toString("latin1") };
}
