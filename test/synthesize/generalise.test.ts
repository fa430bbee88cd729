import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { covers, parsePattern } from "../../src/iam/wildcard.ts";
import { type GeneraliseOptions, generalise } from "../../src/synthesize/generalise.ts";
import { synthesize } from "../../src/synthesize/synthesize.ts";
import { SMALL_INDEX } from "../support/authorization-index.ts";
import { cases } from "../support/long-run.ts";
import { observed } from "../support/observed-permission.ts";

const UUID = "0f8fad5b-d9cb-469f-a165-70867728950e";
const VPC = "arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-0123456789abcdef0";
const INSTANCE = "arn:aws:ec2:eu-west-1:111122223333:instance/i-0123456789abcdef0";
const KEY = `arn:aws:kms:eu-west-1:111122223333:key/${UUID}`;
const created = [{ kind: "created", resource: "vpc-0123456789abcdef0", by: "CreateVpc" }] as const;

type Options = Omit<GeneraliseOptions, "authorization">;

const general = (action: string, resource: string, options: Options = {}) =>
  generalise([observed(action, resource)], { authorization: SMALL_INDEX, ...options });
const resources = (...args: Parameters<typeof general>) =>
  general(...args).observed.flatMap(({ permission }) => permission.resources);

describe("what the next run makes anew", () => {
  test("what the run has made becomes a pattern, with the operation that made it as the reason", () => {
    const [permission] = general("ec2:DeleteVpc", VPC, { created }).observed.map((one) => one.permission);
    expect(permission?.resources).toEqual(["arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-*"]);
    expect(permission?.widened).toEqual({
      reason: "generalised",
      detail: "`vpc-0123456789abcdef0` was made by CreateVpc, and the next run makes another",
    });
  });

  test("what was there before stays, whatever its form", () => {
    expect(resources("ec2:DeleteVpc", VPC)).toEqual([VPC]);
    expect(resources("kms:Decrypt", KEY)).toEqual([KEY]);
  });

  test("a created key and what lies below a created name are patterns too", () => {
    expect(resources("kms:Decrypt", KEY, { created: [{ kind: "created", resource: KEY, by: "CreateKey" }] })).toEqual([
      "arn:aws:kms:eu-west-1:111122223333:key/*",
    ]);
    const bucket = { kind: "created", resource: `arn:aws:s3:::b-${UUID}`, by: "CreateBucket" } as const;
    expect(resources("s3:GetObject", `arn:aws:s3:::b-${UUID}/a`, { created: [bucket] })).toEqual([
      "arn:aws:s3:::b-*/a",
    ]);
  });

  test("an instance has a new id in every run", () => {
    expect(resources("ec2:TerminateInstances", INSTANCE)).toEqual(["arn:aws:ec2:eu-west-1:111122223333:instance/i-*"]);
  });

  test("a resource that is wider already keeps its own reason", () => {
    const widened = { reason: "key-behind-alias", detail: "k" };
    const one = observed("ec2:TerminateInstances", INSTANCE, { widened });
    const { observed: found } = generalise([one], { authorization: SMALL_INDEX });
    expect(found[0]?.permission.widened).toEqual(widened);
  });

  test("with --exact everything stays as observed, and nothing is offered", () => {
    expect(resources("ec2:TerminateInstances", INSTANCE, { exact: true })).toEqual([INSTANCE]);
    expect(resources("ec2:DeleteVpc", VPC, { created, exact: true })).toEqual([VPC]);
    expect(general("s3:GetObject", `arn:aws:s3:::b/${UUID}`, { exact: true }).findings).toEqual([]);
  });
});

test("what the run made with an end that AWS chose is granted as the request for it is", () => {
  const secret = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:api-";
  const widened = { reason: "suffix-assigned-by-aws", detail: "six characters end a secret's ARN" };
  const all = [
    observed("secretsmanager:CreateSecret", `${secret}??????`, { widened }),
    observed("secretsmanager:DeleteSecret", `${secret}vTAAnP`, { call: 2 }),
    observed("secretsmanager:DeleteSecret", `${secret}other1`, { call: 3 }),
  ];
  const created = [{ kind: "created", resource: `${secret}vTAAnP`, by: "CreateSecret" }] as const;
  const granted = (exact: boolean) =>
    generalise(all, { authorization: SMALL_INDEX, created, exact }).observed.flatMap(
      ({ permission }) => permission.resources,
    );
  expect(granted(false)).toEqual([`${secret}??????`, `${secret}??????`, `${secret}other1`]);
  expect(granted(true)).toEqual([`${secret}??????`, `${secret}vTAAnP`, `${secret}other1`]);
});

describe("several recordings", () => {
  const upload = (id: number, ...runs: string[]) =>
    observed("s3:PutObject", `arn:aws:s3:::b/upload-176371621${id}.json`, { call: id, runs });
  const merged = (...all: ReturnType<typeof upload>[]) =>
    generalise(all, { authorization: SMALL_INDEX }).observed.flatMap(({ permission }) => permission.resources);

  test("names of one form of which each has others become a pattern", () => {
    expect(merged(upload(1, "a"), upload(2, "b"))).toEqual(Array(2).fill("arn:aws:s3:::b/upload-*.json"));
  });

  test("a name that all have is no accident", () => {
    expect(merged(upload(1, "a", "b"), upload(2, "b"))).toHaveLength(2);
    expect(merged(upload(1, "a", "b"), upload(2, "b"))[0]).toBe("arn:aws:s3:::b/upload-1763716211.json");
  });

  test("what the runs do in the same place is granted as a pattern, said so, and not with --exact", () => {
    const all = [
      observed("s3:ListBucket", "arn:aws:s3:::b", { runs: ["a", "b"] }),
      observed("s3:PutObject", "arn:aws:s3:::b/out/red.csv", { call: 2, runs: ["a"] }),
      observed("s3:PutObject", "arn:aws:s3:::b/out/blue.csv", { call: 3, runs: ["b"] }),
    ];
    const granted = (exact: boolean) =>
      generalise(all, { authorization: SMALL_INDEX, exact }).observed.map(({ permission }) => permission);
    expect(granted(false).slice(1)).toEqual(
      Array(2).fill(
        expect.objectContaining({
          resources: ["arn:aws:s3:::b/out/*.csv"],
          widened: { reason: "generalised", detail: "each of the recordings has another name in this place" },
        }),
      ),
    );
    expect(granted(true)).toEqual(all.map(({ permission }) => permission));
  });

  test("what could be two shards is offered", () => {
    const all = ["users", "orders"].map((table, call) =>
      observed("s3:PutObject", `arn:aws:s3:::b-${table}/k`, { call, runs: [table] }),
    );
    const { observed: found, findings } = generalise(all, { authorization: SMALL_INDEX });
    expect(found).toEqual(all);
    expect(findings).toEqual([
      {
        code: "varies",
        severity: "info",
        message:
          "`arn:aws:s3:::b-orders/k`, `arn:aws:s3:::b-users/k` stand in the same place of different recordings: if each run makes another, add `--generalise 'arn:aws:s3:::b-*/k'`",
        calls: [0, 1],
      },
    ]);
  });

  test("what only one of them has may be its own", () => {
    expect(merged(upload(1, "a"))).toEqual(["arn:aws:s3:::b/upload-1763716211.json"]);
  });
});

describe("--generalise", () => {
  test("grants the pattern where a call needs something within it, --exact or not", () => {
    const options = { generalise: ["arn:aws:s3:::b/x-*"] };
    expect(resources("s3:GetObject", "arn:aws:s3:::b/x-1", options)).toEqual(["arn:aws:s3:::b/x-*"]);
    expect(resources("s3:GetObject", "arn:aws:s3:::b/x-1", { ...options, exact: true })).toEqual([
      "arn:aws:s3:::b/x-*",
    ]);
    expect(resources("s3:GetObject", "arn:aws:s3:::b/y-1", options)).toEqual(["arn:aws:s3:::b/y-1"]);
  });

  test("that fits nothing is told", () => {
    expect(general("s3:GetObject", "arn:aws:s3:::b/k", { generalise: ["arn:aws:s3:::c/*"] }).findings).toEqual([
      {
        code: "generalise-unused",
        severity: "warning",
        message: "no call needs anything within `--generalise 'arn:aws:s3:::c/*'`",
        calls: [],
      },
    ]);
  });
});

describe("offers", () => {
  test("what looks generated is offered once a pattern, with the option", () => {
    const calls = [1, 2].map((call) =>
      observed("s3:PutObject", `arn:aws:s3:::b/upload-176371621${call}.json`, { call }),
    );
    expect(generalise(calls, { authorization: SMALL_INDEX }).findings).toEqual([
      {
        code: "looks-generated",
        severity: "info",
        message:
          "`arn:aws:s3:::b/upload-1763716211.json` and 1 more seem to hold a time: if the next run makes another, add `--generalise 'arn:aws:s3:::b/upload-*.json'`",
        calls: [1, 2],
      },
    ]);
  });

  test("an id that AWS gave to what stays is no offer", () => {
    expect(general("kms:Decrypt", KEY).findings).toEqual([]);
    expect(general("ec2:DeleteVpc", VPC).findings).toEqual([]);
  });

  test("a plain name is no offer", () => {
    expect(general("s3:GetObject", "arn:aws:s3:::photos/holiday.jpg").findings).toEqual([]);
  });
});

test("whatever the names, the pattern covers what was observed, and the proof holds", () => {
  const part = fc.constantFrom(UUID, "i-0123456789abcdef0", "logs", "2026-11-21", "a", "x7k2m9", "1763716211", "run-");
  const name = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("-"));
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 8 }), (all) => {
      const facts = all.slice(0, 2).map((resource) => ({ kind: "created", resource, by: "Make" }) as const);
      const calls = all.map((one, call) => observed("s3:PutObject", `arn:aws:s3:::b/${one}/k`, { call }));
      const { observed: found } = generalise(calls, { authorization: SMALL_INDEX, created: facts });
      for (const [index, { permission }] of found.entries()) {
        const [before = "", after = ""] = [calls[index]?.permission.resources[0], permission.resources[0]];
        expect(covers(parsePattern(after), parsePattern(before))).toBe(true);
      }
      const { policies } = synthesize(calls, { identities: [], authorization: SMALL_INDEX, created: facts });
      expect(policies.map(({ proof }) => proof.sufficient && proof.minimal)).toEqual([true]);
    }),
    cases(300),
  );
});
