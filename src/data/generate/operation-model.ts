/** From a botocore operation to our operation model. */
import type { ApiEntry, OperationModel } from "../api-index.ts";
import type { AuthorizationModel } from "../authorization-index.ts";
import { readStaticQuery } from "../operation-notation.ts";
import type { BotocoreApi, BotocoreModel, BotocoreOperation } from "./botocore-model.ts";
import { keepRuleFor } from "./keep-rule.ts";
import { LEGACY_QUERY_NAMES } from "./legacy-query-names.ts";
import { type MemberContext, membersOf, TOP } from "./member-model.ts";

function authOf(
  { auth, authtype }: BotocoreOperation,
  { metadata }: BotocoreModel,
): Pick<OperationModel, "auth"> | undefined {
  if (authtype === "none" || auth?.[0] === "smithy.api#noAuth") return { auth: "none" };
  const first = auth?.[0] ?? metadata.auth?.[0] ?? metadata.signatureVersion;
  return first === "smithy.api#httpBearerAuth" || first === "bearer" ? { auth: "bearer" } : undefined;
}

/** The operations of an API, by name, in the order of their names. */
export function operationsOf(
  { client, model }: BotocoreApi,
  entry: ApiEntry,
  authorization: AuthorizationModel | undefined,
): readonly OperationModel[] {
  const { protocols } = entry;
  const [first] = protocols;
  const wire = first === "query" || first === "ec2" ? first : "plain";
  const context: Omit<MemberContext, "keep"> = {
    shapes: model.shapes,
    wire,
    alsoQuery: wire === "plain" && protocols.includes("query"),
    queryNames: LEGACY_QUERY_NAMES[client] ?? {},
  };
  return Object.entries(model.operations)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, operation]): OperationModel => {
      const [path = "/", query = ""] = operation.http.requestUri.split("?");
      const input = operation.input === undefined ? undefined : model.shapes[operation.input.shape];
      return {
        name,
        method: operation.http.method,
        path,
        query: readStaticQuery(query),
        ...(operation.endpoint === undefined ? {} : { hostPrefix: operation.endpoint.hostPrefix }),
        members:
          input === undefined ? [] : membersOf({ ...context, keep: keepRuleFor(name, authorization) }, input, TOP),
        ...authOf(operation, model),
        ...(operation.deprecated === true ? { deprecated: true } : {}),
      };
    });
}
