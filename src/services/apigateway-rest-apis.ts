/** API Gateway: a policy of a REST API is guarded by an action beside the method. */
import { guards, onPath, REST_PATH, tagsNew } from "./apigateway-paths.ts";
import { operationRules } from "./define-service.ts";
import { whenMember, whenMemberMatches } from "./rule-condition.ts";
import { filled } from "./rule-resource.ts";
import { member } from "./rule-value.ts";

export default operationRules({
  CreateRestApi: {
    authorizedActions: [
      onPath(REST_PATH),
      tagsNew("tags"),
      guards("UpdateRestApiPolicy", REST_PATH, whenMember("policy")),
    ],
    because: "tags and a policy of the new API have actions of their own",
    see: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-create-attach.html",
    examples: [
      {
        input: { name: "shop", policy: "{}", tags: { team: "web" } },
        permits: [
          "apigateway:POST arn:aws:apigateway:us-east-1::/restapis",
          "apigateway:PUT arn:aws:apigateway:us-east-1::/tags/*",
          "apigateway:UpdateRestApiPolicy arn:aws:apigateway:us-east-1::/restapis",
        ],
      },
      { input: { name: "shop" }, permits: ["apigateway:POST arn:aws:apigateway:us-east-1::/restapis"] },
    ],
  },
  UpdateRestApi: {
    authorizedActions: [
      onPath(REST_PATH),
      guards(
        "UpdateRestApiPolicy",
        filled("RestApi", { RestApiId: member("restApiId") }),
        whenMemberMatches("patchOperations[].path", /^\/policy(?:\/|$)/),
      ),
    ],
    because: "changing the policy of an API has an action of its own",
    see: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-create-attach.html",
    examples: [
      {
        input: { restApiId: "a1b2c3", patchOperations: [{ op: "replace", path: "/policy", value: "{}" }] },
        permits: [
          "apigateway:PATCH arn:aws:apigateway:us-east-1::/restapis/a1b2c3",
          "apigateway:UpdateRestApiPolicy arn:aws:apigateway:us-east-1::/restapis/a1b2c3",
        ],
      },
      {
        input: { restApiId: "a1b2c3", patchOperations: [{ op: "replace", path: "/name", value: "a" }] },
        permits: ["apigateway:PATCH arn:aws:apigateway:us-east-1::/restapis/a1b2c3"],
      },
    ],
  },
});
