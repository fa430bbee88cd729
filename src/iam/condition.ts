/** The Condition element: operator -> condition key -> values (IAM JSON policy reference, "Condition"). */

/** `{ StringEquals: { "iam:PassedToService": ["lambda.amazonaws.com"] } }`; empty object: no condition. */
export type ConditionBlock = { readonly [operator: string]: { readonly [conditionKey: string]: readonly string[] } };
