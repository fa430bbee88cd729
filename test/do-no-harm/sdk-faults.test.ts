/** An SDK against a server that fails in every way: the same attempts, the same errors, the same bytes, with iamgen as without. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { endingOf, wrappedEndingOf } from "../support/ending.ts";
import { EXAMPLE_CREDENTIALS } from "../support/run-iamgen.ts";
import { listening } from "../support/upstreams.ts";

const xml = (code: string): string => `<Error><Code>${code}</Code><Message>said so</Message></Error>`;

interface Asked {
  readonly attempt: number;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

const answer = (response: ServerResponse, status: number, body = "", headers = {}): void => {
  response.writeHead(status, { "x-amz-request-id": "1", ...headers }).end(body);
};
const AN_HOUR = 60 * 60 * 1000;

const FAULTS: Record<string, (asked: Asked) => void> = {
  "error-twice": ({ attempt, response }) => answer(response, attempt < 3 ? 500 : 200, xml("InternalError")),
  "slow-down": ({ response }) => answer(response, 503, xml("SlowDown")),
  skewed: ({ attempt, response }) => {
    const headers = { date: new Date(Date.now() + AN_HOUR).toUTCString() };
    if (attempt === 1) answer(response, 403, xml("RequestTimeTooSkewed"), headers);
    else answer(response, 200, "in time");
  },
  "reset-once": ({ attempt, request, response }) => {
    if (attempt === 1) request.socket.resetAndDestroy();
    else answer(response, 200, "at last");
  },
  "cut-short": ({ request, response }) => {
    response.writeHead(200, { "content-length": 1000 }).write("begun", () => request.socket.end());
  },
  "not-modified": ({ response }) => answer(response, 304, "", { etag: '"a"' }),
  range: ({ response }) => answer(response, 206, "bc", { "content-range": "bytes 1-2/9" }),
  moved: ({ response }) => answer(response, 301, xml("PermanentRedirect"), { "x-amz-bucket-region": "eu-west-1" }),
  garbage: ({ response }) => answer(response, 400, "<<not & XML"),
  early: ({ response }) => answer(response, 403, xml("AccessDenied"), { connection: "close" }),
  throttled: ({ response }) => answer(response, 400, '{"__type":"ThrottlingException"}'),
};

/** Which fault is asked for: by the key, or by the table. */
async function faultOf(request: IncomingMessage): Promise<string> {
  const key = /^\/faults\/([a-z-]+)/.exec(request.url ?? "")?.[1];
  if (key !== undefined) return key;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return String(JSON.parse(Buffer.concat(chunks).toString()).TableName);
}

/** Without what differs between any two runs: time, what is signed over it, ids, and the server's port. */
const timeless = (text: string): string =>
  text
    .replace(/\d{8}T\d{6}Z/g, "<time>")
    .replace(/\d{8}\/us-east-1/g, "<day>/us-east-1")
    .replace(/Signature=[0-9a-f]{64}/g, "<signature>")
    .replace(/(amz-sdk-invocation-id,)[^,]+/g, "$1<id>")
    .replace(/ttl=\w+; /g, "")
    .replace(/:\d{5}\b/g, ":<port>");

async function faultyServer(): Promise<{
  readonly url: string;
  readonly seen: string[];
}> {
  const attempts = new Map<string, number>();
  const seen: string[] = [];
  const server = createServer(async (request, response) => {
    seen.push(timeless(`${request.method} ${request.url} ${request.rawHeaders.join(",")}`));
    const fault = await faultOf(request);
    const attempt = (attempts.get(fault) ?? 0) + 1;
    attempts.set(fault, attempt);
    FAULTS[fault]?.({ attempt, request, response });
  });
  const { authority } = await listening(server);
  return { url: `http://${authority}`, seen };
}

test("an SDK tries again as often, gives up for the same reasons and prints the same", {
  timeout: 60_000,
}, async () => {
  const [bare, watched] = [await faultyServer(), await faultyServer()];
  // Node names its process id in warnings.
  const environment = (AWS_ENDPOINT_URL: string) => ({
    ...EXAMPLE_CREDENTIALS,
    AWS_ENDPOINT_URL,
    NODE_NO_WARNINGS: "1",
  });
  const program = { program: "sdk-faults.mjs", args: [] };
  const direct = await endingOf({ ...program, environment: environment(bare.url) });
  const wrapped = await wrappedEndingOf({ ...program, environment: environment(watched.url) });
  expect(direct).toMatchObject({ exitCode: 3, stdout: expect.stringContaining('500 twice {"attempts":3}') });
  expect(wrapped).toMatchObject(direct);
  expect(watched.seen).toEqual(bare.seen);
  // However often it was tried, it is one call.
  const { calls } = wrapped.recording;
  expect(calls.map(({ count }) => count)).toEqual(calls.map(() => 1));
  expect(calls).toHaveLength(Object.keys(FAULTS).length);
});
