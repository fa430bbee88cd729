/** API Gateway: the method and path of a request are its action and resource; tags and private domain names stand beside them. */
import { type AuthorizedAction, httpMethod, type OperationRules } from "./define-service.ts";
import { type RuleCondition, whenMember } from "./rule-condition.ts";
import { filled, type ResourceRule, requestPath } from "./rule-resource.ts";
import { type MemberPath, member, unknownPart } from "./rule-value.ts";

const TEMPLATE = "arn:${Partition}:apigateway:${Region}::${Path}";

/** The path as it is sent. */
export const REST_PATH: ResourceRule = requestPath(TEMPLATE);

/** The path without `/v2`. */
export const V2_PATH: ResourceRule = requestPath(TEMPLATE, /^\/v2(?=\/)/);

/** The method on the path of the request. */
export const onPath = (resource: ResourceRule): AuthorizedAction => ({ action: httpMethod("apigateway"), resource });

/** What a request makes is tagged under the path of tags, by the new resource's ARN. */
export const tagsNew = (tags: MemberPath): AuthorizedAction => ({
  action: "apigateway:PUT",
  resource: filled("Tags", {
    UrlEncodedResourceARN: unknownPart("*", "id-assigned-by-aws", "the ARN of what is made is new"),
  }),
  when: whenMember(tags),
  origin: "dependent",
  because: "the request tags what it makes",
});

/** A domain name that is private has an id beside its name. */
export const PRIVATE_DOMAIN: ResourceRule = filled("PrivateDomainName", {
  DomainName: member("domainName"),
  DomainIdentifier: member("domainNameId"),
});

/** An action beside the method, for a part of the request that is sensitive. */
export const guards = (name: string, resource: ResourceRule, when: RuleCondition): AuthorizedAction => ({
  action: `apigateway:${name}`,
  resource,
  when,
  origin: "dependent",
  because: "this part of the request has an action of its own beside the method",
});

interface Made {
  readonly path: ResourceRule;
  /** Member that holds the tags. */
  readonly tags: MemberPath;
  /** Operation -> an input without tags, and the path that it means. */
  readonly by: { readonly [operation: string]: readonly [{ readonly [member: string]: string }, string] };
}

/** Rules of operations whose only further action is the one that tags. */
export function makesTagged({ path, tags, by }: Made): OperationRules {
  const rules = Object.entries(by).map(([operation, [input, on]]): [string, OperationRules[string]] => {
    const made = `apigateway:POST arn:aws:apigateway:us-east-1::${on}`;
    return [
      operation,
      {
        authorizedActions: [onPath(path), tagsNew(tags)],
        because: "tags of what is made are put in a step of their own",
        see: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-tagging-iam-policy.html",
        examples: [
          { input, permits: [made] },
          {
            input: { ...input, [tags]: { team: "web" } },
            permits: [made, "apigateway:PUT arn:aws:apigateway:us-east-1::/tags/*"],
          },
        ],
      },
    ];
  });
  return Object.fromEntries(rules);
}
