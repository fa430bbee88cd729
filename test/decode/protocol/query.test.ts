import { expect, test } from "vitest";
import { parseParameters } from "../../../src/decode/percent-decoding.ts";
import { readQueryForm } from "../../../src/decode/protocol/query.ts";
import { member } from "../../support/api-models.ts";

test("fields of the protocol and of signatures are no input", () => {
  const form =
    "Action=A&Version=1&AWSAccessKeyId=K&SignatureVersion=2&SignatureMethod=M&Signature=S&Timestamp=T&X-Amz-Date=D&DomainName=d";
  expect(readQueryForm(parseParameters(form), [])).toEqual({ DomainName: "d" });
});

test("a member that is called like a field of signatures is input", () => {
  expect(readQueryForm(parseParameters("Timestamp=5"), [member({ name: "Timestamp", type: "integer" })])).toEqual({
    Timestamp: 5,
  });
});

test("takes the query name where the model has another name for JSON", () => {
  const entries = member({
    name: "Entries",
    queryName: "SendMessageBatchRequestEntry",
    type: "list",
    itemType: "structure",
    flattened: true,
  });
  expect(readQueryForm(parseParameters("SendMessageBatchRequestEntry.1.Id=a"), [entries])).toEqual({
    Entries: [{ Id: "a" }],
  });
});
