/** Reads strings in HPACK's Huffman code (RFC 7541 section 5.2), half a byte at a time. */
import { LostPlace } from "./lost-place.ts";

/**
 * RFC 7541 appendix B: the length of every symbol's code in base 36, the last one that of EOS. The code is canonical: codes of
 * one length count up with their symbols, so that the lengths say it all.
 */
const LENGTHS =
  "dnsssssssoussussssssssusssssssss6aacd68baa8b8666555666666678f6ca" +
  "d67777777777777777777777878djde6f56565666577666567655677777fbeds" +
  "kmkkmmmnmnnnnnonoomnonnnnlmnmnnomlkmmnnlnmmolmnnllmlnmnnkmmmnmmn" +
  "qqkjmnmpqqqrrqopjlqrrqrollqqsrrrkoklmllnmmppooqnqrqqrrrrrsrrrrrq" +
  "u";
const EOS = 256;
const LONGEST_CODE = 30;
const NO_SYMBOL = -1;
/** RFC 7541 section 5.2: a string is padded by less than eight bits, the first ones of EOS, which are ones. */
const LONGEST_PADDING = 7;

interface Automaton {
  /** By state * 16 + the next four bits: the next state. State 0 stands between two symbols. */
  readonly next: Uint16Array;
  /** By the same: the symbol that those bits complete; no code is shorter than five bits, so it is one at most. */
  readonly symbols: Int16Array;
  /** By state: whether a string may end there. */
  readonly mayEnd: Uint8Array;
}

let automaton: Automaton | undefined;
let scratch = Buffer.allocUnsafe(1024);

/** The string in those bytes, one character a byte. Throws `LostPlace` where they are no such string. */
export function huffmanText(bytes: Buffer, start: number, end: number): string {
  automaton ??= buildAutomaton();
  const { next, symbols, mayEnd } = automaton;
  // The shortest codes have five bits.
  if (scratch.length < (end - start) * 2) scratch = Buffer.allocUnsafe((end - start) * 2);
  let state = 0;
  let length = 0;
  for (let at = start * 2; at < end * 2; at += 1) {
    const byte = bytes[at >> 1] ?? 0;
    const step = state * 16 + ((at & 1) === 0 ? byte >> 4 : byte & 15);
    const symbol = symbols[step] ?? NO_SYMBOL;
    if (symbol === EOS) throw new LostPlace("invalid HPACK: EOS in a string");
    if (symbol !== NO_SYMBOL) {
      scratch[length] = symbol;
      length += 1;
    }
    state = next[step] ?? 0;
  }
  if (mayEnd[state] !== 1) throw new LostPlace("invalid HPACK: padding that is not EOS");
  return scratch.toString("latin1", 0, length);
}

/** A node of the code tree: two children, or the symbol that ends there. */
interface Node {
  readonly state: number;
  readonly children: [Node | undefined, Node | undefined];
  symbol: number;
}

function buildAutomaton(): Automaton {
  const inner: Node[] = [];
  const root = codeTree(inner);
  const next = new Uint16Array(inner.length * 16);
  const symbols = new Int16Array(inner.length * 16).fill(NO_SYMBOL);
  for (const from of inner) {
    for (let bits = 0; bits < 16; bits += 1) {
      let node = from;
      for (let bit = 3; bit >= 0; bit -= 1) {
        node = node.children[(bits >> bit) & 1 ? 1 : 0] ?? root;
        if (node.symbol === NO_SYMBOL) continue;
        symbols[from.state * 16 + bits] = node.symbol;
        node = root;
      }
      next[from.state * 16 + bits] = node.state;
    }
  }
  return { next, symbols, mayEnd: endings(root, inner.length) };
}

/** The root; `inner` gets every node that is no symbol, at the index that is its state. */
function codeTree(inner: Node[]): Node {
  const grow = (): Node => {
    const node: Node = { state: inner.length, children: [undefined, undefined], symbol: NO_SYMBOL };
    inner.push(node);
    return node;
  };
  const root = grow();
  let code = 0;
  for (let length = 1; length <= LONGEST_CODE; length += 1) {
    for (let symbol = 0; symbol <= EOS; symbol += 1) {
      if (Number.parseInt(LENGTHS[symbol] ?? "", 36) !== length) continue;
      let node = root;
      for (let bit = length - 1; bit > 0; bit -= 1) node = node.children[(code >> bit) & 1 ? 1 : 0] ??= grow();
      node.children[code & 1 ? 1 : 0] = { state: 0, children: [undefined, undefined], symbol };
      code += 1;
    }
    code *= 2;
  }
  return root;
}

/** RFC 7541 section 5.2: between symbols, or in padding of ones. */
function endings(root: Node, states: number): Uint8Array {
  const mayEnd = new Uint8Array(states);
  let node: Node | undefined = root;
  for (let bits = 0; bits <= LONGEST_PADDING && node !== undefined; bits += 1) {
    mayEnd[node.state] = 1;
    node = node.children[1];
  }
  return mayEnd;
}
