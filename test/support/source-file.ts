/** A source file as the architecture test sees it: its imports, and its code without comments. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Comments blanked out, strings kept. */
  readonly code: string;
  readonly imports: readonly { readonly specifier: string; readonly typeOnly: boolean }[];
  /** Has something to run: a function, a class or a value beyond types. */
  readonly hasBehaviour: boolean;
}

const IMPORT = /\b(import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"|\b(?:require|import)\("([^"]+)"\)/g;

/** Removes comments; strings and templates are stepped over so that `//` inside them stays. */
function withoutComments(text: string): string {
  return text.replace(/("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, "$1");
}

function importsOf(code: string): SourceFile["imports"] {
  return [...code.matchAll(IMPORT)].map((match) => {
    const [whole, , type, from, required] = match;
    const onlyTypeNames = /\{\s*(?:type\s+\w+(?:\s+as\s+\w+)?\s*,?\s*)+\}/.test(whole);
    const typeofImport = /\btypeof\s+$/.test(code.slice(Math.max(0, match.index - 10), match.index));
    return { specifier: from ?? required ?? "", typeOnly: type !== undefined || onlyTypeNames || typeofImport };
  });
}

export function sourceFile(root: string, path: string, text = readFileSync(join(root, path), "utf8")): SourceFile {
  const code = withoutComments(text);
  const hasBehaviour = /^(?:export )?(?:default )?(?:async )?(?:function\*?|class|const|let)\s/m.test(code);
  return { path, text, code, imports: importsOf(code), hasBehaviour };
}
