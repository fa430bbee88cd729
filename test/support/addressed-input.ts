/** What a hostname alone says about the input of an API, by its addressing record. */
import type { JsonObject } from "../../src/decode/api-call.ts";
import { callRegion } from "../../src/decode/call-region.ts";
import { compileHostForms } from "../../src/decode/host/host-forms.ts";
import { withAddressedMembers } from "../../src/decode/input/addressed-members.ts";
import { requestView } from "../../src/decode/request-view.ts";
import { addressingOf } from "../../src/services/decode-records.ts";
import { apiModel, operation } from "./api-models.ts";
import { rawRequest } from "./raw-request.ts";

export interface AddressedCase {
  readonly headers?: string;
  readonly target?: string;
  readonly input?: JsonObject;
  readonly members?: readonly string[];
  readonly basePath?: string;
}

export function addressedInput(sdkId: string, hostname: string, given: AddressedCase = {}): JsonObject {
  const text = `GET ${given.target ?? "/"} HTTP/1.1\nHost: ${hostname}\n${given.headers ?? ""}`;
  const view = requestView(rawRequest(text));
  const addressing = addressingOf(sdkId);
  const model = operation({ name: "Op", members: (given.members ?? []).map((name) => ({ name })) });
  const chosen = {
    kind: "chosen",
    model: apiModel({ client: "any", sdkId }),
    operation: model,
    protocol: "rest-xml",
    labels: {},
    basePath: given.basePath ?? "",
  } as const;
  const scope = { kind: "scoped", auth: "sigv4a", accessKeyId: "K", signingName: "any" } as const;
  return withAddressedMembers(given.input ?? {}, {
    view,
    chosen,
    addressing,
    reading: addressing === undefined ? undefined : compileHostForms(addressing)?.(view.hostname),
    account: "123456789012",
    ...callRegion(scope, view.hostname),
  });
}
