/** What `npm run build` does after the compiler: puts beside the code the files that it reads. */
import { copyFileSync, cpSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

cpSync(here("src/data/generated"), here("dist/data/generated"), { recursive: true });
// The package compiles itself where it is installed, so it is none that the product depends on; its grammar is a file.
const grammar = createRequire(import.meta.url).resolve(
  "@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm",
);
copyFileSync(grammar, here("dist/merge/tree-sitter-terraform.wasm"));

const { writeKeptPaths } = await import("./dist/pipeline/kept-paths.js");
await writeKeptPaths();
