import { expect, test } from "vitest";
import { terraformReferences } from "../../src/merge/reference-terraform.ts";

interface Resource {
  readonly address: string;
  readonly values: object;
  readonly mode?: "data";
  readonly depends_on?: readonly string[];
  readonly sensitive_values?: object;
}

const resource = ({ address, ...rest }: Resource) => ({
  address,
  mode: "managed",
  type: address.replace(/^(?:module\.\w+(?:\[\d\])?\.|data\.)*/, "").split(".")[0],
  ...rest,
});

const stateOf = (resources: readonly Resource[], modules: readonly Resource[] = []) => ({
  format_version: "1.0",
  values: {
    root_module: {
      resources: resources.map(resource),
      child_modules: modules.length === 0 ? [] : [{ address: "module.m", resources: modules.map(resource) }],
    },
  },
});

const read = (root: unknown) => terraformReferences(JSON.stringify(root), "state.json");
const ARN = "arn:aws:s3:::photos";
const BUCKET = { address: "aws_s3_bucket.photos", values: { arn: ARN, id: "photos", tags: null, versioning: [{}] } };

test.each([
  ["a resource", BUCKET, "aws_s3_bucket.photos.arn"],
  ["one of a count", { ...BUCKET, address: "aws_s3_bucket.b[0]" }, "aws_s3_bucket.b[0].arn"],
  ["one of for_each", { ...BUCKET, address: 'aws_s3_bucket.b["eu"]' }, 'aws_s3_bucket.b["eu"].arn'],
  ["a data source", { ...BUCKET, address: "data.aws_s3_bucket.b", mode: "data" as const }, "data.aws_s3_bucket.b.arn"],
  ["one whose id is its ARN", { address: "aws_sfn_activity.a", values: { id: ARN } }, "aws_sfn_activity.a.id"],
])("%s is named by its address", (_, one, expression) => {
  expect(read(stateOf([one])).nameOf(`${ARN}/*`)).toEqual({ expression, rest: "/*" });
});

test("other texts of a resource are known, so that a name within an ARN is", () => {
  const { textOf } = read(stateOf([BUCKET]));
  expect(textOf(" aws_s3_bucket.photos.id ")).toBe("photos");
  expect(textOf("aws_s3_bucket.photos.tags")).toBeUndefined();
  expect(textOf("aws_s3_bucket.other.id")).toBeUndefined();
});

test("an ARN below that of the resource has its own attribute", () => {
  const table = "arn:aws:dynamodb:eu-west-1:111122223333:table/t";
  const values = { arn: table, stream_arn: `${table}/stream/2026`, kms_key_arn: ARN };
  const { nameOf } = read(stateOf([{ address: "aws_dynamodb_table.t", values }]));
  expect(nameOf(`${table}/stream/2026`)?.expression).toBe("aws_dynamodb_table.t.stream_arn");
  expect(nameOf(ARN)).toBeUndefined();
});

test("of resources with one ARN the one that makes it is named", () => {
  const { nameOf } = read(
    stateOf([
      { ...BUCKET, address: "data.aws_s3_bucket.a", mode: "data" },
      { ...BUCKET, address: "aws_s3_bucket_policy.a" },
      BUCKET,
    ]),
  );
  expect(nameOf(ARN)?.expression).toBe("aws_s3_bucket.photos.arn");
});

test("whoever runs Terraform is none of its resources", () => {
  const caller = { address: "data.aws_caller_identity.me", mode: "data" as const, values: { arn: ARN } };
  expect(read(stateOf([caller])).nameOf(ARN)).toBeUndefined();
});

test("what is sensitive stays unknown", () => {
  const { nameOf, textOf } = read(stateOf([{ ...BUCKET, sensitive_values: { arn: true } }]));
  expect([nameOf(ARN), textOf("aws_s3_bucket.photos.arn")]).toEqual([undefined, undefined]);
});

test("what a module makes has no name outside, which is told", () => {
  const inside = { ...BUCKET, address: "module.m.aws_s3_bucket.b" };
  const { nameOf, notes } = read(stateOf([], [inside]));
  expect(nameOf(ARN)).toBeUndefined();
  expect(notes).toEqual([
    "what another module makes keeps its ARN, because it has no name here: module.m.aws_s3_bucket.b",
  ]);
  expect(read(stateOf([BUCKET])).notes).toEqual([]);
});

test("a plan has its resources as they will be, data sources as they were read, and variables", () => {
  const { values } = stateOf([BUCKET]);
  const looked = {
    ...BUCKET,
    address: "data.aws_s3_bucket.b",
    mode: "data" as const,
    values: { arn: "arn:aws:s3:::b" },
  };
  const gone = { ...BUCKET, address: "aws_s3_bucket.gone", values: { arn: "arn:aws:s3:::gone" } };
  const plan = read({
    format_version: "1.2",
    planned_values: values,
    prior_state: stateOf([looked, gone]),
    variables: { stage: { value: "dev" }, sizes: { value: [1] } },
  });
  expect(plan.nameOf(ARN)?.expression).toBe("aws_s3_bucket.photos.arn");
  expect(plan.nameOf("arn:aws:s3:::b")?.expression).toBe("data.aws_s3_bucket.b.arn");
  expect(plan.nameOf("arn:aws:s3:::gone")).toBeUndefined();
  expect([plan.textOf("var.stage"), plan.textOf("var.sizes")]).toEqual(["dev", undefined]);
});

test("what needs the policy is not referred to by it, which is told", () => {
  const needing = { ...BUCKET, depends_on: ["aws_iam_role.r", "data.aws_iam_policy_document.d"] };
  const of = (policy: string) => terraformReferences(JSON.stringify(stateOf([needing])), "state.json", { policy });
  for (const policy of ["data.aws_iam_policy_document.d", "aws_iam_role.r.inline_policy[0]"]) {
    expect(of(policy).nameOf(ARN)).toBeUndefined();
    expect(of(policy).textOf("aws_s3_bucket.photos.arn")).toBe(ARN);
    expect(of(policy).notes).toEqual([
      "no reference to aws_s3_bucket.photos: what needs the policy cannot be needed by it",
    ]);
  }
  expect(of("data.aws_iam_policy_document.other").nameOf(ARN)?.expression).toBe("aws_s3_bucket.photos.arn");
});

test("in the folder of a module its own resources have their names there, and no other has", () => {
  const inside = { ...BUCKET, address: "module.m[0].aws_s3_bucket.inner", values: { arn: "arn:aws:s3:::inner" } };
  const of = (...declared: string[]) =>
    terraformReferences(JSON.stringify(stateOf([BUCKET], [inside])), "s.json", { declared: new Set(declared) });
  const own = of("aws_s3_bucket.inner");
  expect(own.nameOf("arn:aws:s3:::inner")?.expression).toBe("aws_s3_bucket.inner.arn");
  expect([own.nameOf(ARN), own.notes.length]).toEqual([undefined, 1]);
  expect(of("aws_s3_bucket.photos").nameOf(ARN)?.expression).toBe("aws_s3_bucket.photos.arn");
  expect(of("aws_s3_bucket.other").nameOf(ARN)).toBeUndefined();
});

test("a module that is used twice has no one resource of a name", () => {
  const twice = ["a", "b"].map((name) => ({
    ...BUCKET,
    address: `module.${name}.aws_s3_bucket.inner`,
    values: { arn: `arn:aws:s3:::${name}` },
  }));
  const state = JSON.stringify(stateOf([], twice));
  const { nameOf } = terraformReferences(state, "s.json", { declared: new Set(["aws_s3_bucket.inner"]) });
  expect([nameOf("arn:aws:s3:::a"), nameOf("arn:aws:s3:::b")]).toEqual([undefined, undefined]);
});

test("an empty state has nothing to name", () => {
  expect(read({ format_version: "1.0" }).nameOf(ARN)).toBeUndefined();
});

test.each([
  ["resource {}", "`state.json` is no JSON"],
  ['{ "version": 4, "resources": [] }', "`state.json` is no state or plan of Terraform in JSON"],
  ["null", "`state.json` is no state or plan of Terraform in JSON"],
])("%s is refused", (text, message) => {
  expect(() => terraformReferences(text, "state.json")).toThrow(
    expect.objectContaining({ message, exitCode: 4, hint: "terraform show -json > state.json" }),
  );
});
