/** `iamgen merge`: the policy of recordings into a file of the team, in place. */
import { dirname, join } from "node:path";
import { InputError, UsageError } from "../../errors.ts";
import { atHome, commonHome } from "../../merge/at-home.ts";
import { choosePolicy } from "../../merge/choose-policy.ts";
import { mergeStatements, type StatementMerge } from "../../merge/merge-statements.ts";
import { isOurSid } from "../../merge/our-sid.ts";
import type { FoundPolicy, PolicyFile } from "../../merge/policy-file.ts";
import type { References } from "../../merge/references.ts";
import { settledText } from "../../merge/settled-text.ts";
import { unifiedDiff } from "../../merge/unified-diff.ts";
import { type PolicySet, statementUniter } from "../../pipeline.ts";
import { homeOf } from "../../render/policy-template.ts";
import { assess } from "../assess.ts";
import type { Command, Context } from "../command.ts";
import { strictFindings } from "../coverage.ts";
import { EXIT } from "../exit-codes.ts";
import { noCallReason } from "../no-call-reason.ts";
import { fileWish, policyFormatOf } from "../policy-format.ts";
import type { OptionValues } from "../program.ts";
import { openChosen } from "../recording-choice.ts";
import { mustHoldReferences, referenceSource } from "../reference-source.ts";
import { openReplaceable, type ReplaceableFile } from "../replace-file.ts";
import { isOn, policySettings, textOf } from "../settings.ts";
import { judged } from "../strict.ts";
import { counted } from "../wording.ts";

export const merge: Command = async ({ options, operands }, context) => {
  const path = targetOf(options);
  const settings = policySettings(options);
  const file = openReplaceable(path, { mayBeMissing: isOn(options, "create") });
  const source = await referenceSource(options, fileWish(path, `--into ${path}`));
  let target = await targetPolicy({ path, file }, options);
  mustHoldReferences(source, path, target.policy.address);
  const recording = await openChosen(operands, context);
  const { explained, policySet, coverage } = await assess(recording, settings);
  if (explained.length === 0) mustNotPrune(noCallReason(recording), options, context);
  const references = await source?.referencesFor(policySet, { path, address: target.policy.address });
  for (const note of references?.notes ?? []) context.output.note(note);
  if (references === undefined) mustBeKnown(target.policy, path);
  const uniter = await statementUniter();
  const needed = neededOf(policySet, context);
  const home = commonHome(policySet.policies.map(homeOf));
  const surroundings = atHome({ home, needed, tool: fileWish(path, path).tool, references });
  target = await targetPolicy({ path, file, references: surroundings }, options);
  const mergedInto = (policy: FoundPolicy): StatementMerge =>
    mergeStatements(policy, needed, { prune: isOn(options, "prune"), ...uniter });
  const merged = mergedInto(target.policy);
  for (const { message } of merged.findings) context.output.warn(message);

  const edited = await editedText({ ...target, path }, { ...merged, edits: { ...merged.edits, home } }, context);
  const text = await settledText(edited, async (last) => {
    const { file, policy } = await target.reread(last);
    return file.withEdits(policy.address, { ...mergedInto(policy).edits, home });
  });
  for (const line of surroundings.taken()) context.output.note(`${path}: ${line}`);
  const isChanged = text !== file.text;
  if (isOn(options, "diff")) {
    const colour = context.output.coloursArtefact;
    await context.output.artefact(unifiedDiff(file.text, text, { before: `a/${path}`, after: `b/${path}`, colour }));
  }
  const isDry = isOn(options, "diff") || isOn(options, "check");
  if (isChanged && !isDry) file.replace(text);
  context.output.note(outcomeOf(path, isChanged ? merged : undefined, isDry));
  const exitCode = isChanged && isOn(options, "check") ? EXIT.findings : EXIT.success;
  return judged(exitCode, isOn(options, "strict") ? strictFindings(coverage) : [], context);
};

function targetOf(options: OptionValues): string {
  const path = textOf(options, "into");
  if (path !== undefined) return path;
  throw new UsageError("missing-option", "no file to merge into", { hint: "for example `--into policy.json`" });
}

interface Target {
  readonly file: PolicyFile;
  readonly policy: FoundPolicy;
  /** The same policy in another text of the file. */
  readonly reread: (text: string) => Promise<Omit<Target, "reread">>;
}

/** A run in which nothing was seen says nothing of what is needed. */
function mustNotPrune(why: string, options: OptionValues, { output }: Pick<Context, "output">): void {
  output.warn(`NO AWS CALL SEEN: ${why}`);
  if (!isOn(options, "prune")) return;
  const hint = "merge without `--prune`, or choose another recording";
  throw new InputError("nothing-to-prune-by", "cannot prune by a recording without calls", { hint });
}

/** A second time, it would be written beside the reference that nobody can read. */
function mustBeKnown({ statements }: FoundPolicy, path: string): void {
  const { tool } = fileWish(path, path);
  const unknown = statements.find(({ statement, isComputed }) => isComputed && isOurSid(statement.Sid));
  if (unknown === undefined || tool === undefined) return;
  const message = `cannot tell what \`${unknown.statement.Sid}\` in ${path}:${unknown.region.startLine} refers to`;
  const option = tool === "terraform" ? "--terraform-state" : "--cloudformation-template";
  throw new InputError("unknown-reference", message, {
    hint: `add \`${option} FILE\`, as when it was written; or rename it: what does not begin with Iamgen is yours`,
  });
}

interface Source {
  readonly path: string;
  readonly file: ReplaceableFile;
  readonly references?: References | undefined;
}

async function targetPolicy({ path, file: { text }, references }: Source, options: OptionValues): Promise<Target> {
  const { load, begin } = policyFormatOf(path);
  const [isCreating, format] = [isOn(options, "create"), textOf(options, "format")];
  if (format !== undefined && !isCreating) {
    throw new UsageError("conflicting-options", "cannot use `--format` without `--create`: a file stays what it is");
  }
  const reader = await load();
  const read: typeof reader = (given, name) => reader(given, name, references);
  const begun = isCreating && text.trim() === "" ? await begin(text, format) : undefined;
  let file = await read(begun ?? text, path);
  if (file.policies.length === 0 && isCreating) {
    const started = await begin(text);
    if (started === undefined) throw noRoom(path);
    file = await read(started, path);
  }
  const policy = choosePolicy(file.policies, { fileName: path, select: textOf(options, "select") });
  const reread = async (last: string): Promise<Omit<Target, "reread">> => {
    const again = await read(last, path);
    return { file: again, policy: choosePolicy(again.policies, { fileName: path, select: policy.address }) };
  };
  return { file, policy, reread };
}

const noRoom = (path: string): InputError =>
  new InputError("no-room", `\`${path}\` has no place for a policy`, {
    hint: "give it an empty one where it belongs, or paste what `iamgen policy --format FORMAT` prints",
  });

/** Of all identities: a file's policy is that of one principal, so several are worth a word. */
function neededOf(
  { policies }: PolicySet,
  { output }: Pick<Context, "output">,
): PolicySet["policies"][number]["needed"] {
  if (policies.length > 1) {
    output.warn(`the calls of ${policies.length} identities go into one policy: record each alone to keep them apart`);
  }
  return policies.flatMap(({ needed }) => needed);
}

/** What cannot be edited in place is printed, to be pasted. */
async function editedText(
  { path, file, policy }: Target & { readonly path: string },
  { edits, ours }: StatementMerge,
  { output }: Context,
): Promise<string> {
  try {
    return file.withEdits(policy.address, edits);
  } catch (error) {
    if (!(error instanceof InputError) || error.code !== "policy-not-editable") throw error;
    if (policy.otherFile !== undefined) {
      const hint = `\`iamgen merge --into ${join(dirname(path), policy.otherFile)}\``;
      throw new InputError(error.code, error.message, { hint });
    }
    if (ours.length > 0) await output.artefact(file.pasteable(policy.address, ours));
    const paste = "paste the statements printed above where the policy is made";
    const hint = ours.length > 0 ? (error.hint ?? paste) : "it allows all that was seen";
    throw new InputError(error.code, error.message, { hint });
  }
}

function outcomeOf(path: string, merged: StatementMerge | undefined, isDry: boolean): string {
  if (merged === undefined) return `${path} has all that was seen: nothing to change`;
  const { added, replaced, removed } = merged.edits;
  const parts = [
    added.length > 0 ? `${counted(added.length, "statement")} added` : "",
    replaced.size > 0 ? `${counted(replaced.size, "statement")} changed` : "",
    removed.size > 0 ? `${counted(removed.size, "statement")} removed` : "",
  ].filter((part) => part !== "");
  return `${parts.join(", ") || "an empty policy added"} in ${path}${isDry ? " (not written)" : ""}`;
}
