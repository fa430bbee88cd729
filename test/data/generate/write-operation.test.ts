import fc from "fast-check";
import { expect, test } from "vitest";
import type { MemberModel, OperationModel } from "../../../src/data/api-index.ts";
import { writeOperation } from "../../../src/data/generate/write-operation.ts";
import { readOperation } from "../../../src/data/operation-notation.ts";

const name = fc.stringMatching(/^[A-Za-z][\w.-]{0,12}$/);
const scalar = fc.constantFrom(
  "string",
  "boolean",
  "integer",
  "long",
  "float",
  "double",
  "timestamp",
  "blob",
) satisfies fc.Arbitrary<MemberModel["type"]>;
const truth = fc.option(fc.constant(true as const), { nil: undefined });

const member: fc.Arbitrary<MemberModel> = fc
  .record(
    {
      name,
      wireName: fc.stringMatching(/^[A-Za-z][\w.:-]{0,12}$/),
      queryName: name,
      location: fc.constantFrom("body", "uri", "query", "header", "headers", "query-map", "payload"),
      required: fc.boolean(),
      sensitive: fc.boolean(),
      keep: fc.boolean(),
      hostLabel: fc.constant(true as const),
      flattened: fc.constant(true as const),
    },
    { requiredKeys: ["name", "wireName", "location", "required", "sensitive", "keep"] },
  )
  .chain((base) =>
    fc.oneof(
      scalar.map((type) => ({ ...base, type })),
      fc.constantFrom("structure", "document", "event-stream").map((type) => ({ ...base, type })),
      fc
        .record(
          {
            type: fc.constantFrom("list", "map"),
            itemType: fc.oneof(scalar, fc.constantFrom("structure", "list", "map")),
            itemName: name,
          },
          { requiredKeys: ["type", "itemType"] },
        )
        .map((container) => ({ ...base, ...container })),
    ),
  );

const nested = fc
  .tuple(member, fc.array(member, { minLength: 1, maxLength: 3 }))
  .map(([outer, members]) => ({ ...outer, members }));

const operation: fc.Arbitrary<OperationModel> = fc
  .record({
    name,
    method: fc.constantFrom("GET", "POST", "PUT"),
    path: fc.constantFrom("/", "/{Bucket}/{Key+}", "/a/{b}:c"),
    query: fc.array(fc.tuple(name, fc.option(name, { nil: undefined })), { maxLength: 2 }),
    members: fc.array(fc.oneof(member, nested), { maxLength: 4 }),
    hostPrefix: fc.option(fc.constantFrom("data-", "{AccountId}."), { nil: undefined }),
    auth: fc.option(fc.constantFrom("none" as const, "bearer" as const), { nil: undefined }),
    deprecated: truth,
  })
  .map(({ hostPrefix, auth, deprecated, ...rest }) => ({
    ...rest,
    ...(hostPrefix === undefined ? {} : { hostPrefix }),
    ...(auth === undefined ? {} : { auth }),
    ...(deprecated === undefined ? {} : { deprecated }),
  }));

test("what is written is read back the same", () => {
  fc.assert(
    fc.property(operation, (written) => {
      const read = readOperation(written.name, writeOperation(written));

      expect({ ...read, members: read.members }).toEqual(written);
    }),
  );
});

test("the usual case is short", () => {
  const plain = { location: "body", type: "string", required: false, sensitive: false, keep: false } as const;
  const members = [{ ...plain, name: "Name", wireName: "Name", required: true, keep: true }];

  expect(writeOperation({ name: "Get", method: "POST", path: "/", query: [], members })).toBe("|Name!*");
});

test("a path that the notation cannot hold is an error", () => {
  expect(() => writeOperation({ name: "Get", method: "GET", path: "/a|b", query: [], members: [] })).toThrow("`/a|b`");
});
