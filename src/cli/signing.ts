/** With whose keys requests go on, as the user asks for it: for a stand-in that checks them, or in place of keys worth nothing. */
import { UsageError } from "../errors.ts";
import type { SigningSettings } from "../pipeline.ts";
import type { Environment } from "../run/environment.ts";
import { userHome } from "../run/user-home.ts";
import { forwardTarget } from "./option-values.ts";
import type { OptionValues } from "./program.ts";
import { isOn, valued } from "./settings.ts";

export interface Signing {
  readonly settings: SigningSettings;
  /** The environment of the program, from the one that it would have. */
  readonly environmentOf: (environment: Environment) => Environment;
}

/** Undefined where requests go on as they are. Rejects with `UsageError`, and `SetupError` where there are no keys to sign with. */
export async function signing(options: OptionValues, user: Environment): Promise<Signing | undefined> {
  const isShielded = isOn(options, "shield");
  const isMoved = isOn(options, "re-sign");
  if (!isShielded && !isMoved) return undefined;
  const forwardTo = valued(options, "forward-to", forwardTarget);
  if (isMoved && forwardTo === undefined) {
    throw new UsageError("missing-option", "`--re-sign` signs for a stand-in, and there is none", {
      hint: "add `--forward-to http://127.0.0.1:9000`",
    });
  }
  const [{ profileRegion, staticCredentials }, { givenCredentials, shieldedEnvironment }] = await Promise.all([
    import("../run/aws-credentials.ts"),
    import("../run/shield.ts"),
  ]);
  const home = user["HOME"] || userHome();
  const real = staticCredentials(user, home, isShielded ? "`--shield`" : "`--re-sign`");
  const given = isShielded ? givenCredentials(real) : real;
  const host = isMoved && forwardTo !== undefined ? { host: forwardTo.host } : {};
  return {
    settings: { given, real, ...host },
    environmentOf: (environment) =>
      isShielded ? shieldedEnvironment(environment, given, profileRegion(user, home)) : environment,
  };
}
