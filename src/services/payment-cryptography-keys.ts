/** AWS Payment Cryptography: keys are named by ARN or by alias, in members of many names; the alias does not tell its key. */
import type { OperationRule, OperationRules } from "./define-service.ts";
import { whenMatches } from "./rule-condition.ts";
import { bothOf, filled, type ResourceRule } from "./rule-resource.ts";
import { captured, eachOf, fillWhen, type MemberPath, member, unknownPart } from "./rule-value.ts";

const HERE = "arn:aws:payment-cryptography:us-east-1:123456789012";

/** The keys and aliases that these members name; an alias leaves its key open. */
function namedKeys(paths: readonly MemberPath[]): ResourceRule {
  const named = eachOf(...paths.map(member));
  return bothOf(
    filled(
      "key",
      fillWhen(whenMatches(named, /(?:^|:)alias\//), {
        KeyId: unknownPart("*", "key-behind-alias", "an alias does not tell its key"),
      }),
      { KeyId: captured(named, /^(arn:.+:key\/[^/]+)$/) },
      { KeyId: captured(named, /^([^:/]+)$/) },
    ),
    filled("alias", { Alias: captured(named, /^(arn:.+:alias\/.+)$/) }),
    filled("alias", { Alias: captured(named, /^alias\/(.+)$/) }),
  );
}

/** Rules for operations that keep their own name as action: operation -> the members that name its keys. */
export function onNamedKeys(operations: {
  readonly [operation: string]: readonly [MemberPath, ...MemberPath[]];
}): OperationRules {
  return Object.fromEntries(
    Object.entries(operations).map(([operation, paths]): [string, OperationRule] => {
      const action = `payment-cryptography:${operation}`;
      return [
        operation,
        {
          authorizedActions: [{ action, resource: namedKeys(paths) }],
          because: "a key is named by its ARN, or by an alias, which is checked beside the key that it does not tell",
          see: "https://docs.aws.amazon.com/payment-cryptography/latest/userguide/alias-about.html",
          examples: [
            {
              input: { [paths[0]]: `${HERE}:key/kwapwa6qaifllw2h` },
              permits: [`${action} ${HERE}:key/kwapwa6qaifllw2h`],
            },
            {
              input: { [paths[0]]: "alias/pin" },
              permits: [`${action} ${HERE}:alias/pin`, `${action} ${HERE}:key/*`],
            },
          ],
        },
      ];
    }),
  );
}
