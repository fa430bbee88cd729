/** APIs on API Gateway: method and path are the resource, below a stage that the path names or that has no name. */
import { type RuleCondition, whenMemberMatches } from "./rule-condition.ts";
import { bothOf, either, filled, type ResourceRule, template } from "./rule-resource.ts";
import { captured, type Fill, fillWhen, firstOf, member, ofCall, type RuleValue, unknownPart } from "./rule-value.ts";

const API: RuleValue = firstOf(
  member("ApiId"),
  unknownPart("*", "no-resource-in-input", "a custom domain does not tell the API"),
);
const PATH = member("Path");
const FIRST = captured(PATH, /^([^/]+)/);

const isSocket = whenMemberMatches("Upgrade", /^websocket$/i);

const below = (Stage: RuleValue, ApiSpecificResourcePath: RuleValue): Fill => ({
  ApiId: API,
  Stage,
  Method: ofCall("http-method"),
  ApiSpecificResourcePath,
});

/**
 * The request of a socket is its `$connect` route. Any other request has its stage at the beginning of its path, or, on
 * an HTTP API with the `$default` stage, nowhere: both ARNs mean this request and no other.
 */
export const INVOKED: ResourceRule = either(
  template(
    "arn:${Partition}:execute-api:${Region}:${Account}:${ApiId}/${Stage}/${RouteKey}",
    fillWhen(isSocket, { ApiId: API, Stage: firstOf(FIRST, "$default"), RouteKey: "$connect" }),
  ),
  bothOf(
    filled("execute-api-general", below(FIRST, captured(PATH, /^[^/]+\/(.+)$/s)), below(FIRST, "")),
    filled("execute-api-general", below("$default", PATH), below("$default", "")),
  ),
);

/** The client wants the answer afresh. */
export const refreshesCache: RuleCondition = whenMemberMatches(
  "CacheControl",
  /(?:^|[\s,])max-age\s*=\s*0(?:[\s,]|$)/i,
);
