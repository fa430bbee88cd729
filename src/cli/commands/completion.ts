/** `iamgen completion`: a script that makes a shell complete our commands, options and their values. */
import { UsageError } from "../../errors.ts";
import type { Command } from "../command.ts";
import { bashCompletion } from "../completion/bash.ts";
import { COMPLETED_SHELLS } from "../completion/completed-commands.ts";
import { fishCompletion } from "../completion/fish.ts";
import { zshCompletion } from "../completion/zsh.ts";
import { EXIT } from "../exit-codes.ts";

const SCRIPTS = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const;

export const completion: Command = async ({ operands }, context) => {
  const [asked = "", ...more] = operands;
  const shell = COMPLETED_SHELLS.find((name) => name === asked);
  if (shell === undefined || more.length > 0) {
    const said = operands.length === 0 ? "no shell named" : `cannot complete for \`${operands.join(" ")}\``;
    throw new UsageError("unknown-shell", said, { hint: `one of: ${COMPLETED_SHELLS.join(", ")}` });
  }
  await context.output.artefact(SCRIPTS[shell]());
  return EXIT.success;
};
