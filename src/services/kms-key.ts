/**
 * A KMS key that a request names for another API to use: AWS calls KMS with the caller's permissions (forward access
 * session), so the caller needs the KMS actions too, limited to that API by `kms:ViaService`.
 */
import type { AuthorizedAction } from "./define-service.ts";
import { allOf, type RuleCondition, unless, whenMember, whenMemberMatches } from "./rule-condition.ts";
import { filled } from "./rule-resource.ts";
import { captured, type MemberPath, matching, member, regionalEndpoint, unknownPart } from "./rule-value.ts";

interface KeyUse {
  /** Member that holds the key's id, ARN or alias. */
  readonly path: MemberPath;
  /** KMS actions without prefix. */
  readonly actions: readonly string[];
  /** Endpoint prefix of the API that uses the key. */
  readonly via: string;
  readonly when?: RuleCondition;
}

const KEY = /^(?:arn:[^:]+:kms:(?<Region>[^:]+):(?<Account>\d+):key\/)?(?<KeyId>[^:/]+)$/;
const ALIAS = /(?:^|:)(alias\/.+)$/;

/**
 * The KMS actions on the key that the request names. An alias leaves the key open, but only keys with this alias count;
 * a key that the request names and a recording does not keep leaves it open altogether. AWS managed keys need no grant.
 */
export function usesKey({ path, actions, via, when }: KeyUse): readonly AuthorizedAction[] {
  const viaService = { "kms:ViaService": regionalEndpoint(via) };
  const given = (condition: RuleCondition): RuleCondition => (when === undefined ? condition : allOf(condition, when));
  const isKey = whenMemberMatches(path, KEY);
  const isAlias = allOf(whenMemberMatches(path, ALIAS), unless(whenMemberMatches(path, /(?:^|:)alias\/aws\//)));
  return actions.flatMap((name): AuthorizedAction[] => {
    const common = { action: `kms:${name}`, origin: "forward-access" } as const;
    return [
      {
        ...common,
        resource: filled("key", matching(member(path), KEY)),
        when: given(isKey),
        conditions: { StringEquals: viaService },
        because: "the request names the key that its data is encrypted under",
      },
      {
        ...common,
        resource: filled("key", { KeyId: unknownPart("*", "key-behind-alias", "an alias does not tell its key") }),
        when: given(isAlias),
        conditions: {
          StringEquals: viaService,
          "ForAnyValue:StringEquals": { "kms:ResourceAliases": captured(member(path), ALIAS) },
        },
        because: "the request names an alias of the key that its data is encrypted under",
      },
      {
        ...common,
        resource: filled("key", { KeyId: unknownPart("*", "key-unknown", "the key's id was not kept") }),
        when: given(allOf(whenMember(path), unless(whenMemberMatches(path, /./)))),
        conditions: { StringEquals: viaService },
        because: "the request names a key that its data is encrypted under",
      },
    ];
  });
}
