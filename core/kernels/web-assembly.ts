/** The part of the WebAssembly API that is used here; its types come with a browser's, which the core does not have. */

/** A linear memory of at most 4 GiB. */
export type Memory = { readonly buffer: ArrayBuffer; grow(pages: number): number };

/** Compiled code, not yet bound to a memory. */
export type Module = object;

/** The constructors of a browser, of Node and of every worker. */
export const webAssembly = (
  globalThis as unknown as {
    WebAssembly: {
      Memory: new (options: { initial: number; maximum: number; shared: boolean }) => Memory;
      Module: new (bytes: Uint8Array) => Module;
      Instance: new (module: Module, imports: { env: { memory: Memory } }) => { exports: unknown };
    };
  }
).WebAssembly;
