/** botocore models of a few lines, for tests of the generator. */
import type { BotocoreApi, BotocoreModel, BotocoreOperation } from "../../src/data/generate/botocore-model.ts";

interface ModelParts {
  readonly metadata?: Partial<BotocoreModel["metadata"]>;
  readonly operations?: Readonly<Record<string, Partial<BotocoreOperation>>>;
  readonly shapes?: BotocoreModel["shapes"];
}

/** A JSON API named `Widgets` with the parts that a test states; `input` of an operation is by default `<Name>Request`. */
export function botocoreApi({ metadata = {}, operations = {}, shapes = {} }: ModelParts): BotocoreApi {
  const named = Object.entries(operations).map(([name, operation]) => {
    const request = `${name}Request`;
    const input = request in shapes ? { input: { shape: request } } : {};
    return [name, { name, http: { method: "POST", requestUri: "/" }, ...input, ...operation }] as const;
  });
  return {
    client: "widgets",
    endpointRules: undefined,
    model: {
      metadata: {
        apiVersion: "2026-01-01",
        endpointPrefix: "widgets",
        protocol: "json",
        serviceId: "Widgets",
        signatureVersion: "v4",
        ...metadata,
      },
      operations: Object.fromEntries(named),
      shapes: { String: { type: "string" }, Strings: { type: "list", member: { shape: "String" } }, ...shapes },
    },
  };
}
