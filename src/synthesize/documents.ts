/** From blocks to policy documents: Sids, IAM's spelling, and as many documents as the quota asks for. */
import type { PolicyDocument, Statement } from "../iam/policy-document.ts";
import { policySize, statementSize } from "../iam/quotas.ts";
import { oneOrList } from "../iam/statement.ts";
import type { Block } from "./block.ts";
import { fillDocuments } from "./fill-documents.ts";
import { prefixesOf } from "./group.ts";
import { pack } from "./pack.ts";
import { sidFor, uniqueSids } from "./sid.ts";
import { splitBlock } from "./split-block.ts";

export interface DocumentOptions {
  /** Most characters of one document. */
  readonly characters: number;
  /** Access levels of an action. */
  readonly levelsOf: (action: string) => readonly string[];
  /** Without the entries that no required pair needs; a part of a block may have some. */
  readonly prune: (block: Block) => Block;
  /** Calls that need something of the block: they should need one document. */
  readonly callsOf?: (block: Block) => ReadonlySet<number>;
}

const NO_CALLS: ReadonlySet<number> = new Set();

/** Room for a number that makes a Sid unique. */
const NUMBER_CHARACTERS = 5;

/** One document if all fits; else statements are dealt out to as few as will hold them, a larger one in parts. */
export function documentsOf(blocks: readonly Block[], options: DocumentOptions): readonly PolicyDocument[] {
  if (blocks.length === 0) return [];
  const whole = documentOf(blocks, sidsOf(blocks, options));
  if (policySize(whole) <= options.characters) return [whole];

  const sizeOf = (block: Block): number => statementSize(statementOf(block, sidOf(block, options))) + NUMBER_CHARACTERS;
  const room = options.characters - policySize({ Version: "2012-10-17", Statement: [] });
  const splitting = { room, sizeOf, prune: options.prune };
  const parts = blocks.flatMap((block) => splitBlock(block, splitting));
  const packed = pack(parts, { room, sizeOf, callsOf: options.callsOf ?? (() => NO_CALLS) });
  const filled = fillDocuments(blocks, splitting);
  const bins = filled.length < packed.length ? filled : packed;
  const sids = sidsOf(bins.flat(), options);
  let next = 0;
  return bins.map((bin) => {
    const document = documentOf(bin, sids.slice(next, next + bin.length));
    next += bin.length;
    return document;
  });
}

function sidOf({ actions }: Block, { levelsOf }: DocumentOptions): string {
  return sidFor(prefixesOf(actions), new Set(actions.flatMap((action) => levelsOf(action))));
}

/** Unique over all documents of an identity, so that a Sid names a statement. */
function sidsOf(blocks: readonly Block[], options: DocumentOptions): readonly string[] {
  return uniqueSids(blocks.map((block) => sidOf(block, options)));
}

function documentOf(blocks: readonly Block[], sids: readonly string[]): PolicyDocument {
  return { Version: "2012-10-17", Statement: blocks.map((block, index) => statementOf(block, sids[index] ?? "")) };
}

function statementOf({ actions, resources, conditions }: Block, sid: string): Statement {
  const condition = Object.entries(conditions).map(([operator, keys]) => [
    operator,
    Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, oneOrList(values)])),
  ]);
  return {
    Sid: sid,
    Effect: "Allow",
    Action: oneOrList(actions),
    Resource: oneOrList(resources),
    ...(condition.length === 0 ? {} : { Condition: Object.fromEntries(condition) }),
  };
}
