/** `iamgen ca`: a certificate authority that `listen` uses from one start to the next, for clients that cannot be told a new one. */
import { InputError, UsageError } from "../../errors.ts";
import type { Command, Context } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { createKeptCa, type KeptCaFiles, keptCaFiles, readKeptCa, removeKeptCa } from "../kept-ca.ts";

type Step = (files: KeptCaFiles, context: Context) => Promise<void>;

const STEPS: { readonly [name: string]: Step } = {
  async create(files, { output }) {
    createKeptCa(files, new Date());
    output.note(`its key, in ${files.key}, can speak for AWS to whatever trusts the certificate: keep it to yourself`);
    await output.artefact(`${files.certificate}\n`);
  },
  async path(files, { output }) {
    if (readKeptCa(files) === undefined) {
      throw new InputError("no-ca", "there is no certificate authority", { hint: "make one: `iamgen ca create`" });
    }
    await output.artefact(`${files.certificate}\n`);
  },
  async remove(files, { output }) {
    const was = removeKeptCa(files);
    output.note(was ? "removed; take the certificate out of the trust stores that you put it in" : "there was none");
  },
};

export const ca: Command = async ({ operands }, context) => {
  const step = operands.length === 1 && Object.hasOwn(STEPS, operands[0] ?? "") ? STEPS[operands[0] ?? ""] : undefined;
  if (step === undefined) {
    const said = operands.length === 0 ? "nothing to do" : `cannot do \`${operands.join(" ")}\``;
    throw new UsageError("unknown-step", said, { hint: `one of: ${Object.keys(STEPS).join(", ")}` });
  }
  await step(keptCaFiles(context), context);
  return EXIT.success;
};
