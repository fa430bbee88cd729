import { expect, test } from "vitest";
import { onNamedKeys } from "../../src/services/payment-cryptography-keys.ts";
import { permitsOf } from "./permits-of.ts";

const operations = onNamedKeys({ TranslatePinData: ["IncomingKeyIdentifier", "OutgoingKeyIdentifier"] });
const permits = permitsOf({ sdkId: "Payment Cryptography Data", operations });
const HERE = "arn:aws:payment-cryptography:us-east-1:123456789012";

test("all keys of a request are asked for, and no alias where none is named", () => {
  const [incoming, outgoing] = [`${HERE}:key/kwapwa6qaifllw2h`, `${HERE}:key/outapwa6qaifllw2`];
  expect(permits("TranslatePinData", { IncomingKeyIdentifier: incoming, OutgoingKeyIdentifier: outgoing })).toEqual([
    `payment-cryptography:TranslatePinData ${incoming} + ${outgoing}`,
  ]);
});

test("one alias leaves its key open", () => {
  const input = { IncomingKeyIdentifier: `${HERE}:key/kwapwa6qaifllw2h`, OutgoingKeyIdentifier: "alias/out" };
  expect([...permits("TranslatePinData", input)].sort()).toEqual([
    `payment-cryptography:TranslatePinData ${HERE}:alias/out`,
    `payment-cryptography:TranslatePinData ${HERE}:key/*`,
  ]);
});
