/** Client-side monitoring as the pipeline wants it: our port, and the agent that the user's programs told their calls so far. */

import { userCsmAgent } from "../run/csm-variables.ts";
import type { Environment } from "../run/environment.ts";

export interface CsmWish {
  readonly port: number;
  readonly relayTo?: { readonly host: string; readonly port: number };
}

/** `port` 0: a free one. An agent on that very port is us. */
export function csmSettings(user: Environment, port: number): CsmWish {
  const agent = userCsmAgent(user);
  const isUs = agent?.port === port && /^(?:127\.|localhost$)/.test(agent.host);
  return agent === undefined || isUs ? { port } : { port, relayTo: agent };
}
