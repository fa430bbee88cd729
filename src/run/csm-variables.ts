/**
 * The variables of client-side monitoring, which SDKs of former generations have, and the agent that the user's own name.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Agent-Configure-CSM-Instances.html
 */
import type { Environment } from "./environment.ts";

const DEFAULT_HOST = "127.0.0.1";
/** Where agents listen by default; clients send there by default. */
export const CSM_PORT = 31_000;

/** For programs that are to tell their calls to `port`. */
export function csmVariables(port: number): Record<string, string> {
  return { AWS_CSM_ENABLED: "true", AWS_CSM_HOST: DEFAULT_HOST, AWS_CSM_PORT: String(port) };
}

/** Where the user's programs would have told them without us; undefined where they would not. */
export function userCsmAgent(user: Environment): { readonly host: string; readonly port: number } | undefined {
  if (user["AWS_CSM_ENABLED"]?.toLowerCase() !== "true") return undefined;
  const port = Number(user["AWS_CSM_PORT"] || CSM_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return undefined;
  return { host: user["AWS_CSM_HOST"] || DEFAULT_HOST, port };
}
