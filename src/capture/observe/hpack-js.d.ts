/** The part of hpack.js 2.1 that `hpack.ts` uses; the package ships no types. Its table option is `maxSize`, not `size`. */
declare module "hpack.js" {
  interface Decompressor {
    write(block: Uint8Array): boolean;
    /** Reports what it cannot decode as an `error` event, at once. */
    execute(): void;
    read(): { readonly name: string; readonly value: string } | null;
    updateTableSize(size: number): void;
    on(event: "error", listener: (error: Error) => void): this;
  }
  const hpack: {
    readonly decompressor: { create(options: { readonly table: { readonly maxSize: number } }): Decompressor };
  };
  export default hpack;
}
