/** What is fuzzed: each target takes bytes and must neither throw (but what it promises) nor hang, nor see a difference where there is none. */
import { readFileSync } from "node:fs";
import { openProduct } from "../truth/product.mjs";
import { csmTarget } from "./csm-target.mjs";
import { hpackTarget } from "./hpack-target.mjs";
import { helloTarget, openingTarget } from "./opening-targets.mjs";
import { SEEDS, WORDS } from "./seeds.mjs";

/** Opens all targets of a build: `{name, seeds, words, run(bytes, random)}`; `run` may return a promise. */
export async function openTargets(dist) {
  const built = (path) => import(new URL(path, dist).href);
  const [{ createObserver }, errors, { decoder }, json, yaml, terraform] = await Promise.all([
    built("capture/observe/create-observer.js"),
    built("errors.js"),
    openProduct(dist),
    built("merge/json-policy-file.js"),
    built("merge/yaml.js"),
    built("merge/terraform.js"),
  ]);
  const grammar = readFileSync(new URL("merge/tree-sitter-terraform.wasm", dist));
  return [
    await openingTarget(built),
    observer("http/1.1 observer", createObserver, { protocol: "http/1.1", seeds: SEEDS.http1, words: WORDS.http }),
    observer("h2 observer", createObserver, { protocol: "h2", seeds: SEEDS.http2, words: WORDS.http2 }),
    ...["head", "body"].map((part) => requestTarget(part, decoder)),
    answerTarget(decoder),
    await recordingTarget(built, errors),
    policyTarget({ kind: "json", read: json.readJsonPolicyFile, name: "p.json" }, errors),
    await csmTarget(built),
    await helloTarget(built),
    await hpackTarget(built),
    slow(policyTarget({ kind: "yaml", read: yaml.readYamlPolicyFile, name: "t.yaml" }, errors)),
    slow(policyTarget({ kind: "terraform", read: await terraform.terraformReader(grammar), name: "m.tf" }, errors)),
  ];
}

/** Half a millisecond an input and more: shares the time that the others leave. */
const slow = (target) => ({ ...target, isSlow: true });

/** The same bytes in one piece and in many tell the same exchanges; which side speaks alternates. */
function observer(name, createObserver, { protocol, seeds, words }) {
  const told = (bytes, pieces) => {
    const seen = [];
    const sink = {
      keepRequestBytes: 64,
      requestEnded: (body) =>
        seen.push(["request", body.length, body.truncated, Buffer.from(body.bytes).toString("hex")]),
      responseStarted: ({ status, headers }) => seen.push(["response", status, headers]) && 64,
      responseEnded: (body) => seen.push(["answer", body.length, body.truncated]),
      abandoned: (why) => seen.push(["abandoned", why]),
    };
    const connection = { id: 1, approach: "connect", scheme: "https", authority: "h:443" };
    const open = ({ method, target, host, headers }) => seen.push([method, target, host, headers]) && sink;
    const observed = createObserver({
      protocol,
      connection,
      open,
      nextId: () => 1,
      now: () => 0,
      onSinkFailed: () => seen.push(["failed"]),
      onLost: () => seen.push(["lost"]),
    });
    const half = Math.floor(bytes.length / 2);
    for (const piece of pieces(bytes.subarray(0, half))) observed.fromClient(piece);
    for (const piece of pieces(bytes.subarray(half))) observed.fromUpstream(piece);
    observed.end("connection-closed");
    return JSON.stringify(seen);
  };
  return {
    name,
    seeds: seeds.flatMap((one) => seeds.map((other) => Buffer.concat([one, other]))),
    words,
    run(bytes, random) {
      const whole = told(bytes, (part) => [part]);
      const split = told(bytes, (part) => piecesOf(part, random));
      if (whole !== split) throw new Error(`in pieces it is something else:\n${whole}\n${split}`);
    },
  };
}

function* piecesOf(bytes, random) {
  for (let at = 0; at < bytes.length; ) {
    const length = 1 + Math.floor(random() ** 2 * 40);
    yield bytes.subarray(at, at + length);
    at += length;
  }
}

const asked = ({ method, target, host, headers, body }) => ({
  connection: { id: 1, approach: "connect", scheme: "https", authority: `${host}:443` },
  id: 1,
  startedAt: 0,
  httpVersion: "1.1",
  method,
  target,
  host,
  headers,
  body: { bytes: body, length: body.length, truncated: false },
});

/** Decoding never throws: what cannot be understood is a value that says why. Its result is plain JSON. */
function requestTarget(part, decoder) {
  const texts = SEEDS.requests.map(({ body, ...head }) => (part === "body" ? body : Buffer.from(JSON.stringify(head))));
  return {
    name: `request ${part}`,
    seeds: texts,
    words: part === "body" ? WORDS.body : [...WORDS.http, ...WORDS.body],
    run(bytes, random) {
      const of = SEEDS.requests[Math.floor(random() * SEEDS.requests.length)];
      const request = part === "body" ? { ...of, body: bytes } : headFrom(bytes, of);
      if (request === undefined) return;
      decoder.planRequest(asked(request), 1 << 20);
      JSON.stringify(decoder.decodeRequest(asked(request)));
    },
  };
}

/** Damage that leaves no JSON is damage to the harness, not to a request. */
function headFrom(bytes, of) {
  try {
    const { method, target, host, headers } = JSON.parse(bytes.toString("latin1"));
    const fields = headers
      .filter((field) => Array.isArray(field) && field.length === 2)
      .map((field) => field.map(String));
    return { ...of, method: String(method), target: String(target), host: String(host), headers: fields };
  } catch {
    return undefined;
  }
}

function answerTarget(decoder) {
  const calls = SEEDS.requests
    .map((of) => decoder.decodeRequest(asked(of)))
    .flatMap((read) => ("call" in read ? [read.call] : []));
  return {
    name: "answer body",
    seeds: SEEDS.answers,
    words: WORDS.body,
    run(bytes, random) {
      const call = calls[Math.floor(random() * calls.length)];
      const status = random() < 0.5 ? 200 : 403;
      const body = { bytes, length: bytes.length, truncated: random() < 0.2 };
      decoder.planResponse(call, { status, headers: [] });
      JSON.stringify(decoder.readResponse(call, { status, headers: [["content-type", "application/xml"]], body }));
    },
  };
}

/** May refuse what it reads, in words of ours; anything else that is thrown is a bug. */
function tolerant(name, { seeds, words }, { InputError }, read) {
  return {
    name,
    seeds,
    words,
    async run(bytes) {
      try {
        return await read(bytes.toString("utf8"));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
      }
    },
  };
}

/** Alone, and as one shard of several: what one of them says must be of no harm to the others. */
async function recordingTarget(built, errors) {
  const [{ readRecording }, { mergeRecordings }, { withSessionOwners }] = await Promise.all([
    built("record/read-recording.js"),
    built("record/merge-recordings.js"),
    built("record/session-owners.js"),
  ]);
  const valid = readRecording(SEEDS.recording[0].toString("utf8"), "valid");
  return tolerant("recording", { seeds: SEEDS.recording, words: WORDS.lines }, errors, (text) => {
    const { calls } = withSessionOwners(mergeRecordings([readRecording(text, "damaged"), valid]));
    if (calls.every(({ operation }) => operation !== "PutObject")) throw new Error("the valid call is lost");
  });
}

/** A file that can be read is given back unchanged where nothing is edited. */
function policyTarget({ kind, read, name }, errors) {
  return tolerant(`policy in ${kind}`, { seeds: SEEDS[kind], words: WORDS.policy }, errors, async (text) => {
    const file = await read(text, name);
    const nothing = { replaced: new Map(), removed: new Set(), added: [] };
    const editable = file.policies.find(({ notEditable }) => notEditable === undefined);
    if (editable !== undefined && file.withEdits(editable.address, nothing) !== text)
      throw new Error("not given back unchanged");
  });
}
