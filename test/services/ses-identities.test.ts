import { expect, test } from "vitest";
import ses from "../../src/services/ses.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(ses);

test.each(["a@example.com", "<a@example.com>", "Shop <a@example.com>", '"Shop, Ltd." <a@example.com>'])(
  "the sender %s is an address and a domain",
  (Source) => {
    expect(permits("SendEmail", { Source })).toEqual([
      "ses:SendEmail arn:aws:ses:us-east-1:123456789012:identity/a@example.com + arn:aws:ses:us-east-1:123456789012:identity/example.com",
    ]);
  },
);

test("a sender that only the message tells is any identity", () => {
  expect(permits("SendRawEmail", { RawMessage: {} })).toEqual([
    "ses:SendRawEmail arn:aws:ses:us-east-1:123456789012:identity/*",
  ]);
});
