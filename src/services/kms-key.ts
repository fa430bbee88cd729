/**
 * A KMS key that a request names for another API to use: AWS calls KMS with the caller's permissions (forward access
 * session), so the caller needs the KMS actions too, limited to that API by `kms:ViaService`.
 */
import type { AuthorizedAction, OperationRule, OperationRules } from "./define-service.ts";
import {
  allOf,
  anyOf,
  type RuleCondition,
  unless,
  whenMatches,
  whenMember,
  whenMemberMatches,
} from "./rule-condition.ts";
import { filled } from "./rule-resource.ts";
import {
  answeredKey,
  captured,
  type MemberPath,
  matching,
  member,
  type RuleValue,
  regionalEndpoint,
  unknownPart,
} from "./rule-value.ts";

interface KnownKeyUse {
  /** Id, ARN or alias of the key. */
  readonly key: RuleValue;
  /** KMS actions without prefix. */
  readonly actions: readonly string[];
  /** Endpoint prefix of the API that uses the key. */
  readonly via: string;
  readonly when?: RuleCondition;
  /** Says how the key is known. */
  readonly because?: string;
}

interface KeyUse extends Omit<KnownKeyUse, "key"> {
  /** Member that holds the key's id, ARN or alias. */
  readonly path: MemberPath;
}

const KEY = /^(?:arn:[^:]+:kms:(?<Region>[^:]+):(?<Account>\d+):key\/)?(?<KeyId>[^:/]+)$/;
const BEHIND_ALIAS = { KeyId: unknownPart("*", "key-behind-alias", "an alias does not tell its key") };
const ALIAS = /(?:^|:)(alias\/.+)$/;

/**
 * The KMS actions on a key that is known by its id, ARN or alias. An alias leaves the key open, but only keys with this
 * alias count. AWS managed keys need no grant.
 */
export function usesKnownKey({ key, actions, via, when, because }: KnownKeyUse): readonly AuthorizedAction[] {
  const viaService = { "kms:ViaService": regionalEndpoint(via) };
  const given = (condition: RuleCondition): RuleCondition => (when === undefined ? condition : allOf(condition, when));
  const isAlias = allOf(whenMatches(key, ALIAS), unless(whenMatches(key, /(?:^|:)alias\/aws\//)));
  return actions.flatMap((name): AuthorizedAction[] => {
    const common = { action: `kms:${name}`, origin: "forward-access" } as const;
    return [
      {
        ...common,
        resource: filled("key", matching(key, KEY)),
        when: given(whenMatches(key, KEY)),
        conditions: { StringEquals: viaService },
        because: because ?? "the request names the key that its data is encrypted under",
      },
      {
        ...common,
        resource: filled("key", BEHIND_ALIAS),
        when: given(isAlias),
        conditions: {
          StringEquals: viaService,
          "ForAnyValue:StringEquals": { "kms:ResourceAliases": captured(key, ALIAS) },
        },
        because: because ?? "the request names an alias of the key that its data is encrypted under",
      },
    ];
  });
}

/** The same for a key that the request names; one that a recording does not keep leaves the key open altogether. */
export function usesKey({ path, ...use }: KeyUse): readonly AuthorizedAction[] {
  const isNotKept = allOf(whenMember(path), unless(whenMemberMatches(path, /./)));
  const unknown = use.actions.map(
    (name): AuthorizedAction => ({
      action: `kms:${name}`,
      origin: "forward-access",
      resource: filled("key", { KeyId: unknownPart("*", "key-unknown", "the key's id was not kept") }),
      when: use.when === undefined ? isNotKept : allOf(isNotKept, use.when),
      conditions: { StringEquals: { "kms:ViaService": regionalEndpoint(use.via) } },
      because: "the request names a key that its data is encrypted under",
    }),
  );
  return [...usesKnownKey({ ...use, key: member(path) }), ...unknown];
}

/** KMS actions with their prefix. */
export const keyActions = (names: readonly string[]): readonly string[] => names.map((name) => `kms:${name}`);

/** The keys that a permission is about, as `usesKnownKey` takes them: exact ARNs, or the alias that limits it. */
export function keysOfPermission({ action, resources, conditions }: KeyPermission): readonly string[] {
  if (!action.startsWith("kms:")) return [];
  const exact = resources.filter((arn) => /^arn:[^:]+:kms:[^:]*:\d*:key\/[\w-]+$/.test(arn));
  const aliases = Object.values(conditions).flatMap((keys) => keys["kms:ResourceAliases"] ?? []);
  return exact.length > 0 ? exact : aliases;
}

interface KeyPermission {
  readonly action: string;
  readonly resources: readonly string[];
  readonly conditions: { readonly [operator: string]: { readonly [conditionKey: string]: readonly string[] } };
}

/**
 * Operations of KMS itself whose key may be given by alias, or only by a ciphertext: the key that the answer names. Where
 * there is no answer an alias means any key, on condition that the request used the alias.
 */
export function onKeyOrAlias(operations: readonly string[]): OperationRules {
  return Object.fromEntries(operations.map((operation) => [operation, keyOrAliasRule(`kms:${operation}`)]));
}

const USED_KEY = answeredKey("key");

function keyOrAliasRule(action: string): OperationRule {
  const isAnswered = whenMatches(USED_KEY, KEY);
  const isAlias = allOf(unless(isAnswered), whenMemberMatches("KeyId", ALIAS));
  return {
    authorizedActions: [
      { action, when: isAnswered, resource: filled("key", matching(USED_KEY, KEY)) },
      { action, when: unless(anyOf(isAnswered, isAlias)) },
      {
        action,
        when: isAlias,
        resource: filled(
          "key",
          matching(member("KeyId"), /^arn:[^:]+:kms:(?<Region>[^:]+):(?<Account>\d+):alias\//, { also: BEHIND_ALIAS }),
          BEHIND_ALIAS,
        ),
        conditions: { StringEquals: { "kms:RequestAlias": captured(member("KeyId"), ALIAS) } },
      },
    ],
    because:
      "permissions are on the key: the one that the answer names, or any key that the request calls by its alias",
    see: "https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html",
    examples: [
      {
        input: { KeyId: "1234abcd-12ab-34cd-56ef-1234567890ab" },
        permits: [`${action} arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab`],
      },
      {
        input: { KeyId: "arn:aws:kms:eu-west-1:111122223333:alias/photos" },
        permits: [`${action} arn:aws:kms:eu-west-1:111122223333:key/* if kms:RequestAlias = alias/photos`],
      },
      {
        input: { KeyId: "alias/photos" },
        answeredKeys: { key: "arn:aws:kms:us-east-1:123456789012:key/1234abcd" },
        permits: [`${action} arn:aws:kms:us-east-1:123456789012:key/1234abcd`],
      },
    ],
  };
}

/** One side of a re-encryption: the key that the answer names, else the request's, else the ciphertext alone knows it. */
export function reEncrypts(name: string, path: MemberPath, answered: string): readonly AuthorizedAction[] {
  const action = `kms:${name}`;
  const isAnswered = whenMatches(answeredKey(answered), KEY);
  return [
    { action, when: isAnswered, resource: filled("key", matching(answeredKey(answered), KEY)) },
    {
      action,
      when: unless(isAnswered),
      resource: filled(
        "key",
        { KeyId: captured(member(path), /^(?!.*alias\/)(.+)$/) },
        { KeyId: unknownPart("*", "key-unknown", "an alias or a ciphertext alone does not tell the key") },
      ),
      conditions: { StringEquals: { "kms:RequestAlias": captured(member(path), /(alias\/.+)$/) } },
    },
  ];
}
