/**
 * API keys in place of a signature: the identity behind the key needs an action of its own for being called so, beside
 * those of the operation.
 */
export const BEARER_TOKEN = {
  /** In each service prefix whose APIs accept such keys. */
  actionName: "CallWithBearerToken",
  because: "the request carries an API key instead of a signature",
  see: "https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-permissions.html",
} as const;
