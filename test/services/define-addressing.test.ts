import { expect, test } from "vitest";
import { ADDRESSING } from "../../src/services/decode-records.ts";
import { defineAddressing } from "../../src/services/define-addressing.ts";

test("a record is what was written", () => {
  const record = { sdkId: "SQS", urlMember: "QueueUrl" };
  expect(defineAddressing(record)).toBe(record);
});

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\+?\}/g)].map(([, name]) => name ?? "");

test.each(ADDRESSING.map((record) => [record.sdkId, record] as const))(
  "%s binds only what its host forms or the call provide",
  (_, record) => {
    const ofCall = ["Partition", "Region", "CallerAccount"];
    for (const { form, binds } of record.hosts ?? []) {
      const known = new Set([...placeholders(form), ...ofCall]);
      const asked = Object.values(binds ?? {}).flatMap((templates) => templates.flatMap(placeholders));
      expect(asked.filter((name) => !known.has(name))).toEqual([]);
    }
  },
);

test.each(ADDRESSING.map((record) => [record.sdkId, record] as const))(
  "what a host of %s holds is also bound there",
  (_, record) => {
    const held = (record.hosts ?? []).filter(({ holds }) => holds !== undefined);
    expect(held.filter(({ holds, binds }) => holds !== undefined && binds?.[holds] === undefined)).toEqual([]);
  },
);
